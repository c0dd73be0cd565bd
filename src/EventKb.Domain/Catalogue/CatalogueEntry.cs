using static EventKb.Domain.Catalogue.CatalogueEntryCommand;
using static EventKb.Domain.Catalogue.CatalogueEntryEvent;
using static EventKb.Domain.Catalogue.CatalogueEntryRejections;

namespace EventKb.Domain.Catalogue;

/// <summary>A service, resource or life situation: one stream per kind and code within an institution.</summary>
public static partial class CatalogueEntry
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "catalogue-entry";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<CatalogueEntryState, CatalogueEntryCommand> Decider { get; } =
        new(Category, CatalogueEntryState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of an entry, by its register and its code there.</summary>
    public static StreamId StreamOf(InstitutionCode institution, EntryKind kind, string code) =>
        new(institution, Category, DerivedId.From(Category, kind.Code(), code));

    private static Decision Decide(CatalogueEntryState state, CatalogueEntryCommand command, CommandContext _) => command switch
    {
        Register c => Register(state, c),
        Mirror c => Mirror(state, c),
        _ when state.Registered is null => NotRegistered,
        Discontinue c => Discontinue(state, c),
        _ when state.DiscontinuedFrom is { } day => LeftRegister(day),
        Describe c => Describe(state, c),
        AddDependency c => Add(state, c),
        RemoveDependency c => Remove(state, c),
        _ => throw Form.Undecided(command),
    };

    private static Decision Register(CatalogueEntryState state, Register c)
    {
        var malformed = Form.Known("kind", c.Kind) ?? Form.Tag("code", c.Code) ?? Texts(c.Name, c.Summary)
            ?? Form.Day("from", c.From);
        if (malformed is not null)
            return malformed;
        var registered = new Registered(c.Kind, c.Code, c.From);
        var content = new Content { Title = c.Name, Summary = c.Summary };
        if (state.Registered is null)
            return Decision.Of(registered, content);
        return state.Registered == registered && state.RegisteredTexts?.Digest == content.Digests().Text
            ? Decision.Nothing
            : AlreadyRegistered;
    }

    private static Decision Describe(CatalogueEntryState state, Describe c)
    {
        var malformed = Texts(c.Name, c.Summary) ?? NotBeforeEntry(state, c.From);
        if (malformed is not null)
            return malformed;
        var content = new Content { Title = c.Name, Summary = c.Summary };
        return state.Texts?.Digest == content.Digests().Text && c.From >= state.DescribedFrom
            ? Decision.Nothing
            : Decision.Of(new Described(c.From), content);
    }

    private static Decision Add(CatalogueEntryState state, AddDependency c)
    {
        var malformed = Form.Stream("on", c.On, Category) ?? NotBeforeEntry(state, c.From)
            ?? (c.On == state.Stream ? Rejection.Invalid("on", "An entry cannot depend on itself.") : null);
        if (malformed is not null)
            return malformed;
        var known = state.Dependencies.GetValueOrDefault(c.On);
        if (known is { Until: null })
            return known.From == c.From ? Decision.Nothing : DependencyExists(known.From);
        if (known is null && state.Dependencies.Count >= Limits.Items)
            return Form.Full("dependencies");
        return Form.NotBefore("from", c.From, known?.Until ?? c.From).Or(Decision.Of(new DependencyAdded(c.On, c.From)));
    }

    private static Decision Remove(CatalogueEntryState state, RemoveDependency c) =>
        state.Dependencies.GetValueOrDefault(c.On) switch
        {
            null => NeverDepended,
            var known when known.Until == c.From => Decision.Nothing,
            { Until: { } until } => DependencyEnded(until),
            var known => Form.After("from", c.From, known.From).Or(Decision.Of(new DependencyRemoved(c.On, c.From))),
        };

    private static Decision Discontinue(CatalogueEntryState state, Discontinue c) => state.DiscontinuedFrom switch
    {
        { } day when day == c.From => Decision.Nothing,
        { } day => LeftRegister(day),
        null => Form.After("from", c.From, state.Registered!.From).Or(Decision.Of(new Discontinued(c.From))),
    };

    private static CatalogueEntryState Evolve(CatalogueEntryState state, RecordedEvent recorded) => recorded.Event switch
    {
        Registered e => state with
        {
            Stream = recorded.Stream.Text,
            Registered = e,
            RegisteredTexts = recorded.Texts,
            Texts = recorded.Texts,
            DescribedFrom = e.From,
        },
        Described e => state with { Texts = recorded.Texts, DescribedFrom = e.From },
        DependencyAdded e => state with { Dependencies = state.Dependencies.With(e.On, new(e.From, null)) },
        DependencyRemoved e => state with
        {
            Dependencies = state.Dependencies.With(e.On, state.Dependencies[e.On] with { Until = e.From }),
        },
        Discontinued e => state with { DiscontinuedFrom = e.From },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<CatalogueEntryState> Fields() => new FieldMap<CatalogueEntryState>()
        .Texts(s => s.Texts, "title", "summary")
        .Field("kind", s => s.Registered?.Kind).Field("code", s => s.Registered?.Code).Field("from", s => s.Registered?.From)
        .Field("describedFrom", s => s.DescribedFrom)
        .Each("dependencies", s => s.Dependencies, ("from", d => d.From), ("until", d => d.Until))
        .Field("until", s => s.DiscontinuedFrom)
        .Link(Links.Service, s => s.Registered?.Kind == EntryKind.Service ? s.Stream : null)
        .Link(Links.Resource, s => s.Registered?.Kind == EntryKind.Resource ? s.Stream : null);

    private static Rejection? NotBeforeEntry(CatalogueEntryState state, DateOnly from) =>
        Form.NotBefore("from", from, state.Registered!.From);

    private static Rejection? Texts(string name, string? summary) =>
        Form.Line("name", name) ?? Form.AtMost("summary", summary, Limits.Summary);
}
