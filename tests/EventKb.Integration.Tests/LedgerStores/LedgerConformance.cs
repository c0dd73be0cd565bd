using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>What every backend of the ledger must do. A backend subclasses this and changes nothing.</summary>
public abstract partial class LedgerConformance : IAsyncLifetime
{
    protected static readonly InstitutionCode Riga = new("RIGA");
    private static readonly PersonId Anna = new("p-anna");
    private static int _commands;
    private bool _checksReferences;

    protected ManualClock Clock { get; } = new();

    private protected LedgerStore Store { get; private set; } = null!;

    private protected RunningLedger Ledger { get; private set; } = null!;

    /// <summary>Opens the backend's store; called again, it opens the same one.</summary>
    private protected abstract Task<LedgerStore> OpenStore(string origin, TimeProvider time);

    public async Task InitializeAsync() => await Start();

    public virtual async Task DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await Store.DisposeAsync();
    }

    private protected async Task Start(LedgerOptions? options = null)
    {
        Store = await OpenStore("test.example/ledger", Clock);
        Ledger = RunningLedger.Start(Store, (options ?? new LedgerOptions()) with { Time = Clock, References = _checksReferences });
    }

    private protected async Task Restart(LedgerOptions? options = null)
    {
        await Ledger.DisposeAsync();
        await Store.DisposeAsync();
        await Start(options);
    }

    protected static StreamId Article(string id) => new(Riga, "knowledge-article", id);

    protected static KnowledgeArticleCommand Draft(string title = "Tīkla pārtraukums", string body = "Pārbaudi kabeli.") =>
        new KnowledgeArticleCommand.Draft(ArticleKind.IncidentResolution, "lv", new Content { Title = title, Body = body });

    protected static KnowledgeArticleCommand Revise(string body) =>
        new KnowledgeArticleCommand.Revise(new Content { Title = "Tīkla pārtraukums", Body = body });

    protected CommandContext By(string? commandId = null, long? expectedVersion = null)
    {
        var now = Clock.GetUtcNow();
        var id = commandId ?? $"{Interlocked.Increment(ref _commands)}";
        return new CommandContext(CommandId.From(id), now, now, Anna, Riga, Via.Api, "cause",
            "correlation")
        { ExpectedVersion = expectedVersion };
    }

    protected async Task<CommandOutcome.Committed> Commit(StreamId stream, Command command, CommandContext? context = null) =>
        Assert.IsType<CommandOutcome.Committed>(await Ledger.Gateway.Send(stream, command, context ?? By()));

    protected async Task<Rejection> Refused(StreamId stream, Command command, CommandContext? context = null) =>
        Assert.IsType<CommandOutcome.Refused>(await Ledger.Gateway.Send(stream, command, context ?? By())).Rejection;

    protected async Task<IReadOnlyList<LedgerEvent>> All()
    {
        var all = new List<LedgerEvent>();
        while (await Ledger.Feed.Read(all.Count, 1_000) is { Count: > 0 } more)
            all.AddRange(more);
        return all;
    }
}
