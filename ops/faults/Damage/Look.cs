using EventKb.Ledger;
using EventKb.ReadModels;
using Microsoft.Data.Sqlite;

namespace EventKb.Faults.Damage;

/// <summary>What a verification said of a folder.</summary>
/// <param name="Check">Name of the check that failed; null where it said that all is well.</param>
/// <param name="Failure">What else went wrong; null where nothing did.</param>
public sealed record Look(string? Check, string? Failure)
{
    /// <summary>Verifies a folder as <c>eventkb verify</c> does.</summary>
    public static async Task<Look> At(string folder)
    {
        try
        {
            await EmbeddedLedger.Verify(folder, FolderTraces.Untouched);
            return new Look(null, null);
        }
        catch (LedgerDamagedException damage)
        {
            return new Look(damage.Check, null);
        }
        catch (LedgerLostException)
        {
            return new Look("loss", null);
        }
        catch (Exception other)
        {
            return new Look(null, other.ToString());
        }
    }
}

/// <summary>What SQLite alone sees, which is the negative control: it must miss what the verification finds.</summary>
public static class SqliteAlone
{
    /// <summary>Asks for nothing but <c>integrity_check</c>.</summary>
    public static Task<Look> At(string folder)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "ledger.db")};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            return Task.FromResult(new Look(command.ExecuteScalar() as string == "ok" ? null : "database", null));
        }
        catch (SqliteException)
        {
            return Task.FromResult(new Look("database", null));
        }
    }
}

/// <summary>One thing done to a ledger and what came of it.</summary>
/// <param name="What">What was done, in words that let it be done again.</param>
/// <param name="Kind">The kind of it: a table, an index, an edit.</param>
/// <param name="Look">What the verification said.</param>
/// <param name="IsHarmless">True where the ledger says the same as before, whoever asks.</param>
public sealed record Trial(string What, string Kind, Look Look, bool IsHarmless)
{
    /// <summary>True where damage was not reported, or the verification itself broke.</summary>
    public bool IsMissed => Look.Failure is not null || (Look.Check is null && !IsHarmless);

    /// <summary>The trials of each kind in numbers, and every one that was missed.</summary>
    public static string Summary(IReadOnlyCollection<Trial> trials) => string.Join('\n', trials.GroupBy(trial => trial.Kind)
        .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => $"{kind.Key,-40} {kind.Count(),6} tried {kind.Count(t => t.Look.Check is not null),6} reported "
            + $"{kind.Count(t => t.Look.Check is null && t.IsHarmless),6} harmless {kind.Count(t => t.IsMissed),4} missed")
        .Concat(trials.Where(trial => trial.IsMissed).Select(trial => $"MISSED {trial.What} {trial.Look.Failure}")));
}
