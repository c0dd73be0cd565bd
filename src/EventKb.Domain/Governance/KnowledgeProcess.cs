using static EventKb.Domain.Governance.KnowledgeProcessCommand;
using static EventKb.Domain.Governance.KnowledgeProcessEvent;
using static EventKb.Domain.Governance.KnowledgeProcessRejections;

namespace EventKb.Domain.Governance;

/// <summary>The rules for knowledge of one institution: one stream each.</summary>
public static class KnowledgeProcess
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "knowledge-process";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<KnowledgeProcessState, KnowledgeProcessCommand> Decider { get; } =
        new(Category, KnowledgeProcessState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of an institution's process.</summary>
    public static StreamId StreamOf(InstitutionCode institution) =>
        new(institution, Category, DerivedId.From("process", institution.Value));

    /// <summary>Rules in force on a day; the default where no process is.</summary>
    public static ProcessRules RulesOn(KnowledgeProcessState state, DateOnly day) =>
        state.Steps.Values.LastOrDefault(step => step.From <= day)?.Rules ?? ProcessRules.Default;

    private static Decision Decide(KnowledgeProcessState state, KnowledgeProcessCommand command, CommandContext context) =>
        command switch
        {
            Adopt c => Adopt(state, c, context),
            Amend c => Amend(state, c, context),
            Repeal c => Repeal(state, c, context),
            _ => throw Form.Undecided(command),
        };

    private static Decision Adopt(KnowledgeProcessState state, Adopt c, CommandContext context)
    {
        var malformed = Of(c.Document) ?? Form.Day("inForceFrom", c.InForceFrom) ?? Reach(c.Scope)
            ?? Form.Line("title", c.Title) ?? RulesForm.Check(c.Rules) ?? NotForTheState(c.Scope, context);
        if (malformed is not null)
            return malformed;
        var adopted = new Adopted(c.Document, c.InForceFrom, c.Scope, c.Rules with { Source = null });
        var content = new Content { Title = c.Title };
        return state.Last switch
        {
            { Event: Adopted } last when last.Event == adopted && last.Title?.Digest == content.Digests().Text => Decision.Nothing,
            { Rules: not null } => AlreadyAdopted,
            var last => (Full(state) ?? InOrder(last, "inForceFrom", c.InForceFrom)).Or(Decision.Of(adopted, content)),
        };
    }

    private static Decision Amend(KnowledgeProcessState state, Amend c, CommandContext context)
    {
        var malformed = Of(c.Document) ?? Form.Day("inForceFrom", c.InForceFrom) ?? RulesForm.Check(c.Rules);
        if (malformed is not null)
            return malformed;
        var amended = new Amended(c.Document, c.InForceFrom, c.Rules with { Source = null });
        return state.Last switch
        {
            null => NeverAdopted,
            { Rules: null } => AlreadyRepealed,
            var last when last.Event == amended => Decision.Nothing,
            var last => (NotForTheState(last.Scope, context) ?? Full(state) ?? InOrder(last, "inForceFrom", c.InForceFrom)).Or(Decision.Of(amended)),
        };
    }

    private static Decision Repeal(KnowledgeProcessState state, Repeal c, CommandContext context)
    {
        if ((Of(c.Document) ?? Form.Day("from", c.From)) is { } malformed)
            return malformed;
        var repealed = new Repealed(c.Document, c.From);
        return state.Last switch
        {
            null => NeverAdopted,
            var last when last.Event == repealed => Decision.Nothing,
            { Rules: null } => AlreadyRepealed,
            var last => (NotForTheState(last.Scope, context) ?? InOrder(last, "from", c.From)).Or(Decision.Of(repealed)),
        };
    }

    private static Rejection? NotForTheState(Scope scope, CommandContext context) =>
        scope == Scope.State && context.StateRulesBy != context.Institution ? NotTheState(context.StateRulesBy) : null;

    private static KnowledgeProcessState Evolve(KnowledgeProcessState state, RecordedEvent recorded) => recorded.Event switch
    {
        Adopted e => Laid(state, recorded, new(e.InForceFrom, Sourced(e.Rules, recorded), e.Scope, e.Document, recorded.Texts, e)),
        Amended e => Laid(state, recorded,
            state.Ruling! with { From = e.InForceFrom, Rules = Sourced(e.Rules, recorded), Document = e.Document, Event = e }),
        Repealed e => Laid(state, recorded, state.Ruling! with { From = e.From, Rules = null, Document = e.Document, Event = e }),
        var other => throw Form.Unknown(Category, other),
    };

    private static KnowledgeProcessState Laid(KnowledgeProcessState state, RecordedEvent recorded, ProcessStep step) =>
        state with { Steps = state.Steps.With(recorded.Version, step), Last = step, Ruling = step.Rules is null ? state.Ruling : step };

    private static ProcessRules Sourced(ProcessRules rules, RecordedEvent recorded) =>
        rules with { Source = $"{recorded.Stream}@{recorded.Version}" };

    private static FieldMap<KnowledgeProcessState> Fields() => new FieldMap<KnowledgeProcessState>()
        .Texts(s => s.Ruling?.Title, "title")
        .Field("scope", s => s.Ruling?.Scope).Field("inForceFrom", s => s.Ruling?.From).Field("document", s => s.Last?.Document)
        .Field("repealedFrom", s => s.Last is { Rules: null } repealed ? repealed.From : (DateOnly?)null)
        .Field("rules.fourEyes", s => s.Ruling?.Rules!.FourEyes)
        .Field("rules.provisionalHours", s => s.Ruling?.Rules!.ProvisionalHours)
        .Field("rules.reviewDays", s => s.Ruling?.Rules!.ReviewDays).Field("rules.reasons", s => s.Ruling?.Rules!.Reasons)
        .Field("rules.templates", s => s.Ruling?.Rules!.Templates)
        .Field("rules.requireSections", s => s.Ruling?.Rules!.RequireSections).Field("rules.retentionDays", s => s.Ruling?.Rules!.RetentionDays)
        .Field("rules.observationDays", s => s.Ruling?.Rules!.ObservationDays).Field("rules.knownErrorDays", s => s.Ruling?.Rules!.KnownErrorDays)
        .Field("rules.citedPriority", s => s.Ruling?.Rules!.CitedPriority);

    /// <summary>Room is kept for one more, so that whatever was adopted can be repealed.</summary>
    private static Rejection? Full(KnowledgeProcessState state) =>
        state.Steps.Count >= Limits.Items - 1 ? Form.Full("changes of the process") : null;

    /// <summary>Rules follow one another: otherwise a change would silently end at one that was recorded before it.</summary>
    private static Rejection? InOrder(ProcessStep? last, string field, DateOnly from) =>
        last is null ? null : Form.NotBefore(field, from, last.From);

    private static Rejection? Reach(Scope scope) =>
        scope is Scope.State or Scope.Sector or Scope.Institution ? null
            : Rejection.Invalid("scope", "The scope of a process must be the state, a sector or an institution.");

    private static Rejection? Of(Document document) =>
        Form.Tag("document.number", document.Number) ?? Form.Day("document.date", document.Date)
        ?? (document.Sha256 is { Length: 64 } && document.Sha256.All(char.IsAsciiHexDigitLower) ? null
            : Rejection.Invalid("document.sha256", "The SHA-256 of the document must be 64 lower-case hex digits."));
}
