using System.Reflection;
using EventKb.Domain;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>A command as an input type: the fields of its record, with texts laid open, and the command made from them.</summary>
internal sealed class CommandShape
{
    private static readonly string[] Texts = ["title", "summary", "body", "sections"];
    private readonly ConstructorInfo _constructor;
    private readonly LookUp? _lookUp;
    private readonly List<Func<IDictionary<string, object?>, InputReading, ValueTask<object?>>?> _parameters = [];

    public CommandShape(MutationDefinition definition, InputShapes shapes)
    {
        (_constructor, _lookUp) = (MutationDefinition.ConstructorOf(definition.Command), definition.LookUp);
        foreach (var parameter in _constructor.GetParameters())
        {
            if (_lookUp?.Members.Contains(parameter.Name) == true)
                _parameters.Add(null);
            else if (parameter.ParameterType == typeof(Content))
                AddTexts(shapes);
            else
                Add(shapes.FieldOf(parameter));
        }
    }

    public List<InputField> Fields { get; } = [];

    public async ValueTask<Command> Read(IDictionary<string, object?> given, InputReading reading)
    {
        var values = new object?[_parameters.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = _parameters[i] is { } read ? await read(given, reading) : null;
        // What was given is read before: then the look-up need not doubt it.
        var found = new Queue<object?>(_lookUp is null ? [] : await _lookUp.Find(reading, given));
        for (var i = 0; i < values.Length; i++)
            if (_parameters[i] is null)
                values[i] = found.Dequeue();
        return (Command)_constructor.Invoke(values);
    }

    private void Add(InputField field)
    {
        Fields.Add(field);
        _parameters.Add(field.Read);
    }

    private void AddTexts(InputShapes shapes)
    {
        var fields = Texts.Select(name => new InputField(
            name, name == "sections" ? shapes.ShapeOf(typeof(ValueMap<string>), name) : shapes.ShapeOf(typeof(string), name),
            name is "title" or "body", null)).ToArray();
        Fields.AddRange(fields);
        _parameters.Add(async (given, reading) => new Content
        {
            Title = (string?)await fields[0].Read(given, reading),
            Summary = (string?)await fields[1].Read(given, reading),
            Body = (string?)await fields[2].Read(given, reading),
            Sections = (ValueMap<string>?)await fields[3].Read(given, reading),
        });
    }
}
