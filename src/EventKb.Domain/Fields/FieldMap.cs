namespace EventKb.Domain;

/// <summary>
/// The names under which an aggregate's state is shown, field by field: the one place where they stand. What an event changed is the
/// difference of two states, so that a trail of changes cannot say anything else than the state.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
public sealed partial class FieldMap<TState> where TState : notnull
{
    private readonly List<Part> _parts = [];
    private readonly List<(string Kind, Func<TState, object?> Of)> _links = [];
    private readonly Dictionary<Type, (Func<Event, string> Path, string Text)> _notes = [];
    private Func<TState, string?> _subject = _ => null;

    /// <summary>A fact; null = no value.</summary>
    public FieldMap<TState> Field<T>(string path, Func<TState, T> of)
    {
        _parts.Add(new Flat<T>(path, of));
        return this;
    }

    /// <summary>Texts of the event that has them, each under its own name.</summary>
    public FieldMap<TState> Texts(Func<TState, Texts?> of, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Field(name, state => of(state).Named(name));
        return this;
    }

    /// <summary>A part of each value of a keyed collection: its path follows from the key.</summary>
    public FieldMap<TState> Each<TKey, TValue>(Func<TState, Keyed<TKey, TValue>> all, Func<TKey, string> path,
        Func<TState, TKey, TValue, object?> of) where TKey : notnull
    {
        _parts.Add(new OfEach<TKey, TValue>(all, path, of));
        return this;
    }

    /// <summary>Parts of each value of a keyed collection: <c>prefix.key.part</c>.</summary>
    public FieldMap<TState> Each<TKey, TValue>(string prefix, Func<TState, Keyed<TKey, TValue>> all,
        params (string Part, Func<TValue, object?> Of)[] parts) where TKey : notnull
    {
        foreach (var (part, of) in parts)
            Each(all, key => $"{prefix}.{key}.{part}", (_, _, value) => of(value));
        return this;
    }

    /// <summary>A text that only one event has and that does not become a field.</summary>
    public FieldMap<TState> Note<TEvent>(string text, Func<TEvent, string>? path = null) where TEvent : Event
    {
        _notes[typeof(TEvent)] = (happened => path is null ? text : path((TEvent)happened), text);
        return this;
    }

    /// <summary>What the stream is linked with: a text, several, or null for nothing.</summary>
    public FieldMap<TState> Link(string kind, Func<TState, object?> of)
    {
        _links.Add((kind, of));
        return this;
    }

    /// <summary>What the stream is about, where that is not the stream itself.</summary>
    public FieldMap<TState> Subject(Func<TState, string?> of)
    {
        _subject = of;
        return this;
    }

    /// <summary>Every field that has a value.</summary>
    internal IEnumerable<(string Path, object Value)> Of(TState state) => _parts.SelectMany(part => part.Of(state));

    /// <summary>What a state is linked with in a way.</summary>
    internal IEnumerable<string> Linked(TState state, string kind) =>
        _links.Where(link => link.Kind == kind).SelectMany(link => Values(link.Of(state))).Distinct();

    /// <summary>How two states differ, and what else the event between them says.</summary>
    internal Difference Compare(TState before, TState after, RecordedEvent recorded)
    {
        var changes = new List<FieldChange>();
        foreach (var part in _parts)
            part.Compare(before, after, changes);
        if (recorded.Texts is { At: var at } && _notes.TryGetValue(recorded.Event.GetType(), out var note))
            changes.Add(new FieldChange(note.Path(recorded.Event), null, new TextAt(note.Text, at)));
        return new Difference([.. changes], [.. LinkChanges(before, after)], _subject(after));
    }

    private IEnumerable<LinkChange> LinkChanges(TState before, TState after)
    {
        foreach (var (kind, of) in _links)
        {
            var (old, now) = (of(before), of(after));
            if (Equals(old, now))
                continue;
            foreach (var ended in Values(old).Except(Values(now)))
                yield return new LinkChange(kind, ended, IsOpen: false);
            foreach (var begun in Values(now).Except(Values(old)))
                yield return new LinkChange(kind, begun, IsOpen: true);
        }
    }

    private static IEnumerable<string> Values(object? linked) => linked switch
    {
        null => [],
        string one => [one],
        IEnumerable<string> many => many,
        _ => throw new InvalidOperationException($"{linked.GetType()} is no link."),
    };
}
