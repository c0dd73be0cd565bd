using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>Where in an input a value stands, and the operation that can look things up for it.</summary>
internal sealed record InputReading(Operation Operation, string Path = "")
{
    public InputReading Below(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}.{name}" };

    public InputRefused Refuse(Wording fact) => new(Rejection.Invalid(Path, fact));

    public InputRefused NotFound(Wording fact) =>
        new(new Rejection("NOT_FOUND", fact, "Name something that exists.", Path));
}

/// <summary>A value has the right type and no meaning; becomes an error of the payload.</summary>
internal sealed class InputRefused(Rejection rejection) : Exception(rejection.Fact.ToString())
{
    public Rejection Rejection { get; } = rejection;
}
