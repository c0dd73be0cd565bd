using EventKb.Domain;
using EventKb.ReadModels;
using GraphQL;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>An error that a client may see as it is: a stable code and a sentence.</summary>
internal sealed class CodedError : ExecutionError, IWorded
{
    public CodedError(string code, Wording wording) : base(wording.ToString()) => (Code, Wording) = (code, wording);

    public Wording Wording { get; }

    public static CodedError ViewsDamaged(ReadModelsDamagedException damage) =>
        new("VIEWS_DAMAGED", $"{damage.Wording} Ask again in a while.");

    public static CodedError NotReached(long position, long reached) => new("POSITION_NOT_REACHED",
        $"Position {position} was not reached within {Operation.Patience.TotalSeconds:0} s; the answers are at position {reached}. Ask again later.");
}

/// <summary>An error whose message can be translated.</summary>
internal interface IWorded
{
    /// <summary>The message.</summary>
    internal Wording Wording { get; }
}
