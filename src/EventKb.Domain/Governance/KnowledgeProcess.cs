using static EventKb.Domain.Governance.KnowledgeProcessCommand;
using static EventKb.Domain.Governance.KnowledgeProcessEvent;

namespace EventKb.Domain.Governance;

/// <summary>The rules for knowledge of one institution: one stream each.</summary>
public static class KnowledgeProcess
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "knowledge-process";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<KnowledgeProcessState, KnowledgeProcessCommand> Decider { get; } =
        new(Category, KnowledgeProcessState.Empty, Decide, Evolve);

    /// <summary>Stream of an institution's process.</summary>
    public static StreamId StreamOf(InstitutionCode institution) =>
        new(institution, Category, DerivedId.From("process", institution.Value));

    /// <summary>Rules in force on a day; the default where no process is.</summary>
    public static ProcessRules RulesOn(KnowledgeProcessState state, DateOnly day) =>
        state.Steps.FindLast(step => step.From <= day)?.Rules ?? ProcessRules.Default;

    private static Decision Decide(KnowledgeProcessState state, KnowledgeProcessCommand command, CommandContext context) =>
        command switch
        {
            Adopt c => Adopt(state, c),
            Amend c => Amend(state, c),
            Repeal c => Repeal(state, c),
            _ => throw new InvalidOperationException($"{command.GetType().Name} is not decided."),
        };

    private static Decision Adopt(KnowledgeProcessState state, Adopt c)
    {
        var malformed = Of(c.Document) ?? Form.Day("inForceFrom", c.InForceFrom) ?? Reach(c.Scope)
            ?? Form.Text("title", c.Title, Limits.Title) ?? RulesForm.Check(c.Rules);
        if (malformed is not null)
            return malformed;
        var adopted = new Adopted(c.Document, c.InForceFrom, c.Scope, c.Rules with { Source = null });
        var content = new Content { Title = c.Title };
        return state.Steps.LastOrDefault() switch
        {
            { Event: Adopted } last when last.Event == adopted && last.TextDigest == content.Digests().Text => Decision.Nothing,
            { Rules: not null } => new Rejection("ALREADY_ADOPTED", "A process has been adopted and not repealed.",
                "Amend it, or repeal it first."),
            var last => (Full(state) ?? InOrder(last, "inForceFrom", c.InForceFrom)).Or(Decision.Of(adopted, content)),
        };
    }

    private static Decision Amend(KnowledgeProcessState state, Amend c)
    {
        var malformed = Of(c.Document) ?? Form.Day("inForceFrom", c.InForceFrom) ?? RulesForm.Check(c.Rules);
        if (malformed is not null)
            return malformed;
        var amended = new Amended(c.Document, c.InForceFrom, c.Rules with { Source = null });
        return state.Steps.LastOrDefault() switch
        {
            null => Missing(),
            { Rules: null } => Repealed(),
            var last when last.Event == amended => Decision.Nothing,
            var last => (Full(state) ?? InOrder(last, "inForceFrom", c.InForceFrom)).Or(Decision.Of(amended)),
        };
    }

    private static Decision Repeal(KnowledgeProcessState state, Repeal c)
    {
        if ((Of(c.Document) ?? Form.Day("from", c.From)) is { } malformed)
            return malformed;
        var repealed = new Repealed(c.Document, c.From);
        return state.Steps.LastOrDefault() switch
        {
            null => Missing(),
            var last when last.Event == repealed => Decision.Nothing,
            { Rules: null } => Repealed(),
            var last => InOrder(last, "from", c.From).Or(Decision.Of(repealed)),
        };
    }

    private static KnowledgeProcessState Evolve(KnowledgeProcessState state, Recorded recorded)
    {
        var digest = (recorded.Content as ContentSeal.Present)?.TextDigest;
        var source = $"{recorded.Stream}@{recorded.Version}";
        return recorded.Event switch
        {
            Adopted e => Add(new ProcessStep(e.InForceFrom, e.Rules with { Source = source }, e, digest)),
            Amended e => Add(new ProcessStep(e.InForceFrom, e.Rules with { Source = source }, e, digest)),
            Repealed e => Add(new ProcessStep(e.From, null, e, digest)),
            var other => throw Form.Unknown(Category, other),
        };

        KnowledgeProcessState Add(ProcessStep step) => state with { Steps = state.Steps.Add(step) };
    }

    private static Rejection Missing() => Form.NotFound("No process was adopted.");

    private static Rejection Repealed() =>
        new("PROCESS_REPEALED", "The process was repealed.", "Adopt a process anew.");

    /// <summary>Room is kept for one more, so that whatever was adopted can be repealed.</summary>
    private static Rejection? Full(KnowledgeProcessState state) =>
        state.Steps.Count >= Limits.Items - 1 ? Form.Full("changes of the process") : null;

    /// <summary>Rules follow one another: otherwise a change would silently end at one that was recorded before it.</summary>
    private static Rejection? InOrder(ProcessStep? last, string field, DateOnly from) =>
        last is null ? null : Form.NotBefore(field, from, last.From);

    private static Rejection? Reach(Scope scope) =>
        scope is Scope.State or Scope.Sector or Scope.Institution ? null
            : Rejection.Invalid("scope", "A process is the state's, a sector's or an institution's.");

    private static Rejection? Of(Document document) =>
        Form.Tag("document.number", document.Number) ?? Form.Day("document.date", document.Date)
        ?? (document.Sha256 is { Length: 64 } && document.Sha256.All(char.IsAsciiHexDigitLower) ? null
            : Rejection.Invalid("document.sha256", "The document's SHA-256 is 64 lower-case hex digits."));
}
