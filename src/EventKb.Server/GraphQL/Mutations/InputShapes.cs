using System.Globalization;
using System.Reflection;
using System.Text.Json;
using EventKb.Domain;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>Derives input types from the records that commands are made of, so that schema and commands cannot drift apart.</summary>
internal sealed partial class InputShapes(IReadOnlyDictionary<Type, Func<InputShapes, InputShape>> own)
{
    internal const string NoInstitution = "An institution's code must be 1 to 40 letters, digits and hyphens.";

    private readonly NullabilityInfoContext _nullability = new();
    private readonly Dictionary<string, InputObjectGraphType> _types = [];
    private readonly HashSet<Type> _enums = [typeof(Duty)];

    /// <summary>The input types made so far, to be registered with the schema.</summary>
    public IEnumerable<IGraphType> Types => _types.Values;

    /// <summary>The graph types of the enums that they use.</summary>
    public IEnumerable<Type> Enums => _enums.Select(e => typeof(EnumerationGraphType<>).MakeGenericType(e));

    public InputField FieldOf(ParameterInfo parameter)
    {
        var mayBeNull = MayBeNull(parameter.ParameterType, _nullability.Create(parameter)) || parameter.HasDefaultValue;
        return new InputField(Camel(parameter.Name!), ShapeOf(parameter.ParameterType, Camel(parameter.Name!), IsIdentifier(parameter)),
            !mayBeNull, null);
    }

    public InputShape ShapeOf(Type type, string name, bool isIdentifier = false)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (own.TryGetValue(type, out var shape))
            return shape(this);
        if (type.IsEnum)
        {
            _enums.Add(type);
            return InputShape.Of(type.Name, given => given);
        }

        if (type == typeof(string))
            return InputShape.Of(isIdentifier ? "ID" : "String", given => given.ToString());
        if (Scalar(type) is { } scalar)
            return scalar;
        if (!type.IsGenericType)
            return RecordShape(type);
        return type.GetGenericTypeDefinition() == typeof(ValueMap<>)
            ? NamedShape(type, type.GetGenericArguments()[0])
            : ListShape(type, type.GetGenericArguments()[0], name);
    }

    private static bool IsIdentifier(ICustomAttributeProvider member) => member.IsDefined(typeof(IdentifierAttribute), inherit: false);

    public InputObjectGraphType Define(string name, IEnumerable<InputField> fields)
    {
        if (_types.TryGetValue(name, out var known))
            return known;
        var type = new InputObjectGraphType { Name = name };
        _types[name] = type;
        foreach (var field in fields)
            type.AddField(new FieldType { Name = field.Name, ResolvedType = field.Shape.Reference(field.Required) });
        return type;
    }

    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static InputShape? Scalar(Type type)
    {
        if (type == typeof(int))
            return InputShape.Of("Int", given => given);
        if (type == typeof(double))
            return InputShape.Of("Float", given => given);
        if (type == typeof(bool))
            return InputShape.Of("Boolean", given => given);
        if (type == typeof(long))
            return InputShape.Of("Position", given => given);
        if (type == typeof(DateTimeOffset))
            return InputShape.Of("DateTime", given => given);
        if (type == typeof(DateOnly))
            return InputShape.Of("Date", given => given);
        if (type == typeof(PersonId))
            return InputShape.Of("ID", given => new PersonId(given.ToString()!));
        return type != typeof(InstitutionCode) ? null : new InputShape("String", (given, reading) => InstitutionCode.IsValid((string)given)
            ? new(new InstitutionCode((string)given))
            : throw reading.Refuse(NoInstitution));
    }

    private InputShape ListShape(Type type, Type item, string name)
    {
        var shape = ShapeOf(item, name);
        return new InputShape($"[{shape.Type}]", async (given, reading) =>
        {
            var values = ((System.Collections.IEnumerable)given).Cast<object>().ToList();
            if (values.Count > Limits.Items)
                throw reading.Refuse($"There are more than {Limits.Items} items.");
            var list = Array.CreateInstance(item, values.Count);
            for (var i = 0; i < values.Count; i++)
                list.SetValue(await shape.Read(values[i], reading.Below(i.ToString(CultureInfo.InvariantCulture))), i);
            return Activator.CreateInstance(type, list)!;
        });
    }

    /// <summary>A dictionary is written as a list of named values.</summary>
    private InputShape NamedShape(Type map, Type value)
    {
        var shape = ShapeOf(value, "value");
        var type = "Named" + (shape.Type.StartsWith('[') ? "Texts" : shape.Type.Replace("Input", "", StringComparison.Ordinal)) + "Input";
        Define(type, [
            new InputField("name", InputShape.Of("String", given => given), true, null),
            new InputField("value", shape, true, null)]);
        return new InputShape($"[{type}]", async (given, reading) =>
        {
            var read = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
            foreach (var pair in ((System.Collections.IEnumerable)given).Cast<IDictionary<string, object?>>())
            {
                var name = (string)pair["name"]!;
                if (read.Contains(name) || read.Count == Limits.Items)
                    throw reading.Below(name).Refuse(read.Contains(name)
                        ? (Wording)"The name is given twice."
                        : $"There are more than {Limits.Items} items.");
                read[name] = await shape.Read(pair["value"]!, reading.Below(name));
            }

            return Activator.CreateInstance(map, read)!;
        });
    }

    private static bool MayBeNull(Type type, NullabilityInfo nullability) =>
        Nullable.GetUnderlyingType(type) is not null || (!type.IsValueType && nullability.WriteState == NullabilityState.Nullable);
}
