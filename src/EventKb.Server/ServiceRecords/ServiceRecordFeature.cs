using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.ServiceRecords;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.ServiceRecords;

/// <summary>The records of the request management system: incidents, problems, change requests and others.</summary>
internal static class ServiceRecordFeature
{
    private static readonly MutationsOf<ServiceRecordCommand, ServiceRecordPayload> Record = new(ServiceRecord.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(ServiceRecordQuestions),
            Nodes =
            [
                NodeType.Of<ServiceRecordNode, ServiceRecordRow>(ServiceRecord.Category, ServiceRecordQueries.ByIds,
                    (view, row) => new ServiceRecordNode(view, row)),
            ],
            Mutations = [Record.Begin<ServiceRecordCommand.Report>("reportServiceRecord")],
            WithoutMutation = [typeof(ServiceRecordCommand.MirrorRow), typeof(ServiceRecordCommand.Mention)],
        },
    };
}

/// <summary>What became of a command to a record.</summary>
internal sealed class ServiceRecordPayload : CommandPayload
{
    public Task<ServiceRecordNode?> Record() => Changed<ServiceRecordNode>();
}
