using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels.Refusals;

/// <summary>
/// What was refused, and who was there last, in a file of its own: pseudonyms and codes, no words. The same refusal within a minute is one
/// row, and rows are kept for <see cref="Kept"/>, so that whoever is refused a million times fills nothing.
/// </summary>
public sealed partial class RefusalLog : IAsyncDisposable
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "refusals.db";

    /// <summary>How long rows are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>How many rows are kept, the newest of them.</summary>
    public const int MostRows = 1_000_000;

    private const int MostOpen = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;
    private readonly Task _writing;
    private Dictionary<(long Minute, Refused What), (int Times, long First, long Last)> _open = [];
    private Dictionary<string, long> _seen = [];

    private RefusalLog(SqliteConnection connection, TimeProvider clock)
    {
        (_connection, _clock) = (connection, clock);
        _writing = Task.Run(WriteNowAndThen);
    }

    /// <summary>Opens the log of a data folder, or begins it.</summary>
    public static RefusalLog Open(string folder, TimeProvider clock)
    {
        var file = Path.Combine(folder, FileName);
        PrivateFiles.MakeEmpty(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        try
        {
            connection.OpenSteady();
            Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
            if (Scalar(connection, "PRAGMA user_version") == 0)
                Run(connection, $"BEGIN; {Script()} PRAGMA user_version = 1; COMMIT");
            var log = new RefusalLog(connection, clock);
            log.Forget();
            return log;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Notes a refusal; it is on disk a second later, or before anybody reads.</summary>
    public void Note(Refused refused)
    {
        var at = Micros.From(_clock.GetUtcNow());
        lock (_gate)
        {
            // Whoever asks for ever new things that do not exist fills one row.
            var key = (at / 60_000_000, _open.Count < MostOpen ? refused : refused with { Stream = null, Institution = null });
            _open[key] = _open.TryGetValue(key, out var known) ? (known.Times + 1, known.First, at) : (1, at, at);
        }
    }

    /// <summary>Notes that somebody was there.</summary>
    public void Seen(PersonId person)
    {
        lock (_gate)
            _seen[person.Value] = Micros.From(_clock.GetUtcNow());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Use(_ => 0);
        await _connection.DisposeAsync();
        _turn.Dispose();
        _stop.Dispose();
    }

    private async Task WriteNowAndThen()
    {
        for (var next = _clock.GetUtcNow().AddDays(1); ; await Task.Delay(Pause, _stop.Token))
            if (_clock.GetUtcNow() < next)
                await Use(_ => 0);
            else
            {
                next = next.AddDays(1);
                await Use(_ => Forget());
            }
    }

    private static string Script()
    {
        using var reader = new StreamReader(typeof(RefusalLog).Assembly.GetManifestResourceStream("refusals")!);
        return reader.ReadToEnd();
    }
}
