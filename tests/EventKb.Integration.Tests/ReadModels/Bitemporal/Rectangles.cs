using CsCheck;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.ReadModels.Bitemporal;

/// <summary>What a bitemporal table answers at every position and time, held against the facts read in order.</summary>
public sealed class Rectangles
{
    private const int Positions = 8;
    private const int Times = 10;
    private static readonly BitemporalTable Table = new("said", ["about"], ["what"]);

    private static readonly Gen<Fact[]> Histories = Gen.Select(
            Gen.Int[1, Positions], Gen.Int[1, 2], Gen.Long[0, Times], Gen.Long[0, Times],
                Gen.OneOf(Gen.Const(0L), Gen.Long[1, 4]),
            Gen.Bool)
        .Select((position, about, one, other, what, open) => new Fact(position, about, Math.Min(one, other),
            open ? Micros.Open : Math.Max(one, other), what == 0 ? null : what))
        .Array[0, 14].Select(facts => facts.OrderBy(fact => fact.Position).ToArray());

    [Fact]
    public void Rows_say_at_every_position_and_time_what_the_last_fact_said() =>
        Histories.Sample(facts =>
        {
            using var connection = Take(facts);
            for (var position = 0L; position <= Positions; position++)
                for (var time = 0L; time <= Times; time++)
                    foreach (var about in (int[])[1, 2])
                        Assert.Equal(Naive(facts, about, position, time), Ask(connection, about, position, time));
        }, iter: 300);

    [Fact]
    public void Rows_of_one_key_never_overlap_and_are_never_empty() =>
        Histories.Sample(facts =>
        {
            using var connection = Take(facts);
            Assert.Equal(0L, Number(connection,
                """
                SELECT count(*) FROM said a JOIN said b ON a.about = b.about AND a.rowid <> b.rowid AND a.rec_from < b.rec_to
                    AND b.rec_from < a.rec_to AND a.valid_from < b.valid_to AND b.valid_from < a.valid_to
                """));
            Assert.Equal(0L, Number(connection, "SELECT count(*) FROM said WHERE rec_from >= rec_to OR valid_from >= valid_to"));
        }, iter: 200);

    [Fact]
    public void What_is_left_of_an_older_fact_goes_on_being_said_on_both_sides()
    {
        using var connection = Take([new(1, 1, 0, 10, 7), new(2, 1, 3, 5, 8), new(3, 1, 4, 4, 9)]);
        Assert.Equal([7L, 8L, 7L, null], new long[] { 2, 3, 5, 10 }.Select(time => Ask(connection, 1, 2, time)));
        Assert.Equal(7L, Ask(connection, 1, 1, 4));
        Assert.Equal(8L, Ask(connection, 1, 3, 4));
        Assert.Equal(4L, Number(connection, "SELECT count(*) FROM said"));
    }

    private static long? Naive(Fact[] facts, int about, long position, long time) => facts
        .LastOrDefault(fact => fact.About == about && fact.Position <= position && fact.From <= time && time < fact.To)?.What;

    private static SqliteConnection Take(Fact[] facts)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var rows = new ReadModelWriter(connection);
        rows.Execute(
            """
            CREATE TABLE said (about INTEGER, rec_from INTEGER, rec_to INTEGER, valid_from INTEGER, valid_to INTEGER,
                what INTEGER,
                PRIMARY KEY (about, rec_from, valid_from))
            """);
        foreach (var fact in facts)
            if (fact.What is { } what)
                Table.State(rows, fact.Position, [fact.About], fact.From, fact.To, what);
            else
                Table.Retract(rows, fact.Position, [fact.About], fact.From, fact.To);
        return connection;
    }

    private static long? Ask(SqliteConnection connection, int about, long position, long time)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT what FROM said WHERE about = @about AND rec_from <= @p AND rec_to > @p AND valid_from <= @t AND valid_to > @t
            """;
        command.Parameters.AddWithValue("@about", about);
        command.Parameters.AddWithValue("@p", position);
        command.Parameters.AddWithValue("@t", time);
        return (long?)command.ExecuteScalar();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private sealed record Fact(int Position, int About, long From, long To, long? What);
}
