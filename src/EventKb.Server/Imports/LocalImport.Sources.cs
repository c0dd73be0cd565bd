using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Sources;

namespace EventKb.Server.Imports;

/// <content>That a source was imported, and what is known of it, from the ledger alone: the read models may be behind.</content>
internal sealed partial class LocalImport
{
    private const int EventsAtOnce = 10_000;

    /// <inheritdoc/>
    public override async Task<ImportAcknowledgement> Complete(
        InstitutionCode institution, string repository, ImportCompletion completion, CancellationToken cancellation)
    {
        var (stream, now) = (KnowledgeSource.StreamOf(institution, repository), ledger.Time.GetUtcNow());
        var id = CommandId.From(institution.Value, Git, repository, completion.Ref, completion.Commit, completion.After ?? "", "imported");
        var command = new KnowledgeSourceCommand.RecordImport(repository, completion.Ref, completion.Commit, completion.Through, completion.After,
            completion.Rewritten);
        var context = new CommandContext(id, now, now, await Persons.EnterImporter(institution, cancellation), institution, Via.Import,
            $"{Git}:{completion.Commit}", completion.Commit);
        return RowCommand.Of(completion.Commit, 0, "", stream, id, await ledger.Gateway.Send(stream, command, context, cancellation));
    }

    /// <inheritdoc/>
    public override async Task<ImportSource> Source(InstitutionCode institution, string repository, CancellationToken cancellation)
    {
        var state = await ledger.Feed.State<KnowledgeSourceState>(
            KnowledgeSource.Decider, KnowledgeSource.StreamOf(institution, repository), cancellation);
        var missing = state.Missing.Values.Select(file => new SourceFile(file.Path, StreamId.Of(file.Article).Id, repository));
        return new ImportSource(state.ReadUpTo, [.. missing], state.Commit, state.Ref, state.Last?.Through);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceFile> Articles(
        InstitutionCode institution, long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (stream, state) in await States(KnowledgeArticle.Decider, institution, position, cancellation))
            if (state is KnowledgeArticleState { Source: { } source, End: not { BySource: true } })
                yield return new SourceFile(source.Path, stream.Id, source.Repository);
    }

    private async Task<Dictionary<StreamId, object>> States(
        Decider decider, InstitutionCode institution, long position, CancellationToken cancellation)
    {
        var states = new Dictionary<StreamId, object>();
        for (long read = 0; read < position;)
        {
            var events = await ledger.Feed.Read(read, (int)Math.Min(EventsAtOnce, position - read), cancellation);
            foreach (var (recorded, _, _, _) in events)
                if (recorded.Stream.Institution == institution && recorded.Stream.Category == decider.Category)
                    states[recorded.Stream] = decider.Evolve(states.GetValueOrDefault(recorded.Stream, decider.Initial), recorded);
            read += events.Count;
        }

        return states;
    }
}
