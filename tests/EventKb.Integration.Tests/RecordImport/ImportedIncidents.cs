using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.Integration.Tests.GitImport;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Ledger;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;
using EventKb.Server.RecordImport;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>A running server into which one real knowledge base, the real log and the other were imported, through its endpoints.</summary>
public sealed class ImportedIncidents : IAsyncLifetime
{
    public const string Institution = "UCI";

    private readonly List<LedgerEvent> _events = [];
    private List<LedgerEvent>? _stated;

    public RunningServer Server { get; } = new();

    internal RowReport First { get; private set; } = null!;

    /// <summary>Records that the rows are about.</summary>
    public int Records { get; private set; }

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        if (!File.Exists(IncidentLog.File))
            return;
        await ImportedServer.Import(Server, ImportedServer.Names[0]);
        First = await Import();
        var last = await ImportedServer.Import(Server, ImportedServer.Names[1]);
        Assert.True(await Server.App.Runner.WaitFor(last.Head!.Size, TimeSpan.FromSeconds(300)));
    }

    public Task DisposeAsync() => Server.DisposeAsync();

    internal async Task<RowReport> Import()
    {
        var map = await RecordMap.Read("incident-event-log", default);
        var order = new RecordOrder(new InstitutionCode(Institution), Institution, null, RecordKind.Incident, map, map.Written());
        using var rows = FileRows.Open(IncidentLog.File, map.Delimiter);
        await using var target = new RemoteImport(Server.Http.BaseAddress!);
        var report = new RowReport();
        var reader = new RowReader(order, rows, IncidentLog.File);
        await new RecordImporter(target, order).Import(rows, reader, report, null, default);
        Records = reader.Records;
        report.Head = await target.Head(default);
        return report;
    }

    /// <summary>What every row became, in the order of the ledger.</summary>
    internal async Task<IReadOnlyList<LedgerEvent>> Stated() =>
        _stated ??= [.. (await Events()).Where(happened => happened.Recorded.Event is ServiceRecordEvent.Stated)];

    /// <summary>Everything in the ledger.</summary>
    internal async Task<IReadOnlyList<LedgerEvent>> Events()
    {
        if (_events.Count == 0)
            for (long read = 0; await Server.App.Ledger.Feed.Read(read, 10_000) is { Count: > 0 } events; read += events.Count)
                _events.AddRange(events);
        return _events;
    }
}
