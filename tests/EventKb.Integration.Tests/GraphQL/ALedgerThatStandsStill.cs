using EventKb.Ledger.Sqlite;
using EventKb.Server;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>The one writer waits for its disk: commands end with a code at their deadline, questions are answered.</summary>
public sealed class ALedgerThatStandsStill : RunningServer
{
    private protected override ServerOptions Options(ServerOptions usual) =>
        usual with { CommandDeadline = TimeSpan.FromSeconds(2) };

    [Fact]
    public async Task A_mutation_ends_with_a_code_and_can_be_sent_again()
    {
        const string Mutation =
            """
            mutation { draftArticle(input: {institution: "RIGA", kind: FAQ, language: "lv", title: "t", body: "b", clientMutationId: "1"}) { position } }
            """;
        var id = await Draft("Pirms");
        using var stall = new SemaphoreSlim(0);
        var stalled = ((SqliteLedgerStore)App.Ledger.Store).OnWriter(_ => stall.Wait());

        try
        {
            var refused = await Task.WhenAll(Refusal(Mutation),
                Refusal("mutation($id: ID!) { flagArticle(input: {id: $id, comment: \"?\"}) { position } }", new { id }));
            Assert.Equal(["LEDGER_UNAVAILABLE", "LEDGER_UNAVAILABLE"], refused);
            Assert.Equal("3", (await Data("{ ledger { size } }")).GetProperty("ledger").GetProperty("size").GetString());
        }
        finally
        {
            stall.Release(); // Else a failure would keep the server from ever closing.
        }

        await stalled;
        var sent = await Data(Mutation);
        Assert.Equal(sent.ToString(), (await Data(Mutation)).ToString());
    }
}
