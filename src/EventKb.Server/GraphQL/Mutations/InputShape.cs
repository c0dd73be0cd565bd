using GraphQL.Types;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>How a value of a command is written in GraphQL: its type's name, and how the given value becomes the command's.</summary>
/// <param name="Type">Name of the GraphQL type, with <c>!</c> and <c>[]</c> as in the schema language.</param>
/// <param name="Read">Makes the value; what is given has the GraphQL type, so only its meaning can be wrong.</param>
internal sealed record InputShape(string Type, Func<object, InputReading, ValueTask<object?>> Read)
{
    public static InputShape Of(string type, Func<object, object?> read) => new(type, (given, _) => ValueTask.FromResult(read(given)));

    public IGraphType Reference(bool required)
    {
        var named = Type.StartsWith('[')
            ? (IGraphType)new ListGraphType(new NonNullGraphType(new GraphQLTypeReference(Type[1..^1])))
            : new GraphQLTypeReference(Type);
        return required ? new NonNullGraphType(named) : named;
    }
}

/// <summary>One field of an input and where its value goes.</summary>
internal sealed record InputField(string Name, InputShape Shape, bool Required, object? Absent)
{
    public ValueTask<object?> Read(IDictionary<string, object?> given, InputReading reading) =>
        given.TryGetValue(Name, out var value) && value is not null ? Shape.Read(value, reading.Below(Name)) : new(Absent);
}
