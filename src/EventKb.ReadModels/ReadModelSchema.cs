using System.Reflection;
using EventKb.Domain;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>The tables of a generation, from the numbered scripts in <c>schema/sql</c>; a generation is made whole or not at all.</summary>
internal static class ReadModelSchema
{
    private static readonly IReadOnlyList<string> Scripts = Load();

    /// <summary>Changes with any script and any projection's version, so that rows of another shape are rebuilt instead of misread.</summary>
    public static string Fingerprint { get; } = FingerprintOf(Projections.All);

    public static string FingerprintOf(IEnumerable<Projection> projections) => DerivedId.From("read-schema",
        [.. Scripts, .. projections.Select(projection => $"{projection.GetType().Name}/{projection.Version}")]);

    public static void Create(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA journal_mode = WAL;
            BEGIN IMMEDIATE;
            {string.Join('\n', Scripts)}
            INSERT INTO checkpoint (id, position, root, recorded_at, origin) VALUES (1, 0, '', 0, '');
            CREATE TABLE generation (fingerprint TEXT PRIMARY KEY);
            INSERT INTO generation (fingerprint) VALUES ('{Fingerprint}');
            COMMIT;
            """;
        command.ExecuteNonQuery();
    }

    public static bool Matches(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT fingerprint FROM generation";
        return command.ExecuteScalar() as string == Fingerprint;
    }

    private static List<string> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Text)];

        string Text(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
