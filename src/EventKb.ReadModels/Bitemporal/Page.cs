namespace EventKb.ReadModels.Bitemporal;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="HasMore">True when more follow.</param>
/// <param name="Count">Counts over all pages; asked only by who wants to know.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, bool HasMore, Func<Task<long>> Count);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>A page of nothing.</summary>
    public static Page<T> Empty<T>() => new([], false, () => Task.FromResult(0L));

    /// <summary>The page that begins a list of which one more than asked for was read.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> oneMore, int first, Func<Task<long>> count) =>
        new(oneMore.Count > first ? [.. oneMore.Take(first)] : oneMore, oneMore.Count > first, count);
}
