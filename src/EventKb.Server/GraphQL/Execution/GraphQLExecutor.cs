using EventKb.ReadModels;
using EventKb.Server.GraphQL.Bounds;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>Takes one request from text to answer: bounds first, then validation (once per document), then one snapshot.</summary>
internal sealed partial class GraphQLExecutor(
    ISchema schema,
    IDocumentExecuter executer,
    IDocumentBuilder parser,
    CachedDocuments documents,
    DocumentLimits limits,
    OperationServices services,
    IReadOnlyList<SchemaPart> parts,
    ILogger<GraphQLExecutor> log)
{
    public const string MutationByGet = "MUTATION_BY_GET";
    public const string ByPost = "Send a mutation by POST.";
    private static readonly IValidationRule[] AlreadyValid = [];

    public async Task<ExecutionResult> Execute(GraphQLRequest request, bool isGet, Caller caller, Language language, IServiceProvider scope,
        CancellationToken cancellation)
    {
        try
        {
            var known = documents.Find(request.Query);
            var document = known ?? parser.Build(request.Query);
            new QueryCost(limits, schema, document, request.Variables).Check(request.OperationName);
            if (isGet && IsMutation(document, request.OperationName))
                return Refused(new CodedError(MutationByGet, ByPost));
            await using var operation = new Operation(services, caller, Now(), language);
            if (request.AtLeast is { } position)
                await operation.Reach(Positions.Parse(position), cancellation);
            var result = await Run(request, document, known is not null, operation, scope, cancellation);
            if (known is null && result.Executed)
                documents.Keep(request.Query, document);
            return result;
        }
        catch (ExecutionError refused)
        {
            return Refused(refused);
        }
        catch (ReadModelsDamagedException damage)
        {
            return Refused(CodedError.ViewsDamaged(damage));
        }
    }

    private async Task<ExecutionResult> Run(GraphQLRequest request, GraphQLDocument document, bool isValid, Operation operation,
        IServiceProvider scope, CancellationToken cancellation)
    {
        var isMutation = IsMutation(document, request.OperationName);
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            Document = document,
            ValidationRules = isValid ? AlreadyValid : null,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            Root = isMutation ? operation : new Query(operation.Head),
            RequestServices = scope,
            CancellationToken = cancellation,
            Timeout = isMutation ? HttpLimits.MutationTimeout : HttpLimits.Timeout + Waiting(document),
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
        });
        foreach (var failure in result.Errors?.OfType<UnhandledError>() ?? [])
            LogFailure(log, failure.InnerException ?? failure);
        if (result.Executed && !isMutation)
            await AnswerExtensions.Add(result, operation, parts, cancellation);
        return result;
    }

    /// <summary>The time to wait for a position is no time spent answering.</summary>
    private static TimeSpan Waiting(GraphQLDocument document) =>
        document.Definitions.OfType<GraphQLOperationDefinition>().Any(o => o.SelectionSet.Selections.Any(s => s is not GraphQLField f
            || f.Name.Value == "asOf")) ? Operation.Patience : TimeSpan.Zero;

    private static bool IsMutation(GraphQLDocument document, string? name) => document.Definitions.OfType<GraphQLOperationDefinition>()
        .Any(o => o.Operation == OperationType.Mutation && (name is null || o.Name?.StringValue == name));

    private static ExecutionResult Refused(ExecutionError error) => new() { Errors = [error] };

    private DateTimeOffset Now()
    {
        var now = services.Clock.GetUtcNow().UtcTicks;
        return new DateTimeOffset(now - (now % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A GraphQL operation failed.")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
