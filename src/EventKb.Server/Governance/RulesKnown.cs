using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Governance;
using EventKb.Ledger;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Governance;

namespace EventKb.Server.Governance;

/// <summary>The rules in force as far as the read models know them; they are waited for only where a process changed beyond that.</summary>
internal sealed class RulesKnown(ViewsToCome views, TimeProvider clock)
{
    /// <summary>Categories of the streams whose events change rules.</summary>
    public static IReadOnlyList<string> From { get; } = [KnowledgeProcess.Category, Institution.Category];

    public async Task<RulesRead> InForce(InstitutionCode institution, long since, TimeSpan mostWait, CancellationToken cancellation)
    {
        await using var session = await views.Reached(since, mostWait,
            () => $"The rules in force are not known: the read models have not reached position {since}.", cancellation);
        var position = session.Checkpoint.Position;
        var today = RigaDays.Of(clock.GetUtcNow());
        return new(await ProcessQueries.RulesInForce(session, institution, today, position), position,
            await InstitutionQueries.StateRulesBy(session, today, position));
    }
}
