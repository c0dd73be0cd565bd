using EventKb.Domain.Catalogue;
using EventKb.Domain.Policies;
using EventKb.Server;
using EventKb.Server.GraphQL.Mutations;

namespace EventKb.Integration.Tests.Policies;

/// <summary>Every mutation, sent by somebody of each role over HTTP: taken or refused as the table says, none otherwise.</summary>
public sealed class EveryMutationByEveryRole(EveryRole server) : IClassFixture<EveryRole>
{
    private static readonly MutationDefinition[] Mutations = [.. Features.All.SelectMany(feature => feature.Schema.Mutations)];

    [Fact]
    public async Task Is_taken_or_refused_as_the_table_says()
    {
        server.SignIn("anna");
        var inputs = new SampleInputs(await SampleInputs.Schema(server), server.People["Nobody"]);
        var (wrong, judged, both) = (new List<string>(), 0, 0);
        foreach (var (account, who) in EveryRole.Standings)
        {
            server.SignIn(account);
            foreach (var mutation in Mutations)
            {
                var code = EveryRole.Code(await server.Send(mutation.Name, inputs.Of(mutation)));
                var action = Actions.Of(mutation.Sample);
                var may = Subjects.Select(subject => Policy.May(who, null, null, action, subject).Refusal is null).Distinct().ToList();
                if (may.Count == 1)
                    judged++;
                else
                    both++;
                if (may.Count == 1 && may[0] == (code == "FORBIDDEN"))
                    wrong.Add($"{account} {mutation.Name} {action}: {code}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(EveryRole.Standings.Count * Mutations.Length, judged + both);
        Assert.True(both < judged / 10, $"{both} of {judged + both} depend on what the stream is about.");
    }

    /// <summary>What the samples may be about: nothing, or the service that they name.</summary>
    private static PolicySubject[] Subjects =>
        [new(new("ROLE"), []), new(new("ROLE"), [new SubjectEntry(EveryRole.Service, EntryKind.Service)])];
}
