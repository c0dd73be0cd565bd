using System.Text.Json;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.Export;
using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.Persons;

/// <summary>What an operator reads of rights: over a time, and as a table.</summary>
public sealed class WhoMayDoWhat(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Rights_are_found_by_the_time_in_which_they_held_and_written_as_a_table()
    {
        var (anna, berta, robot) = (await server.Person("MAY", "Anna"), await server.Person("MAY", "=Berta"), await server.Person("MAY", "Robot", "SERVICE_ACCOUNT"));
        await server.Person("MAY", "Nobody");
        await server.Mutate("grantRight", new { id = anna, right = "IMPORT", from = "2026-01-01", until = "2026-02-01" });
        await server.Mutate("grantRight", new { id = anna, right = "IMPORT", from = "2026-05-01" });
        await server.Mutate("revokeRight", new { id = anna, right = "IMPORT", on = "2026-06-01", reasonCode = "other" });
        await server.Mutate("grantRight", new { id = berta, right = "MANAGE_PERSONS", from = "2026-03-01" });
        await server.Mutate("disablePerson", new { id = robot, reasonCode = "other" });

        Assert.Equal(["Anna"], await Had("rightsFrom: \"2026-01-31\", rightsUntil: \"2026-03-01\""));
        Assert.Equal([], await Had("rightsFrom: \"2026-02-01\", rightsUntil: \"2026-03-01\""));
        Assert.Equal(["Anna", "=Berta"], await Had("rightsFrom: \"2026-05-31\""));
        Assert.Equal(["=Berta"], await Had("rightsFrom: \"2026-06-01\""));
        Assert.Equal(["Anna"], await Had("rightsUntil: \"2026-03-01\""));
        var acted = (await server.Data("{ persons(first: 50) { nodes { name kind lastActed } } }")).GetProperty("persons").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, acted.Single(person => person.GetProperty("name").GetString() == "Anna").GetProperty("lastActed").ValueKind);
        Assert.NotNull(acted.Single(person => person.GetProperty("kind").GetString() == "LOCAL_OPERATOR").GetProperty("lastActed").GetString());

        using var run = new CommandLineRun();
        var table = run.At("rights.csv");
        await server.Restart(async () => Assert.Equal(0, await run.Run("export", "--data", server.Folder, "--format", "rights", "--out", table)));
        var rows = CsvTable.Read(await File.ReadAllTextAsync(table));
        Assert.Equal(
            ["name right from until disabled", "Anna import 2026-01-01 2026-02-01 false", "Anna import 2026-05-01 2026-06-01 false",
                "'=Berta manage-persons 2026-03-01  false", "Robot    true", "Nobody    false"],
            rows.Select(row => string.Join(' ', row[1], row[4], row[6], row[7], row[8])));
        Assert.Equal(anna, rows[1][0]);
    }

    private async Task<List<string?>> Had(string filter) => [.. (await server.Data($"{{ persons(first: 50, filter: {{{filter}}}) {{ nodes {{ name }} }} }}"))
        .GetProperty("persons").GetProperty("nodes").EnumerateArray().Select(person => person.GetProperty("name").GetString())];
}
