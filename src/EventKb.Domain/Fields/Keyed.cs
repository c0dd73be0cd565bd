using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace EventKb.Domain;

/// <summary>
/// Values by key, immutable and in order of the keys. It knows which keys its last change touched, so that what follows from a change
/// costs the same however many values there are.
/// </summary>
/// <typeparam name="TKey">What names a value; texts are compared by code point.</typeparam>
/// <typeparam name="TValue">What is said of it.</typeparam>
public sealed class Keyed<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>, IEquatable<Keyed<TKey, TValue>>
    where TKey : notnull
{
    private static readonly ImmutableSortedDictionary<TKey, TValue> Nothing = ImmutableSortedDictionary.Create<TKey, TValue>(
        typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default);

    private readonly ImmutableSortedDictionary<TKey, TValue> _values;
    private readonly ImmutableSortedDictionary<TKey, TValue> _before;
    private readonly IReadOnlyList<TKey> _touched;

    private Keyed(ImmutableSortedDictionary<TKey, TValue> values, ImmutableSortedDictionary<TKey, TValue> before,
        IReadOnlyList<TKey> touched) => (_values, _before, _touched) = (values, before, touched);

    /// <summary>No values.</summary>
    public Keyed() : this(Nothing, Nothing, []) { }

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public IEnumerable<TKey> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<TValue> Values => _values.Values;

    /// <inheritdoc/>
    public TValue this[TKey key] => _values[key];

    /// <summary>With one value set.</summary>
    public Keyed<TKey, TValue> With(TKey key, TValue value) => new(_values.SetItem(key, value), _values, [key]);

    /// <summary>With two values set in one change.</summary>
    public Keyed<TKey, TValue> With(TKey key, TValue value, TKey other, TValue otherValue) =>
        new(_values.SetItem(key, value).SetItem(other, otherValue), _values, [key, other]);

    /// <summary>Without a value.</summary>
    public Keyed<TKey, TValue> Without(TKey key) => new(_values.Remove(key), _values, [key]);

    /// <summary>Keys whose values may differ from those of an earlier state: few after one change, else all of both.</summary>
    public IEnumerable<TKey> TouchedSince(Keyed<TKey, TValue> earlier) =>
        ReferenceEquals(_values, earlier._values) ? []
        : ReferenceEquals(_before, earlier._values) ? _touched
        : Keys.Union(earlier.Keys);

    /// <summary>Keys whose values differ from those of an earlier state, or are in one of the two alone.</summary>
    public IEnumerable<TKey> ChangedSince(Keyed<TKey, TValue> earlier) => TouchedSince(earlier).Where(key =>
        TryGetValue(key, out var now) != earlier.TryGetValue(key, out var then) || !EqualityComparer<TValue>.Default.Equals(now, then));

    /// <inheritdoc/>
    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Same keys with the same values, whatever changes led there.</summary>
    public bool Equals(Keyed<TKey, TValue>? other) =>
        other is not null && (ReferenceEquals(_values, other._values) || _values.SequenceEqual(other._values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Keyed<TKey, TValue>);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;
}
