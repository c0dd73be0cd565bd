using static EventKb.Domain.Catalogue.InstitutionCommand;
using static EventKb.Domain.Catalogue.InstitutionEvent;
using static EventKb.Domain.Catalogue.InstitutionRejections;

namespace EventKb.Domain.Catalogue;

/// <summary>An institution and what became of it: one stream each.</summary>
public static class Institution
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "institution";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<InstitutionState, InstitutionCommand> Decider { get; } =
        new(Category, InstitutionState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of an institution.</summary>
    public static StreamId StreamOf(InstitutionCode institution) =>
        new(institution, Category, DerivedId.From(Category, institution.Value));

    private static Decision Decide(InstitutionState state, InstitutionCommand command, CommandContext context) => command switch
    {
        Register c => Register(state, c, context),
        _ when state.Registered is null => NotRegistered,
        Merge c => End(state, new Merged(c.Into, c.From), c.From, Other(state, "into", c.Into)),
        InstitutionCommand.Split c => End(state, new InstitutionEvent.Split(c.Into, c.From), c.From, Parts(state, c.Into)),
        Succeed c => End(state, new Succeeded(c.By, c.From), c.From, Other(state, "by", c.By)),
        _ => throw Form.Undecided(command),
    };

    private static Decision Register(InstitutionState state, Register c, CommandContext context)
    {
        var malformed = Form.Line("name", c.Name) ?? Form.Day("from", c.From)
            ?? (c.RegistrationNumber is null ? null : Form.Tag("registrationNumber", c.RegistrationNumber));
        if (malformed is not null)
            return malformed;
        var registered = new Registered(c.From, c.RegistrationNumber, c.LaysDownStateRules);
        var content = new Content { Title = c.Name };
        if (state.Registered is null && c.LaysDownStateRules && context.StateRulesBy is { } other)
            return StateRulesByAnother(other);
        if (state.Registered is null)
            return Decision.Of(registered, content);
        return state.Registered == registered && state.Texts?.Digest == content.Digests().Text
            ? Decision.Nothing
            : AlreadyRegistered;
    }

    private static Decision End(InstitutionState state, InstitutionEvent end, DateOnly from, Rejection? malformed)
    {
        if (malformed is not null)
            return malformed;
        if (state.End == end)
            return Decision.Nothing;
        if (state.End is not null)
            return AlreadyEnded;
        return Form.After("from", from, state.Registered!.From).Or(Decision.Of(end));
    }

    private static InstitutionState Evolve(InstitutionState state, RecordedEvent recorded) => recorded.Event switch
    {
        Registered e => state with
        {
            Code = recorded.Stream.Institution,
            Registered = e,
            Texts = recorded.Texts,
        },
        Merged or InstitutionEvent.Split or Succeeded => state with { End = (InstitutionEvent)recorded.Event },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<InstitutionState> Fields() => new FieldMap<InstitutionState>()
        .Texts(s => s.Texts, "title")
        .Field("status", s => s.Status).Field("from", s => s.Registered?.From)
        .Field("registrationNumber", s => s.Registered?.RegistrationNumber)
        .Field("laysDownStateRules", s => s.Registered?.LaysDownStateRules == true ? true : (bool?)null)
        .Field("successors", s => s.End is null ? null : s.Successors.Select(code => code.Value).ToArray())
        .Field("until", s => s.Until);

    private static Rejection? Parts(InstitutionState state, ValueList<InstitutionCode> parts) =>
        Form.Count("into", parts.Count, Limits.Items)
        ?? (parts.Count < 2 || parts.Distinct().Count() < parts.Count
            ? Rejection.Invalid("into", "An institution must be split into at least two different institutions.")
            : Form.Each(parts, part => Other(state, "into", part)));

    private static Rejection? Other(InstitutionState state, string field, InstitutionCode code) =>
        Form.Institution(field, code)
        ?? (code == state.Code ? Rejection.Invalid(field, "An institution cannot take over from itself.") : null);
}
