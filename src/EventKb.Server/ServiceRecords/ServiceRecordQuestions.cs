using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.ServiceRecords;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Paging;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.ServiceRecords;

/// <summary>Questions about the records of the request management system.</summary>
internal sealed class ServiceRecordQuestions(Reading view)
{
    public IDataLoaderResult<ServiceRecordNode?> ServiceRecord([Id] string? id, RecordSourceInput? source)
    {
        if (id is null == source is null)
            throw new CodedError("INVALID_INPUT", "Give either 'id' or 'source'.");
        return view.Find<ServiceRecordNode>(id ?? source!.Stream());
    }

    public Task<Connection<ServiceRecordNode>> ServiceRecords(ServiceRecordFilter? filter, int first, string? after) =>
        ServiceRecordNode.List(view, "serviceRecords", filter ?? new ServiceRecordFilter(), first, after);
}

/// <summary>A record as the request management system names it.</summary>
internal sealed class RecordSourceInput
{
    public required string Institution { get; init; }

    public string? System { get; init; }

    public required RecordKind Kind { get; init; }

    public required string Number { get; init; }

    internal string Stream() => InstitutionCode.IsValid(Institution)
        ? Domain.ServiceRecords.ServiceRecord.StreamOf(new InstitutionCode(Institution), System, Kind, Number).Text
        : throw new CodedError("INVALID_INPUT", InputShapes.NoInstitution);
}
