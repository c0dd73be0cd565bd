namespace EventKb.ReadModels.Lineage;

/// <summary>Many versions as one parameter of a statement.</summary>
internal static class VersionList
{
    /// <summary>SQL of a table of the versions with the columns <c>stream</c> and <c>number</c>.</summary>
    public static string Of(string name) =>
        $"(SELECT value ->> 'stream' AS stream, value ->> 'number' AS number FROM json_each(@versions)) {name}";

    /// <summary>The parameter.</summary>
    public static (string Name, object? Value) Parameter(IReadOnlyCollection<ThingVersion> versions) => ("@versions", RowJson.Write(versions));
}
