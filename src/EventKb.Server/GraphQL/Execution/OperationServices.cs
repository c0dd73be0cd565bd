using EventKb.Ledger;
using EventKb.Ledger.Files;
using EventKb.ReadModels;
using EventKb.ReadModels.Refusals;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>What every operation works with.</summary>
internal sealed record OperationServices(
    ReadModelStore Store,
    ProjectionRunner Runner,
    EventFeed Feed,
    CommandGateway Gateway,
    Pseudonyms Pseudonyms,
    AttachmentStore Files,
    TimeProvider Clock,
    NodesById Nodes,
    RefusalLog Refusals);
