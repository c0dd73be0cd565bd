using EventKb.Domain;
using EventKb.Integration.Tests.GitImport;
using EventKb.ReadModels;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>
/// What each projection makes of a fixed history, by its version and by the scripts: rows that change under the same would stay as they
/// are in every data folder. EVENTKB_WRITE_SCHEMA=1 writes those of a new version or script; another fixed history needs a new file.
/// </summary>
public sealed class RowsOfAFixedHistory
{
    private static readonly string Approved = Path.Combine(SharedData.RepositoryRoot, "schema", "sql", "sqlite", "rows.tsv");

    private static readonly string Scripts = ReadModelSchema.FingerprintOf([])[..8];

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
        var nothing = await Hashes([new MemoryLedger()]);
        var made = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var category in RandomCommands.All.Keys)
            foreach (var (projection, hash) in await Hashes(Enumerable.Range(1, 3).Select(seed => RandomHistory.Of(category, seed).Ledger)))
                if (!hash.Split(' ').All(nothing[projection].Equals))
                    made[$"{projection.GetType().Name}\t{projection.Version}\t{Scripts}\t{category}"] = Content.Sha256(hash);
        return made;
    }

    private static async Task<Dictionary<Projection, string>> Hashes(IEnumerable<MemoryLedger> ledgers)
    {
        var hashes = Projections.All.ToDictionary(projection => projection, _ => new List<string>());
        foreach (var ledger in ledgers)
        {
            await using var models = new ReadModelFolder(ledger);
            await using var session = await models.Read();
            foreach (var (projection, of) in hashes)
                of.Add(await RowHash.Of(session, projection.Tables));
        }

        return hashes.ToDictionary(one => one.Key, one => string.Join(' ', one.Value));
    }

    private static SortedDictionary<string, string> Read() => new(
        File.ReadAllLines(Approved).ToDictionary(line => line[..line.LastIndexOf('\t')], line => line[(line.LastIndexOf('\t') + 1)..]),
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
