using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace EventKb.Domain;

/// <summary>
/// Values by name that never change; equals another of equal values by the same names, in whichever order. The order in which they
/// were given is kept, since it is stored.
/// </summary>
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Of))]
[JsonConverter(typeof(ValueJson))]
[SuppressMessage("Naming", "CA1710", Justification = "The pair of ValueList.")]
public sealed class ValueMap<T>(IEnumerable<KeyValuePair<string, T>> items) : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    private readonly Dictionary<string, T> _items = new(items, StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _items.Keys;

    /// <inheritdoc/>
    public IEnumerable<T> Values => _items.Values;

    /// <inheritdoc/>
    public T this[string key] => _items[key];

    /// <summary>A map of a dictionary's items; none where there is none.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator ValueMap<T>?(Dictionary<string, T>? items) => items is null ? null : new(items);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(ValueMap<T>? other) => ReferenceEquals(this, other) || (other?.Count == Count
        && _items.All(pair => other.TryGetValue(pair.Key, out var value) && EqualityComparer<T>.Default.Equals(pair.Value, value)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

/// <summary>Makes maps from collection expressions.</summary>
public static class ValueMap
{
    /// <summary>A map of the pairs; a name given twice throws.</summary>
    public static ValueMap<T> Of<T>(ReadOnlySpan<KeyValuePair<string, T>> items) => new(items.ToArray());
}
