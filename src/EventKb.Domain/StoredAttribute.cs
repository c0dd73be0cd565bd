namespace EventKb.Domain;

/// <summary>The name, with version, under which an event is stored; never given up, and never means anything else.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAttribute(string name) : Attribute
{
    /// <summary><c>category.what-happened/version</c>.</summary>
    public string Name { get; } = name;
}
