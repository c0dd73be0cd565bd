namespace EventKb.ReadModels;

/// <summary>Marks what names a stream or a person and is no text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentifierAttribute : Attribute;
