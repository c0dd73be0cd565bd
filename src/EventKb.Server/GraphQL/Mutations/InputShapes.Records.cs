using System.Reflection;
using EventKb.Domain;

namespace EventKb.Server.GraphQL.Mutations;

/// <content>Shapes of records, by their constructor or by their members.</content>
internal sealed partial class InputShapes
{
    private InputShape RecordShape(Type type)
    {
        var constructor = MutationDefinition.ConstructorOf(type);
        return constructor.GetParameters().Length > 0 ? ConstructedShape(type, constructor) : InitialisedShape(type);
    }

    private InputShape ConstructedShape(Type type, ConstructorInfo constructor)
    {
        var fields = constructor.GetParameters().Select(FieldOf).ToList();
        Define(type.Name + "Input", fields);
        return new InputShape(type.Name + "Input", async (given, reading) =>
        {
            var values = new object?[fields.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = await fields[i].Read((IDictionary<string, object?>)given, reading);
            return constructor.Invoke(values);
        });
    }

    private InputShape InitialisedShape(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && !p.IsDefined(typeof(DerivedAttribute))).ToList();
        var fields = properties
            .Select(p => new InputField(Camel(p.Name), ShapeOf(p.PropertyType, Camel(p.Name), IsIdentifier(p)), false, null)).ToList();
        Define(type.Name + "Input", fields);
        return new InputShape(type.Name + "Input", async (given, reading) =>
        {
            var made = Activator.CreateInstance(type)!;
            for (var i = 0; i < fields.Count; i++)
                if (await fields[i].Read((IDictionary<string, object?>)given, reading) is { } value)
                    properties[i].SetValue(made, value);
            return made;
        });
    }
}
