namespace EventKb.ReadModels.Bitemporal;

/// <summary>At which version a stream stood at a pin.</summary>
internal static class StreamVersions
{
    /// <summary>SQL of the version of a row's stream: one seek, however long the stream is.</summary>
    public static string Of(string row) =>
        $"(SELECT e.version FROM audit_entries e WHERE e.stream = {row}.stream AND e.position <= @p ORDER BY e.position DESC LIMIT 1)";
}
