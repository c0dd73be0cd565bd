using EventKb.Domain.Catalogue;
using EventKb.Domain.Citations;
using EventKb.Domain.Governance;
using EventKb.Domain.Holds;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.Persons;
using EventKb.Domain.ServiceRecords;
using EventKb.Domain.Sources;
using EventKb.ReadModels;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Citations;
using EventKb.ReadModels.Governance;
using EventKb.ReadModels.Holds;
using EventKb.ReadModels.IncidentProblemLinks;
using EventKb.ReadModels.KnownErrors;
using EventKb.ReadModels.Persons;
using EventKb.ReadModels.ServiceRecords;
using EventKb.ReadModels.Sources;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>
/// After each event of any history the rows of registers and controls say what the state says; those of duties and rules are held against
/// it day by day elsewhere.
/// </summary>
public sealed class OtherRowsAndState
{
    private static readonly Viewer Operator = Viewer.LocalOperator;
    private static readonly DateTimeOffset Later = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task Entries_say_what_the_state_says() => Compare(CatalogueEntry.Category, Said, async (session, pin, stream) =>
    {
        var row = (await CatalogueQueries.ByIds(session, Operator, pin, [stream]))[stream];
        return $"{row.Version} {row.Kind} {row.Code} {row.From} {row.Until} {row.InRegister} {row.Name} {string.Join(',', row.DependsOn)}";
    });

    [Fact]
    public Task Institutions_say_what_the_state_says() => Compare(Institution.Category, Said, async (session, pin, _) =>
    {
        var row = (await InstitutionQueries.ByCodes(session, Operator, pin, ["RIGA"]))["RIGA"];
        return $"{row.Version} {row.Status} {row.Since} {string.Join(',', row.Successors)}";
    });

    [Fact]
    public Task Controls_say_what_the_state_says() => Compare(Control.Category, Said, async (session, pin, stream) =>
    {
        var row = (await ControlQueries.ByIds(session, Operator, pin, [stream]))[stream];
        return $"{row.Version} {row.Duty} {row.Subject} {row.From} {row.Sample.Count} "
            + string.Join(',', row.Findings.Select(f => $"{f.Finding}{f.Closed}{f.Responsible}{f.DueOn}"));
    });

    [Fact]
    public Task Sources_say_what_the_state_says() => Compare(KnowledgeSource.Category, Said, async (session, pin, stream) =>
    {
        var row = (await SourceQueries.ByIds(session, Operator, pin, [stream]))[stream];
        var missing = await SourceQueries.Missing(session, Operator, pin, stream, 10);
        return $"{row.Version} {row.Repository} {row.Ref} {row.Commit} {row.Through} {row.Rewritten} "
            + string.Join(',', missing.Items.Select(f => $"{f.Path}{f.PathBytes}{f.Commit}{f.Blob}{f.Bytes}{f.Reason}{f.Article}"));
    });

    [Fact]
    public Task Records_say_what_the_state_says() => Compare(ServiceRecord.Category, Said, async (session, pin, stream) =>
    {
        var row = (await ServiceRecordQueries.ByIds(session, Operator, pin, [stream]))[stream];
        return $"{row.Version} {row.Kind} {row.Number} {row.Row ?? 0} {row.Facts ?? new()} {row.Facts is not null} {row.Title} {row.Caller}";
    });

    [Fact]
    public Task Known_errors_say_what_the_state_says() => Compare(KnownError.Category, Said, async (session, pin, stream) =>
    {
        var row = (await KnownErrorQueries.ByIds(session, Operator, pin, [stream]))[stream];
        return $"{row.Version} {row.Problem} {row.Status} {row.Title is not null} {row.Cause is not null} {row.Workaround} {row.Lost} {row.FixChange} "
            + $"{row.Fix} {row.ReopeningFor}";
    });

    [Fact]
    public Task Links_say_what_the_state_says() => Compare(IncidentProblemLink.Category, Said, async (session, pin, stream) =>
    {
        var row = (await IncidentProblemLinkQueries.ByIds(session, Operator, pin, [stream]))[stream];
        var steps = await IncidentProblemLinkQueries.Steps(session, Operator, pin, row.FirstPosition, 100);
        return $"{row.Version} {row.Incident} {row.Problem} {row.Last.State} {row.Last.Position} {row.Rule} {row.Confidence} {row.Explanation} "
            + steps.Items.Count;
    });

    [Fact]
    public Task Citations_say_what_the_state_says() => Compare(Citation.Category, Said, async (session, pin, stream) =>
    {
        var row = (await CitationQueries.ByIds(session, Operator, pin, [stream]))[stream];
        var listed = await CitationQueries.List(session, Operator, pin, new() { Article = row.Used.Stream, Outcome = [row.Outcome] }, 9);
        Assert.Equal(row.Withdrawal is null ? [row] : [], listed.Items);
        return $"{row.Version} {row.Used} {row.Record} {row.SupportLevel} {row.Person} {row.Outcome} {row.Useful} {row.Comment} {row.RatingComment} "
            + row.Withdrawal?.Position;
    });

    [Fact]
    public Task The_person_directory_says_what_the_state_says() => Compare(Person.Category, Said, async (session, pin, stream) =>
    {
        var row = (await PersonQueries.ByIds(session, Operator, pin, [stream]))[stream];
        var names = (await PersonNames.Of(session, Operator, [stream])).GetValueOrDefault(stream, PersonNames.Unknown);
        var rights = (await PersonQueries.Rights(session, Operator, pin, [stream]))[stream].Where(right => right.From != right.Until);
        var members = (await PersonQueries.Members(session, Operator, pin, [stream]))[stream];
        return $"{row.Version} {row.Kind} {row.Source} {row.LeftOn} {row.Present} {row.Disabled} {row.Erased} "
            + $"{names.At(pin.Position, pin.Valid)?.Name} {string.Join(',', members)} {string.Join(',', rights)}";
    });

    [Fact]
    public Task Accounts_say_what_the_state_says() => Compare(Identity.Category, Said, async (session, pin, stream) =>
    {
        var row = (await IdentityQueries.ByIds(session, Operator, pin, [stream]))[stream];
        return $"{row.Version} {row.Status} {row.Person} {row.ProposedBy}";
    });

    [Fact]
    public Task Holds_say_what_the_state_says() => Compare(LegalHold.Category, Said, async (session, pin, stream) =>
    {
        var row = (await LegalHoldQueries.ByIds(session, Operator, pin, [stream]))[stream];
        return $"{row.Version} {row.Held} {string.Join(',', row.Cases.Select(open => open.Case))}";
    });

    private static async Task Compare(string category, Func<object, int, RandomHistory, string> said,
        Func<ReadSession, Pin, string, Task<string>> read)
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var history = RandomHistory.Of(category, seed);
            await using var models = new ReadModelFolder(history.Ledger);
            await using var session = await models.Read();
            for (var position = 1; position <= history.Ledger.Size; position++)
            {
                var pin = (await session.PinAt(history.Ledger.Now, position, valid: Later))!;
                Assert.Equal((seed, position, said(history.States[position], position, history)),
                    (seed, position, await read(session, pin, history.Stream)));
            }
        }
    }

    private static string Said(object state, int version, RandomHistory history) => state switch
    {
        CatalogueEntryState s => $"{version} {s.Registered!.Kind} {s.Registered.Code} {s.Registered.From} {s.DiscontinuedFrom} "
            + $"{s.DiscontinuedFrom is null} {history.Ledger.Events[(int)s.Texts!.At - 1].Content!.Title} "
            + string.Join(',', s.Dependencies.Where(d => d.Value.Until is null).Select(d => d.Key)),
        InstitutionState s => $"{version} {s.Status} {s.Until ?? s.Registered!.From} {string.Join(',', s.Successors)}",
        ControlState s => $"{version} {s.Performed!.Duty} {s.Performed.Subject} {s.Performed.From} {s.Performed.Sample.Count} "
            + string.Join(',', s.Findings.Select(f => $"{f.Key}{f.Value.IsClosed}{f.Value.Raised.Responsible}{f.Value.Raised.DueOn}")),
        KnowledgeSourceState s => $"{version} {s.Repository} {s.Ref} {s.Commit} {s.Last?.Through} {s.Last?.Rewritten ?? false} "
            + string.Join(',', s.Missing.Values.Select(f => $"{f.Path}{f.PathBytes}{f.Commit}{f.Blob}{f.Bytes}{f.Reason}{f.Article}")),
        ServiceRecordState s => $"{version} {s.Registered!.Kind} {s.Registered.Number} {s.Row} {s.Facts} {s.IsReported} "
            + $"{TextsOf(s, history)?.Title} {TextsOf(s, history)?.Comment}",
        KnownErrorState s => $"{version} {s.Problem} {s.Status} {s.Texts is not null} {s.Cause is not null} {s.Workaround} {s.Lost} {s.FixChange} "
            + $"{s.Fix} {s.ReopeningFor}",
        IncidentProblemLinkState s => $"{version} {s.Pair!.Incident} {s.Pair.Problem} {s.State} {s.Decided} {s.Rule} {s.Confidence} "
            + $"{(s.Texts is { At: var at } ? history.Ledger.Events[(int)at - 1].Content!.Comment : null)} {version}",
        CitationState s => $"{version} {s.Recorded!.Used} {s.Recorded.Record} {s.Recorded.SupportLevel} {s.Citers.Single()} {s.Outcome} {s.Useful} "
            + $"{CommentOf(s.Comment, history)} {CommentOf(s.RatingComment, history)} {(s.IsWithdrawn ? version : null)}",
        // Names are asked for at the head of the rows, so what is erased later is nowhere any more.
        PersonState s => $"{version} {s.Kind} {s.Source} {s.LeftOn} {s.LeftOn is null} {s.Disabled} {s.ErasedOn is not null} "
            + $"{NameOf(s, history)} {string.Join(',', s.Members.Where(m => m.Value.Until is null).Select(m => m.Key))} "
            + string.Join(',', s.Rights.OrderBy(r => RowJson.Name(r.Key.Right), StringComparer.Ordinal).SelectMany(r => r.Value.Where(time => time.From != time.Until).OrderBy(time => time.From)
                .Select(time => new RightRow(r.Key, time.From, time.Until)))),
        IdentityState s => $"{version} {s.Status} {s.Person} {s.Proposers[0]}",
        LegalHoldState s => $"{version} {s.Held} {string.Join(',', s.OpenCases.Select(open => open.Key))}",
        _ => throw new InvalidOperationException($"{state.GetType()} is not said."),
    };

    private static string? NameOf(PersonState person, RandomHistory history) =>
        ((PersonState)history.States[^1]).Spoken.Erased.Contains(person.Name!.At) ? null : history.Ledger.Events[(int)person.Name.At - 1].Content!.Title;

    private static string? CommentOf(Domain.Texts? texts, RandomHistory history) =>
        texts is { At: var at } ? history.Ledger.Events[(int)at - 1].Content!.Comment : null;

    private static Domain.Content? TextsOf(ServiceRecordState record, RandomHistory history) =>
        record.Texts is { At: var at } ? history.Ledger.Events[(int)at - 1].Content : null;
}
