using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.Citations.CitationCommand;
using static EventKb.Domain.Citations.CitationEvent;
using static EventKb.Domain.Citations.CitationRejections;

namespace EventKb.Domain.Citations;

/// <summary>
/// That a version of an article was used (Izmantošanas ieraksts): a stream of its own, in the institution of whoever used it.
/// </summary>
public static class Citation
{
    /// <summary>Second part of the ids of these streams; stored for ever.</summary>
    public const string Category = "citation";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<CitationState, CitationCommand> Decider { get; } = new(Category, CitationState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of the citation that a command records.</summary>
    public static StreamId IdFromCommand(InstitutionCode institution, CommandId command) =>
        new(institution, Category, DerivedId.From(Category, command.Value));

    private static Decision Decide(CitationState state, CitationCommand command, CommandContext context) => command switch
    {
        Cite c => DecideCite(state, c),
        _ when state.Recorded is null => NotFound,
        _ when state.IsWithdrawn => IsWithdrawn,
        StateOutcome c => Form.Known("outcome", c.Outcome)
            ?? (state.Outcome == c.Outcome ? Decision.Nothing : Decision.Of(new OutcomeStated(c.Outcome))),
        Rate c => DecideRate(state, c, context),
        Withdraw => Decision.Of(new Withdrawn()),
        _ => throw Form.Undecided(command),
    };

    private static Decision DecideCite(CitationState state, Cite c)
    {
        var outcome = c.Outcome ?? CitationOutcome.NotYetKnown;
        var wrong = Form.Version("used", c.Used) ?? (c.Record is null ? null : Form.Stream("record", c.Record, ServiceRecord.Category))
            ?? RecordForm.Number("supportLevel", c.SupportLevel, 0, 9) ?? Form.Known("outcome", outcome)
            ?? Form.AtMost("comment", c.Comment, Limits.Comment);
        if (wrong is not null)
            return wrong;
        var (recorded, content) = (new Recorded(c.Used, c.Record, c.SupportLevel, outcome, c.Useful), Said(c.Comment));
        if (state.Recorded is null)
            return Decision.Of(recorded, content);
        return state.Recorded == recorded && state.Comment?.Digest == content?.Digests().Text ? Decision.Nothing : AlreadyRecorded;
    }

    /// <summary>A rating is of the version that was read, so it is for whoever read it. Without a word it adds nothing to the same.</summary>
    private static Decision DecideRate(CitationState state, Rate c, CommandContext context)
    {
        if (Form.AtMost("comment", c.Comment, Limits.Comment) is { } wrong)
            return wrong;
        if (!state.IsBy(context.Person) && !state.IsBy(context.OnBehalfOf))
            return ByAnother;
        var content = Said(c.Comment);
        return state.Useful == c.Useful && (content is null || state.RatingComment?.Digest == content.Digests().Text)
            ? Decision.Nothing
            : Decision.Of(new Rated(c.Useful), content);
    }

    private static Content? Said(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : new Content { Comment = comment };

    private static CitationState Evolve(CitationState state, RecordedEvent recorded) => recorded.Event switch
    {
        Recorded e => state with
        {
            Recorded = e,
            Outcome = e.Outcome,
            Useful = e.Useful,
            Comment = recorded.Texts,
            Citers = [.. new[] { recorded.Metadata.Person, recorded.Metadata.OnBehalfOf }.OfType<PersonId>().Distinct()],
        },
        OutcomeStated e => state with { Outcome = e.Outcome },
        Rated e => state with { Useful = e.Useful, RatingComment = recorded.Texts },
        Withdrawn => state with { IsWithdrawn = true },
        var other => throw Form.Unknown(Category, other),
    };

    // Not linked with the article: its trail is that of its own changes, and uses are found by their subject.
    private static FieldMap<CitationState> Fields() => new FieldMap<CitationState>()
        .Field("used", s => s.Recorded?.Used).Field("record", s => s.Recorded?.Record).Field("supportLevel", s => s.Recorded?.SupportLevel)
        .Field("outcome", s => s.Recorded is null ? (CitationOutcome?)null : s.Outcome).Field("useful", s => s.Useful)
        .Field("useComment", s => s.Comment.Named("comment")).Field("ratingComment", s => s.RatingComment.Named("comment"))
        .Field("withdrawn", s => s.IsWithdrawn ? true : (bool?)null)
        .Link(Links.About, s => s.Recorded?.Record)
        .Subject(s => s.Recorded?.Used.Stream);
}
