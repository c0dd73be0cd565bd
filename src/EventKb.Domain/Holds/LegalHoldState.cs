namespace EventKb.Domain.Holds;

/// <summary>What is held, and for which cases.</summary>
/// <param name="Held">Stream of what is held; null = nothing is.</param>
/// <param name="Cases">Every case that holds or held it.</param>
public sealed record LegalHoldState(string? Held, Keyed<string, HoldCase> Cases)
{
    /// <summary>Nothing is held.</summary>
    public static LegalHoldState Empty { get; } = new(null, new());

    /// <summary>The cases that hold it, in order of their numbers.</summary>
    public IEnumerable<KeyValuePair<string, HoldCase>> OpenCases =>
        Cases.Where(one => one.Value.IsOpen).OrderBy(one => one.Key, StringComparer.Ordinal);
}

/// <summary>A case that holds something, or did.</summary>
public sealed record HoldCase(string LegalBasis, bool IsOpen);
