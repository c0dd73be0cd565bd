namespace EventKb.Faults;

/// <summary>An import through a server, or by itself, that is killed again and again and then allowed to finish.</summary>
/// <param name="program">Path of <c>eventkb.dll</c>.</param>
/// <param name="import">What is imported: the words after <c>import</c>.</param>
/// <param name="mostBetween">Most rows from one kill to the next.</param>
/// <param name="seed">Decides the moments.</param>
public sealed class KilledImport(string program, IReadOnlyList<string> import, int mostBetween, int seed)
{
    private const string Institution = "KILLED";
    private readonly Random _random = new(seed);

    /// <summary>Number of kills that struck a process at work.</summary>
    public int Kills { get; private set; }

    /// <summary>Number of acknowledgements that the client had logged at the last kill.</summary>
    public int AcknowledgedWhenKilled { get; private set; }

    /// <summary>Number of rows, each counted once, that were acknowledged at each kill.</summary>
    public List<int> Progress { get; } = [];

    /// <summary>
    /// Kills it so many times; where it finishes first, it begins anew in another folder. Gives what each folder was told and
    /// holds.
    /// </summary>
    public async Task<List<(List<Acknowledged> Acknowledged, List<Stored> Stored)>> Run(string folder, int kills)
    {
        var outcomes = new List<(List<Acknowledged>, List<Stored>)>();
        for (var round = 0; Kills < kills; round++)
        {
            var (data, log) = (Path.Combine(folder, $"data-{round}"), Path.Combine(folder, $"acknowledged-{round}.ndjson"));
            while (Kills < kills && await KillOnce(data, log, throughServer: _random.Next(2) == 0))
                Kills++;
            await Import(data, log);
            AcknowledgedWhenKilled = 0;
            outcomes.Add((Acknowledgements.Read(log), await StoredEvents.Read(data)));
        }

        return outcomes;
    }

    /// <summary>Imports without a kill.</summary>
    public async Task<string> Import(string data, string? log = null)
    {
        using var whole = EventKbProcess.Start(program, Arguments("--data", data, log));
        return await whole.End() == 0 ? whole.Said : throw new InvalidOperationException($"The import failed: {whole.Said}");
    }

    private async Task<bool> KillOnce(string data, string log, bool throughServer)
    {
        if (!throughServer)
        {
            using var alone = EventKbProcess.Start(program, Arguments("--data", data, log));
            return await KillAtWork(alone, alone, log);
        }

        var (server, url) = await EventKbProcess.Serve(program, data);
        using (server)
        using (var client = EventKbProcess.Start(program, Arguments("--url", url.ToString(), log)))
            return await KillAtWork(server, client, log);
    }

    /// <summary>
    /// Kills the victim when the client has logged some more acknowledgements; false where the import was done before.
    /// </summary>
    private async Task<bool> KillAtWork(EventKbProcess victim, EventKbProcess client, string log)
    {
        // Rows that are there already are acknowledged again, so only those beyond what was known are progress.
        var target = Lines(log) + AcknowledgedWhenKilled + _random.Next(mostBetween);
        while (!client.HasExited && Lines(log) <= target)
            await Task.Delay(1);
        if (client.HasExited)
            return await client.End() == 0 ? false
                : throw new InvalidOperationException($"The import failed by itself: {client.Said}");
        await victim.Kill();
        await client.End();
        AcknowledgedWhenKilled = Acknowledgements.Read(log).Select(a => a.CommandId).Distinct().Count();
        Progress.Add(AcknowledgedWhenKilled);
        return true;
    }

    private string[] Arguments(string where, string place, string? log) =>
        ["import", .. import, "--institution", Institution, where, place, .. log is null ? []
            : new[] { "--acknowledgements", log }];

    private static int Lines(string log)
    {
        if (!File.Exists(log))
            return 0;
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Count(c => c == '\n');
    }
}
