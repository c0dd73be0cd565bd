using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.ReadModels;
using EventKb.ReadModels.Persons;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Persons;

namespace EventKb.Server.SignIn;

/// <summary>Whom a token of the folder's own key names: by their id, or by a name that only one has.</summary>
internal sealed class DemoPersons(OperationServices services, Identities identities)
{
    private const int MostOfOneName = 100;

    /// <summary>Who it is; null where it is nobody, or could be two.</summary>
    public async ValueTask<SignedIn?> Find(string named, CancellationToken cancellation)
    {
        if (StreamId.Parse(named) is { Category: Person.Category })
            return await identities.Find(new PersonId(named), cancellation);
        await using var session = services.Store.OpenSession();
        var now = services.Clock.GetUtcNow();
        var found = await PersonQueries.List(session, Viewer.LocalOperator, session.Head(now), new PersonFilter { Name = named }, MostOfOneName);
        var names = await PersonNames.Of(session, Viewer.LocalOperator, [.. found.Items.Select(row => row.Id)]);
        var who = new List<SignedIn>();
        foreach (var row in found.Items.Where(row => names.GetValueOrDefault(row.Id)?.At(session.Checkpoint.Position, now)?.Name == named))
            if (await identities.Find(new PersonId(row.Id), cancellation) is { } person)
                who.Add(person);
        return who is [var only] ? only : null;
    }
}
