using System.Collections;

namespace EventKb.Domain;

/// <content>How fields are read and compared.</content>
public sealed partial class FieldMap<TState>
{
    /// <summary>No value; an empty list counts as none.</summary>
    private static object? Known(object? value) =>
        value is IEnumerable many and not string && !many.GetEnumerator().MoveNext() ? null : value;

    private abstract class Part
    {
        public abstract IEnumerable<(string Path, object Value)> Of(TState state);

        public abstract void Compare(TState before, TState after, List<FieldChange> into);
    }

    private sealed class Flat<T>(string path, Func<TState, T> of) : Part
    {
        public override IEnumerable<(string, object)> Of(TState state) => Known(of(state)) is { } value ? [(path, value)] : [];

        public override void Compare(TState before, TState after, List<FieldChange> into)
        {
            var (old, now) = (of(before), of(after));
            if (!EqualityComparer<T>.Default.Equals(old, now))
                into.Add(new FieldChange(path, Known(old), Known(now)));
        }
    }

    private sealed class OfEach<TKey, TValue>(Func<TState, Keyed<TKey, TValue>> all, Func<TKey, string> path,
        Func<TState, TKey, TValue, object?> of) : Part
        where TKey : notnull
    {
        public override IEnumerable<(string, object)> Of(TState state)
        {
            foreach (var (key, value) in all(state))
                if (Known(of(state, key, value)) is { } known)
                    yield return (path(key), known);
        }

        public override void Compare(TState before, TState after, List<FieldChange> into)
        {
            foreach (var key in all(after).TouchedSince(all(before)))
            {
                var (old, now) = (At(before, key), At(after, key));
                if (!Equals(old, now))
                    into.Add(new FieldChange(path(key), old, now));
            }
        }

        private object? At(TState state, TKey key) =>
            all(state).TryGetValue(key, out var value) ? Known(of(state, key, value)) : null;
    }
}
