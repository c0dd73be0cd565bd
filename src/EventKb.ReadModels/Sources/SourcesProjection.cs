using EventKb.Domain.Sources;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Sources;

/// <summary>How far each source was read, and which of its files have no article.</summary>
public sealed class SourcesProjection : Projection
{
    private static readonly BitemporalTable Imports = new("source_imports", ["stream"], ["ref", "commit_id", "through", "rewritten"]);

    private static readonly BitemporalTable Files = new("source_files", ["stream", "path"],
        ["path_bytes", "commit_id", "blob", "bytes", "reason", "article"]);

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["knowledge_sources", "source_imports", "source_files"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if ((step.Before.State, step.After.State) is not (KnowledgeSourceState before, KnowledgeSourceState after))
            return;
        var (stream, at, from) = (step.Stream, step.Position, Micros.From(step.Recorded.OccurredAt));
        if (before.Repository is null && after.Repository is { } repository)
            rows.Insert("knowledge_sources", ("stream", stream), ("institution", step.Institution), ("position", at), ("repository", repository));
        if (after.Last is { } last && last != before.Last)
            Imports.State(rows, at, [stream], from, Micros.Open, last.Ref, last.Commit, Micros.From(last.Through), last.Rewritten ? 1L : 0L);
        foreach (var path in after.Missing.ChangedSince(before.Missing))
            if (after.Missing.TryGetValue(path, out var file))
                Files.State(rows, at, [stream, path], from, Micros.Open,
                    file.PathBytes, file.Commit, file.Blob, file.Bytes, file.Reason, file.Article);
            else
                Files.Retract(rows, at, [stream, path], from, Micros.Open);
    }
}
