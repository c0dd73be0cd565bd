using EventKb.Domain;
using EventKb.ReadModels;
using EventKb.Server.GraphQL.Http;
using GraphQL;
using GraphQL.Execution;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>What may be said of an error: its code and message; never the exception behind it, never a guess at names.</summary>
internal sealed class SafeErrors(Language language)
    : ErrorInfoProvider(options => { options.ExposeExceptionDetails = false; options.ExposeData = false; })
{
    private static readonly Wording Masked = "The server failed to answer this; the log says why.";

    /// <inheritdoc/>
    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        if (executionError is UnhandledError { InnerException: ReadModelsDamagedException damage })
            executionError = CodedError.ViewsDamaged(damage);
        var (code, message) = executionError switch
        {
            UnhandledError => ("INTERNAL_ERROR", Messages.Of(Masked, language)),
            IWorded worded => (CodeOf(executionError), Messages.Of(worded.Wording, language)),
            _ => (CodeOf(executionError), Messages.OfLibrary(CodeOf(executionError), Detail(executionError), language)),
        };
        return new ErrorInfo { Message = message, Extensions = new Dictionary<string, object?> { ["code"] = code } };
    }

    /// <summary>What the library says, without its guess at what was meant.</summary>
    private string Detail(ExecutionError error)
    {
        var message = base.GetInfo(error).Message;
        var guess = message.IndexOf(" Did you mean", StringComparison.Ordinal);
        return guess < 0 ? message : message[..guess];
    }

    private static string CodeOf(ExecutionError error) => error switch
    {
        TimeoutError => "TIMEOUT",
        SyntaxError => "SYNTAX_ERROR",
        _ => error.Code?.Replace('-', '_') ?? "ERROR",
    };
}
