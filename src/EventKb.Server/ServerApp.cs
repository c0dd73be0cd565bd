using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Ledger.Files;
using EventKb.ReadModels;
using EventKb.ReadModels.Attachments;
using EventKb.ReadModels.Refusals;
using EventKb.Server.Access;
using EventKb.Server.Governance;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Listening;
using EventKb.Server.Losses;
using EventKb.Server.Persons;
using EventKb.Server.Policies;

namespace EventKb.Server;

/// <summary>The running server: a ledger, its read models and the web application over them.</summary>
internal sealed partial class ServerApp : IAsyncDisposable
{
    private readonly EmbeddedLedger _ledger;
    private readonly ReadModelStore _store;
    private readonly Entrance _entrance;
    private readonly RefusalLog _refusals;
    private Func<Task> _atEnd = () => Task.CompletedTask;

    private ServerApp(
        EmbeddedLedger ledger, ReadModelStore store, RefusalLog refusals, ProjectionRunner runner, Entrance entrance, WebApplication web) =>
        (_ledger, _store, _refusals, Runner, _entrance, Web) = (ledger, store, refusals, runner, entrance, web);

    /// <summary>The web application, built and not started; more endpoints may be mapped on it.</summary>
    public WebApplication Web { get; }

    /// <summary>Follows the ledger into the read models.</summary>
    public ProjectionRunner Runner { get; }

    /// <summary>The ledger.</summary>
    public EmbeddedLedger Ledger => _ledger;

    /// <summary>The read models.</summary>
    public ReadModelStore Store => _store;

    /// <summary>Addresses it listens on, once started.</summary>
    public IEnumerable<string> Addresses => Web.Urls;

    /// <summary>
    /// Opens the data folder and builds the server. Throws what <see cref="EmbeddedLedger.Open"/> throws, and
    /// <see cref="CannotGoOn"/> where an address would be open to others.
    /// </summary>
    public static async Task<ServerApp> Build(ServerOptions options, CancellationToken cancellation = default)
    {
        var entrance = Entrance.Of(options);
        var (views, access) = (new ViewsToCome(), new WriteAccess(options));
        var (ledger, lost) = await AcceptingLoss.Open(options.DataFolder, new LedgerOptions
        {
            Traces = FolderTraces.In,
            Origin = options.Origin,
            Time = options.Clock,
            Deciders = Deciders.All,
            Rules = new RulesKnown(views, options.Clock).InForce,
            RulesFrom = RulesKnown.From,
            // Where nobody signs in there is one operator, who may do everything.
            Duties = options.NeedsSignIn ? new DutiesKnown(views, options.Clock).On : null,
            DutiesFrom = DutiesKnown.From,
            Authority = access.Check,
            CommandDeadline = options.CommandDeadline,
            Notice = options.Notice,
        }, options.AcceptLoss, cancellation);
        ReadModelStore? store = null;
        RefusalLog? refusals = null;
        try
        {
            var local = new LocalOperator(ledger, options.OperatorName);
            await access.Begin(ledger, local, cancellation);
            if (lost is not null)
                await AcceptingLoss.Record(ledger, options, await local.Enter(cancellation), lost, cancellation);
            else if (options.AcceptLoss is not null)
                throw new LossNotAcceptedException("Nothing is lost. Start without --accept-loss, so that a loss to come is not accepted unseen.");
            store = ReadModelStore.Open(options.DataFolder);
            var files = new AttachmentStore(options.DataFolder, options.AttachmentQuota);
            refusals = RefusalLog.Open(options.DataFolder, options.Clock);
            var runner = new ProjectionRunner(store, ledger.Feed)
            {
                AfterErasure = new ErasedFiles(FileRows.Of(store), ledger.Feed, files).Delete,
            };
            views.Are(store, runner);
            var services = new OperationServices(store, runner, ledger.Feed, ledger.Gateway, ledger.Pseudonyms,
                files, options.Clock, new NodesById(Features.All.SelectMany(feature => feature.Schema.Nodes)), refusals);
            return new ServerApp(ledger, store, refusals, runner, entrance, BuildWeb(options, entrance, ledger, services, local, access.IsClosed))
            {
                _atEnd = () => access.End(ledger, local),
            };
        }
        catch
        {
            if (refusals is not null)
                await refusals.DisposeAsync();
            if (store is not null)
                await store.DisposeAsync();
            await ledger.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts following the ledger and listening.</summary>
    public async Task Start(CancellationToken cancellation = default)
    {
        Runner.Start();
        await Warmup.Run(Web.Services, cancellation);
        await Web.StartAsync(cancellation);
        _entrance.CheckBound(Addresses);
    }

    /// <summary>Starts, and returns when the process is asked to stop.</summary>
    public async Task Run(CancellationToken cancellation = default)
    {
        await Start(cancellation);
        await Web.WaitForShutdownAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        try
        {
            await _atEnd();
        }
        catch (LedgerUnavailableException)
        {
            // The next start with sign-in does it.
        }

        await _refusals.DisposeAsync();
        await Runner.DisposeAsync();
        await _store.DisposeAsync();
        await _ledger.DisposeAsync();
    }
}
