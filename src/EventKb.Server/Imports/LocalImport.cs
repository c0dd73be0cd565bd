using System.Collections.Concurrent;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.Server.CommandLine;

namespace EventKb.Server.Imports;

/// <summary>
/// Turns rows into commands for a ledger that this process has open. Ids follow from the rows, so a row acts once.
/// </summary>
/// <param name="ledger">What takes the commands and knows the authors.</param>
internal sealed class LocalImport(EmbeddedLedger ledger) : ImportTarget
{
    private const int InFlight = 64;
    private const int MostRemembered = 10_000;
    private const string Source = "git";

    private readonly ConcurrentDictionary<(InstitutionCode, string), PersonId> _authors = new();

    /// <inheritdoc/>
    public override async Task Register(InstitutionCode institution, string name, DateOnly from, CancellationToken cancellation)
    {
        var id = CommandId.From("register-for-import", institution.Value);
        var importer = await Importer(institution, cancellation);
        var now = DateTimeOffset.FromUnixTimeSeconds(ledger.Time.GetUtcNow().ToUnixTimeSeconds());
        var context = new CommandContext(id, now, now, importer, institution, Via.Import, $"command:{id}", $"import:{Source}");
        var outcome = await ledger.Gateway.Send(
            Institution.StreamOf(institution), new InstitutionCommand.Register(name, from, null), context, cancellation);
        if (outcome is CommandOutcome.Refused { Rejection: { Code: not "INSTITUTION_ALREADY_REGISTERED" } why })
            throw CannotGoOn.BadInput($"The institution cannot be registered: {why.Fact} {why.Remedy}");
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<ImportAcknowledgement> Send(
        InstitutionCode institution, IAsyncEnumerable<ImportRow> rows, CancellationToken cancellation) =>
        ImportWindow.Run(rows, row => row.ArticleOf(institution).Id, (row, token) => Take(institution, row, token), InFlight,
            cancellation);

    /// <inheritdoc/>
    public override async Task<ImportHead> Head(CancellationToken cancellation)
    {
        var head = await ledger.Feed.Head(cancellation);
        return new ImportHead(head.Origin, head.Size, head.RootHash);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<ImportAcknowledgement> Take(InstitutionCode institution, ImportRow row, CancellationToken cancellation)
    {
        if (row is { NotTaken: null, File: { } file, Blob: { } blob } && !GitBlobId.IsOf(blob, file.Body))
            return await Skip(institution, row, new("blob-mismatch", "The text is not the one that its id names.", file.Body.Length), cancellation);
        if (row.NotTaken is { } refusal)
            return await Skip(institution, row, refusal, cancellation);
        var taken = await Send(institution, row, Command(row), "", cancellation);
        return taken.Code == "INVALID_INPUT" && row.File is { } refused
            ? await Skip(institution, row, new("invalid-text", taken.Reason!, refused.Body.Length), cancellation)
            : taken;
    }

    /// <summary>A text that cannot be taken stops neither the move of its article nor what comes later.</summary>
    private async Task<ImportAcknowledgement> Skip(InstitutionCode institution, ImportRow row, ImportRefusal refusal,
        CancellationToken cancellation)
    {
        var command = new KnowledgeArticleCommand.SkipRevision(row.Path, row.Commit, row.Blob, refusal.Bytes, refusal.Code);
        var skipped = await Send(institution, row, command, "not-taken", cancellation);
        return skipped with { Code = refusal.Code.Replace('-', '_').ToUpperInvariant(), Reason = refusal.Reason };
    }

    private async Task<ImportAcknowledgement> Send(InstitutionCode institution, ImportRow row, KnowledgeArticleCommand command, string part,
        CancellationToken cancellation)
    {
        var article = row.ArticleOf(institution);
        var id = part.Length == 0 ? CommandId.From(institution.Value, Source, row.Commit, row.Path)
            : CommandId.From(institution.Value, Source, row.Commit, row.Path, part);
        var (reason, message) = CommitMessage.Read(row.Message);
        var context = new CommandContext(
            id, row.OccurredAt, row.OccurredAt, await Author(institution, row, cancellation), institution, Via.Import,
            $"{Source}:{row.Commit}:{row.Ordinal}", row.Commit)
        {
            SentBy = await Importer(institution, cancellation),
            ReasonCode = command is KnowledgeArticleCommand.RetireImported ? KnowledgeArticle.SourceDeleted : null,
            ReasonText = reason,
            Message = message,
        };
        var outcome = await ledger.Gateway.Send(article, command, context, cancellation);
        var acknowledged = new ImportAcknowledgement(row.Commit, row.Ordinal, row.Path, article.ToString(), id.Value, 0, 0, 0, false);
        return outcome switch
        {
            CommandOutcome.Committed c => acknowledged with
            {
                Events = c.Events,
                FirstPosition = c.FirstPosition,
                LastPosition = c.LastPosition,
                Repeated = c.Repeated,
            },
            CommandOutcome.Refused r => acknowledged with { Code = r.Rejection.Code, Reason = $"{r.Rejection.Fact} {r.Rejection.Remedy}" },
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no known outcome."),
        };
    }

    private static KnowledgeArticleCommand Command(ImportRow row) => row.File is { } file
        ? new KnowledgeArticleCommand.ImportRevision(
            file.Kind, file.Language, row.Path, row.Commit, row.SourceTime, new Content { Title = file.Title, Body = file.Body },
            StewardGroup: file.Steward, NextReviewOn: file.NextReviewOn, SameBody: file.SameBody, Blob: row.Blob)
        : new KnowledgeArticleCommand.RetireImported(row.Path, row.Commit);

    /// <summary>An e-mail is one person, however the name is spelt; where there is none the name tells persons apart.</summary>
    private ValueTask<PersonId> Author(InstitutionCode institution, ImportRow row, CancellationToken cancellation)
    {
        var (name, email) = (row.AuthorName.Trim(), row.AuthorEmail.Trim().ToLowerInvariant());
        return Known(institution, Source, email.Length > 0 ? email : name, name.Length > 0 ? name : email, email, cancellation);
    }

    private ValueTask<PersonId> Importer(InstitutionCode institution, CancellationToken cancellation) =>
        Known(institution, "eventkb", "importer", "Importer", null, cancellation);

    private async ValueTask<PersonId> Known(InstitutionCode institution, string source, string subject, string name, string? email,
        CancellationToken cancellation)
    {
        if (_authors.TryGetValue((institution, $"{source}:{subject}"), out var known))
            return known;
        var person = await ledger.Persons.PseudonymFor(institution, source, subject, name, email, cancellation);
        if (_authors.Count < MostRemembered)
            _authors.TryAdd((institution, $"{source}:{subject}"), person);
        return person;
    }
}
