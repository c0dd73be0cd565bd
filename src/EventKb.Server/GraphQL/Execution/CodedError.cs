using EventKb.ReadModels;
using GraphQL;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>An error that a client may see as it is: a stable code and a sentence.</summary>
internal sealed class CodedError : ExecutionError
{
    public CodedError(string code, string message) : base(message) => Code = code;

    public static CodedError ViewsDamaged(ReadModelsDamagedException damage) => new("VIEWS_DAMAGED", damage.Message + " Ask again in a while.");

    public static CodedError NotReached(long position, long reached) => new("POSITION_NOT_REACHED",
        $"Position {position} was not reached within {Operation.Patience.TotalSeconds:0} s; the answers stand at {reached}. Ask again later.");
}
