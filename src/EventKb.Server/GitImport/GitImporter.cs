using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>What is imported, and as whose.</summary>
/// <param name="Institution">Institution whose knowledge base it is.</param>
/// <param name="Name">The institution's name, for when it is not registered yet.</param>
/// <param name="Repository">Name of the source.</param>
/// <param name="Language">Language of files that do not name theirs.</param>
/// <param name="Map">How its files word what they say of themselves.</param>
/// <param name="Rewritten">True to accept a line that does not go through the last commit imported.</param>
internal sealed record ImportOrder(InstitutionCode Institution, string Name, string Repository, string Language, ImportMap Map,
    bool Rewritten = false)
{
    /// <summary>An order of what is usual.</summary>
    public ImportOrder(InstitutionCode institution, string name, string repository) : this(institution, name, repository, "en", ImportMap.None) { }
}

/// <summary>Brings into a ledger what is new in a repository's history, row by row.</summary>
/// <param name="target">The ledger or the server that takes it.</param>
/// <param name="order">What is imported.</param>
internal sealed class GitImporter(ImportTarget target, ImportOrder order)
{
    private bool _registered;

    /// <summary>Imports the repository; each acknowledgement is handed on as it comes.</summary>
    /// <param name="repository">What to import.</param>
    /// <param name="now">The time of the import.</param>
    /// <param name="acknowledged">Told of every acknowledgement, in order.</param>
    /// <param name="cancellation">Stops between rows; another run goes on from there.</param>
    public async Task<ImportReport> Import(
        GitRepository repository, DateTimeOffset now, Action<ImportReport, ImportAcknowledgement>? acknowledged, CancellationToken cancellation)
    {
        var report = new ImportReport();
        var source = await target.Source(order.Institution, order.Repository, cancellation);
        report.Since = source.Commit;
        if (repository.Head is { } head && (source.Commit, source.Ref) != (head, repository.Ref))
        {
            await Import(repository, source, now, report, acknowledged, cancellation);
            source = await target.Source(order.Institution, order.Repository, cancellation);
        }

        report.Missing = source.Missing.Count;
        report.Head = await target.Head(cancellation);
        return report;
    }

    private async Task Import(GitRepository repository, ImportSource source, DateTimeOffset now, ImportReport report,
        Action<ImportReport, ImportAcknowledgement>? acknowledged, CancellationToken cancellation)
    {
        var follows = await Follows(repository, source, cancellation);
        var line = new GitLine(now, report.Warn, follows ? source.Commit : null, source.Through);
        var known = await Known(source, follows, cancellation);
        var history = new GitHistory(repository, order, line, known.ByPath);
        var rows = follows || source.Commit is null ? history.Rows(cancellation) : history.RowsOfRewritten(source.Commit, cancellation);
        await foreach (var acknowledgement in target.Send(
            order.Institution, order.Repository, Registering(rows, known.OfOthers, cancellation), cancellation))
        {
            report.Count(acknowledgement);
            acknowledged?.Invoke(report, acknowledgement);
        }

        report.Articles = history.Articles;
        // What the ledger does not tell of is tried again by the next import.
        if (!report.HasOpenRows && (_registered || source.Commit is not null))
            report.Count(await target.Complete(order.Institution, order.Repository, new(
                repository.Ref!, repository.Head!, line.Through, source.Commit, Rewritten: !follows && source.Commit is not null), cancellation));
    }

    /// <summary>Whether the line goes on from the last import; where it goes elsewhere, that must have been accepted.</summary>
    private async Task<bool> Follows(GitRepository repository, ImportSource source, CancellationToken cancellation)
    {
        if (source.Commit is not { } last)
            return false;
        var place = await repository.PlaceOf(last, cancellation);
        if (place != PlaceOnLine.On && !order.Rewritten)
            throw CannotGoOn.BadInput(
                $"'{order.Repository}' was imported up to {last} ({source.Ref}). "
                + $"{(place == PlaceOnLine.Ahead ? Older(repository) : Aside(repository))} "
                + $"If that history was rewritten, import it with --rewritten: articles are matched by path, those whose files are gone are "
                + $"retired. If it is another knowledge base, name it with --source.");
        return place == PlaceOnLine.On;
    }

    private static Wording Older(GitRepository repository) => $"{repository.Ref} is older: it is at {repository.Head}.";

    private static Wording Aside(GitRepository repository) =>
        $"The history of {repository.Ref}, which is at {repository.Head}, does not go through it.";

    /// <summary>The files that are there where the line is read from, and the articles that other sources have.</summary>
    private async Task<(Dictionary<string, LiveFile> ByPath, Dictionary<string, string?> OfOthers)> Known(
        ImportSource source, bool follows, CancellationToken cancellation)
    {
        var (byPath, others) = (new Dictionary<string, LiveFile>(StringComparer.Ordinal), new Dictionary<string, string?>(StringComparer.Ordinal));
        var position = follows ? source.ReadUpTo : (await target.Head(cancellation)).Size;
        await foreach (var file in target.Articles(order.Institution, position, cancellation))
            if (file.Repository != order.Repository)
                others[file.Article] = file.Repository;
            else if (source.Commit is not null)
                byPath[file.Path] = new(file.Article, IsTaken: true);
        foreach (var file in source.Commit is null ? [] : source.Missing)
            byPath[file.Path] = new(file.Article, IsTaken: false);
        return (byPath, others);
    }

    private async IAsyncEnumerable<ImportRow> Registering(
        IAsyncEnumerable<ImportRow> rows, Dictionary<string, string?> others, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (others.TryGetValue(row.Article, out var other))
                throw CannotGoOn.BadInput($"{row.Path} was imported before as a file of '{other}'. Go on with --source {other}.");
            if (!_registered)
                await target.Register(order.Institution, order.Name, DateOnly.FromDateTime(row.OccurredAt.UtcDateTime), cancellation);
            _registered = true;
            yield return row;
        }
    }
}
