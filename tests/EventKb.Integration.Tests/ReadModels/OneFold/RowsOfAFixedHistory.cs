using System.Text;
using EventKb.Domain;
using EventKb.Integration.Tests.GitImport;
using EventKb.ReadModels;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>
/// What each projection makes of a fixed history, by its version: rows that change under the same version would stay as they are in
/// every data folder. EVENTKB_WRITE_SCHEMA=1 writes those of a new version.
/// </summary>
public sealed class RowsOfAFixedHistory
{
    private static readonly string Approved = Path.Combine(SharedData.RepositoryRoot, "schema", "sql", "sqlite", "rows.tsv");

    [Fact]
    public async Task A_projection_whose_rows_change_has_a_new_version()
    {
        var made = await Made();
        if (Environment.GetEnvironmentVariable("EVENTKB_WRITE_SCHEMA") == "1")
            Write(made);
        Assert.Equal(Read(), made);
    }

    [Fact]
    public void Rows_of_another_version_are_made_anew() => Assert.NotEqual(
        ReadModelSchema.FingerprintOf([new Changing(1)]), ReadModelSchema.FingerprintOf([new Changing(2)]));

    private static async Task<SortedDictionary<string, string>> Made()
    {
        var all = Projections.All.ToDictionary(projection => projection, _ => new StringBuilder());
        foreach (var category in RandomCommands.All.Keys)
            for (var seed = 1; seed <= 3; seed++)
            {
                await using var models = new ReadModelFolder(RandomHistory.Of(category, seed).Ledger);
                await using var session = await models.Read();
                foreach (var (projection, hashes) in all)
                    hashes.Append(await RowHash.Of(session, projection.Tables));
            }

        return new(all.ToDictionary(one => $"{one.Key.GetType().Name}\t{one.Key.Version}", one => Content.Sha256(one.Value.ToString())),
            StringComparer.Ordinal);
    }

    private static SortedDictionary<string, string> Read() => new(
        File.ReadAllLines(Approved).Select(line => line.Split('\t')).ToDictionary(line => $"{line[0]}\t{line[1]}", line => line[2]),
        StringComparer.Ordinal);

    private sealed class Changing(int version) : Projection
    {
        public override int Version => version;

        public override IReadOnlyList<string> Tables => [];

        public override void Apply(StreamStep step, ReadModelWriter rows) => throw new NotSupportedException();
    }

    /// <summary>A version that was approved stays as it is.</summary>
    private static void Write(SortedDictionary<string, string> made)
    {
        var known = File.Exists(Approved) ? Read() : [];
        File.WriteAllLines(Approved, made.Select(one => $"{one.Key}\t{known.GetValueOrDefault(one.Key, one.Value)}"));
    }
}
