using static EventKb.Domain.Sources.KnowledgeSourceCommand;
using static EventKb.Domain.Sources.KnowledgeSourceEvent;
using static EventKb.Domain.Sources.KnowledgeSourceRejections;

namespace EventKb.Domain.Sources;

/// <summary>A repository whose files an institution imports: how far it was read, and which of its files have no article.</summary>
public static class KnowledgeSource
{
    /// <summary>Second part of the ids of these streams; stored for ever.</summary>
    public const string Category = "knowledge-source";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<KnowledgeSourceState, KnowledgeSourceCommand> Decider { get; } =
        new(Category, KnowledgeSourceState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of an institution's source; the name of the repository is what tells it from the others.</summary>
    public static StreamId StreamOf(InstitutionCode institution, string repository) =>
        new(institution, Category, DerivedId.From(Category, institution.Value, repository));

    /// <summary>Why a text cannot be a source's name; null = it can.</summary>
    public static Rejection? CheckName(string repository) => Form.Tag("repository", repository);

    private static Decision Decide(KnowledgeSourceState state, KnowledgeSourceCommand command, CommandContext context) =>
        CheckName(command.Repository) ?? command switch
        {
            RecordImport c => Record(state, c),
            ReportFile c => Report(state, c),
            SettleFile c => Settle(state, c),
            _ => throw Form.Undecided(command),
        };

    private static Decision Record(KnowledgeSourceState state, RecordImport c)
    {
        var wrong = Form.Text("ref", c.Ref, Limits.Path) ?? Form.Tag("commit", c.Commit) ?? Form.Time("through", c.Through)
            ?? (c.After is null ? null : Form.Tag("after", c.After));
        if (wrong is not null)
            return wrong;
        if ((state.Commit, state.Ref) == (c.Commit, c.Ref))
            return Decision.Nothing;
        return state.Commit == c.After
            ? Decision.Of(new Imported(c.Repository, c.Ref, c.Commit, Instants.Micros(c.Through), c.Rewritten))
            : ImportedMeanwhile(state.Commit);
    }

    private static Decision Report(KnowledgeSourceState state, ReportFile c)
    {
        var wrong = Form.Text("path", c.Path, Limits.SourcePath) ?? (c.PathBytes is null ? null : Bytes("pathBytes", c.PathBytes))
            ?? Form.Tag("commit", c.Commit) ?? (c.Blob is null ? null : Form.Code("blob", c.Blob)) ?? Form.Code("reason", c.Reason)
            ?? Form.Stream("article", c.Article, KnowledgeArticles.KnowledgeArticle.Category)
            ?? (c.Bytes < 0 ? Rejection.Invalid("bytes", "The number of bytes is negative.") : null);
        if (wrong is not null)
            return wrong;
        var missing = new FileNotImported(c.Repository, c.Path, c.PathBytes, c.Commit, c.Blob, c.Bytes, c.Reason, c.Article);
        if (state.Missing.TryGetValue(c.Path, out var known) && known with { Commit = c.Commit } == missing)
            return Decision.Nothing;
        return known is null && state.Missing.Count >= Limits.MissingFiles ? TooManyMissing : Decision.Of(missing);
    }

    private static Decision Settle(KnowledgeSourceState state, SettleFile c)
    {
        var wrong = Form.Text("path", c.Path, Limits.SourcePath) ?? Form.Tag("commit", c.Commit);
        if (wrong is not null)
            return wrong;
        return state.Missing.ContainsKey(c.Path) ? Decision.Of(new FileSettled(c.Path, c.Commit)) : Decision.Nothing;
    }

    private static Rejection? Bytes(string field, string base64) => Form.Text(field, base64, Limits.SourcePath)
        ?? (System.Buffers.Text.Base64.IsValid(base64) ? null : Rejection.Invalid(field, $"'{field}' is not valid base64."));

    private static KnowledgeSourceState Evolve(KnowledgeSourceState state, RecordedEvent recorded) => recorded.Event switch
    {
        Imported e => state with { Repository = e.Repository, Last = e, ReadUpTo = recorded.Position },
        FileNotImported e => state with { Repository = e.Repository, Missing = state.Missing.With(e.Path, e) },
        FileSettled e => state with { Missing = state.Missing.Without(e.Path) },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<KnowledgeSourceState> Fields() => new FieldMap<KnowledgeSourceState>()
        .Field("repository", s => s.Repository).Field("ref", s => s.Ref).Field("commit", s => s.Commit)
        .Field("through", s => s.Last?.Through).Field("rewritten", s => s.Last?.Rewritten == true ? true : (bool?)null)
        .Each("missing", s => s.Missing, ("commit", file => file.Commit), ("reason", file => file.Reason), ("bytes", file => file.Bytes),
            ("blob", file => file.Blob), ("pathBytes", file => file.PathBytes), ("article", file => file.Article));
}
