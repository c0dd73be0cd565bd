namespace EventKb.Domain;

/// <summary>Equality of the lists and dictionaries inside records, item by item: records alone would compare references.</summary>
internal static class Structural
{
    public static bool Same<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) => left.SequenceEqual(right);

    public static bool Same<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) =>
        Same(left, right, EqualityComparer<T>.Default.Equals);

    public static bool Same<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right, Func<T, T, bool> same) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && same(pair.Value, other));
}
