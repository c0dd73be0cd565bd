using EventKb.ReadModels;
using GraphQL;
using GraphQL.Execution;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>What may be said of an error: its code and message; never the exception behind it, never a guess at names.</summary>
internal sealed class SafeErrors : ErrorInfoProvider
{
    private const string Masked = "The server failed to answer this; the log says why.";

    public SafeErrors() : base(options => { options.ExposeExceptionDetails = false; options.ExposeData = false; })
    {
    }

    /// <inheritdoc/>
    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        if (executionError is UnhandledError { InnerException: ReadModelsDamagedException damage })
            executionError = CodedError.ViewsDamaged(damage);
        var info = base.GetInfo(executionError);
        if (executionError is UnhandledError)
            return new ErrorInfo { Message = Masked, Extensions = new Dictionary<string, object?> { ["code"] = "INTERNAL_ERROR" } };
        var guess = info.Message.IndexOf(" Did you mean", StringComparison.Ordinal);
        return new ErrorInfo
        {
            Message = guess < 0 ? info.Message : info.Message[..guess],
            Extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) },
        };
    }

    private static string CodeOf(ExecutionError error) => error switch
    {
        TimeoutError => "TIMEOUT",
        SyntaxError => "SYNTAX_ERROR",
        _ => error.Code?.Replace('-', '_') ?? "ERROR",
    };
}
