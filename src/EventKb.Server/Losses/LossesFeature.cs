using EventKb.Domain.Losses;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Losses;

/// <summary>Losses of a ledger, which its operator accepts from the command line.</summary>
internal static class LossesFeature
{
    public static Feature It { get; } = new() { Schema = new SchemaPart { WithoutMutation = [typeof(LedgerLossCommand.Accept)] } };
}
