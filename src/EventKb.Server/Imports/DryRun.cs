using System.Runtime.CompilerServices;
using EventKb.Domain;

namespace EventKb.Server.Imports;

/// <summary>Takes nothing and counts what would be taken.</summary>
/// <param name="target">What is asked for what is there; null = nothing is there.</param>
internal sealed class DryRun(ImportTarget? target) : ImportTarget
{
    private readonly Dictionary<ImportChange, int> _rows = [];

    /// <summary>Number of rows that would be taken.</summary>
    public int Rows(ImportChange change) => _rows.GetValueOrDefault(change);

    /// <inheritdoc/>
    public override Task Register(InstitutionCode institution, string name, DateOnly from, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task<ImportSource> Source(InstitutionCode institution, string repository, CancellationToken cancellation) =>
        target?.Source(institution, repository, cancellation) ?? Task.FromResult(new ImportSource(0, []));

    /// <inheritdoc/>
    public override IAsyncEnumerable<SourceFile> Articles(InstitutionCode institution, long position, CancellationToken cancellation) =>
        target?.Articles(institution, position, cancellation) ?? AsyncEnumerable.Empty<SourceFile>();

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ImportAcknowledgement> Send(InstitutionCode institution, string repository,
        IAsyncEnumerable<ImportRow> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var refusal = RowCommand.Of(institution, repository, row).Refusal;
            if (refusal is null)
                _rows[row.Change] = Rows(row.Change) + 1;
            yield return new(row.Commit, row.Ordinal, row.Path, row.StreamIn(institution, repository).Text)
            { Events = 1, Code = refusal?.Name, Reason = refusal?.Reason };
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<RecordAcknowledgement> Send(InstitutionCode institution, string? system,
        IAsyncEnumerable<RecordRow> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in rows.WithCancellation(cancellation))
            yield return RecordCommand.Of(institution, system, row).Acknowledged with { Events = 1 };
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<RegisterAcknowledgement> Send<TRow>(
        InstitutionCode institution, IAsyncEnumerable<TRow> rows, CancellationToken cancellation) =>
        rows.Select(row => row.Acknowledged("") with { Events = 1 });

    /// <inheritdoc/>
    public override IAsyncEnumerable<RegisterAcknowledgement> EndAbsent<TRow>(InstitutionCode institution, RegisterScope scope,
        IAsyncEnumerable<TRow> present, bool dryRun, CancellationToken cancellation) =>
        target?.EndAbsent(institution, scope, present, true, cancellation) ?? AsyncEnumerable.Empty<RegisterAcknowledgement>();

    /// <inheritdoc/>
    public override Task<ImportAcknowledgement> Complete(
        InstitutionCode institution, string repository, ImportCompletion completion, CancellationToken cancellation) => Task.FromResult(
        new ImportAcknowledgement(completion.Commit, 0, "", Domain.Sources.KnowledgeSource.StreamOf(institution, repository).Text));

    /// <inheritdoc/>
    public override Task<ImportHead> Head(CancellationToken cancellation) =>
        target?.Head(cancellation) ?? Task.FromResult(new ImportHead("", 0, "none"));

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => target?.DisposeAsync() ?? ValueTask.CompletedTask;
}
