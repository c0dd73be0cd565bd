using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.Server.Persons;
using Command = EventKb.Domain.Command;

namespace EventKb.Server.Imports;

/// <summary>
/// Turns rows into commands for a ledger that this process has open. Ids follow from the rows, so a row acts once.
/// </summary>
/// <param name="ledger">What takes the commands and knows the authors.</param>
internal sealed partial class LocalImport(EmbeddedLedger ledger) : ImportTarget
{
    /// <summary>What ids, causes and persons that come from git begin with.</summary>
    public const string Git = "git";

    private SemaphoreSlim One { get; init; } = new(1);

    private ImportPersons Persons { get; init; } = new(new PersonClaims(ledger));

    /// <summary>The same, where somebody who signed in sends the rows: the trail names them beside whom a row names.</summary>
    public LocalImport As(PersonId? sender) => sender is null ? this : new(ledger) { One = One, Persons = Persons with { Signed = sender } };

    /// <inheritdoc/>
    public override async Task Register(InstitutionCode institution, string name, DateOnly from, CancellationToken cancellation)
    {
        if (await ledger.Feed.Stream(Institution.StreamOf(institution), 1, cancellation) is [_, ..])
            return;
        var id = CommandId.From("register-for-import", institution.Value);
        var importer = await Persons.EnterImporter(institution, cancellation);
        var now = DateTimeOffset.FromUnixTimeSeconds(ledger.Time.GetUtcNow().ToUnixTimeSeconds());
        var context = new CommandContext(id, now, now, importer, institution, Via.Import, $"command:{id}", $"import:{Git}");
        var outcome = await ledger.Gateway.Send(
            Institution.StreamOf(institution), new InstitutionCommand.Register(name, from, null), context, cancellation);
        if (outcome is CommandOutcome.Refused { Rejection: { Code: not "INSTITUTION_ALREADY_REGISTERED" } why })
            throw CannotGoOn.BadInput($"The institution cannot be registered: {why.Words}");
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<ImportAcknowledgement> Send(
        InstitutionCode institution, string repository, IAsyncEnumerable<ImportRow> rows, CancellationToken cancellation) => InTurn(
        Claiming(new ImportWindow<ImportRow, ImportAcknowledgement>(row => row.StreamIn(institution, repository).Text,
            (together, turn, token) => Take(institution, repository, together, turn, token)),
            row => [Persons.Importer(institution), Persons.Author(institution, row)],
            row => (row.StreamIn(institution, repository), IdOf(institution, row, RowCommand.Of(institution, repository, row))))
            .Run(rows, cancellation), cancellation);

    /// <inheritdoc/>
    public override async Task<ImportHead> Head(CancellationToken cancellation)
    {
        var head = await ledger.Feed.Head(cancellation);
        return new ImportHead(head.Origin, head.Size, head.RootHash);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        One.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>One line after another: two that share streams would wait for each other's turns.</summary>
    private async IAsyncEnumerable<T> InTurn<T>(IAsyncEnumerable<T> line, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await One.WaitAsync(cancellation);
        try
        {
            await foreach (var taken in line.WithCancellation(cancellation))
                yield return taken;
        }
        finally
        {
            One.Release();
        }
    }

    /// <summary>
    /// Whoever new rows name is entered in the person directory before them. A row that is there already enters nobody: another map may read
    /// other names in it, and it adds nothing.
    /// </summary>
    private ImportWindow<TRow, TAnswer> Claiming<TRow, TAnswer>(ImportWindow<TRow, TAnswer> window, Func<TRow, IEnumerable<PersonClaim?>> named,
        Func<TRow, (StreamId Stream, CommandId Id)?> commandOf)
    {
        var met = new HashSet<PersonId>();
        return window with { Before = Enter };

        async Task<IEnumerable<Func<WriteTurn, CancellationToken, Task>>> Enter(IReadOnlyList<TRow> rows, CancellationToken cancellation)
        {
            var entered = new List<PersonClaim>();
            foreach (var row in rows)
                if (await Persons.New(named(row), met) is { Count: > 0 } claims
                    && (commandOf(row) is not { } sent || await ledger.Store.FindCommand(sent.Stream.Text, sent.Id.Value, cancellation) is null))
                    entered.AddRange(claims.Where(claim => met.Add(claim.Id)));
            return entered.Select(claim => (Func<WriteTurn, CancellationToken, Task>)((turn, stop) => Persons.Enter(claim, turn, stop)));
        }
    }

    private async Task<IReadOnlyList<ImportAcknowledgement>> Take(
        InstitutionCode institution, string repository, IReadOnlyList<ImportRow> rows, WriteTurn turn, CancellationToken cancellation)
    {
        var taken = rows.Select(row => RowCommand.Of(institution, repository, row)).ToList();
        List<(Command, CommandContext)> sent = [.. rows.Zip(taken, (row, command) => (command.Command, ContextOf(institution, row, command)))];
        var stream = rows[0].StreamIn(institution, repository);
        var outcomes = await ledger.Gateway.Send(stream, sent, turn, cancellation);
        return [.. outcomes.Select((outcome, i) => taken[i].Acknowledge(rows[i], stream, sent[i].Item2.CommandId, outcome))];
    }

    private CommandContext ContextOf(InstitutionCode institution, ImportRow row, RowCommand command)
    {
        var id = IdOf(institution, row, command);
        var (reason, message) = CommitMessage.Read(row.Message);
        return new CommandContext(
            id, row.OccurredAt, row.OccurredAt, Persons.Author(institution, row).Id, institution, Via.Import,
            $"{Git}:{row.Commit}:{row.Ordinal}", row.Commit)
        {
            SentBy = Persons.Sender(institution),
            ReasonCode = command.Command is KnowledgeArticleCommand.RetireImported ? KnowledgeArticle.SourceDeleted : null,
            ReasonText = reason,
            Message = message,
        };
    }

    private static CommandId IdOf(InstitutionCode institution, ImportRow row, RowCommand command) =>
        CommandId.From([institution.Value, Git, row.Commit, row.Path, .. PartsOf(row, command)]);

    /// <summary>What tells a command from another of the same row or, after a rewrite, of the same commit read anew.</summary>
    private static IEnumerable<string> PartsOf(ImportRow row, RowCommand command)
    {
        if (command.Refusal is not null || row.Change == ImportChange.Settled)
            yield return command.Refusal is null ? "settled" : "not-taken";
        if (row.Rewritten is { } head)
            yield return head;
    }
}
