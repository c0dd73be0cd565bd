using EventKb.Server.GraphQL.Execution;
using GraphQL.DataLoader;

namespace EventKb.Server.AccessLog;

/// <summary>When somebody was there last.</summary>
internal sealed class LastUseOfAPerson(Reading view, string id)
{
    public IDataLoaderResult<DateTimeOffset?> LastSeen() =>
        view.Shared(shared => new LastUses(shared)).ByPerson.Load(id).Map(seen => seen?.At);
}

/// <summary>The look-ups that one answer shares.</summary>
internal sealed class LastUses(Reading view)
{
    public BatchLoader<string, LastUse> ByPerson { get; } = new(async persons => AccessLogQuestions.MayBeAskedBy(view)
        ? (await view.Operation.Services.Refusals.LastSeen(persons)).ToDictionary(seen => seen.Key, seen => new LastUse(seen.Value))
        : []);
}

/// <summary>When somebody was there last.</summary>
internal sealed record LastUse(DateTimeOffset At);
