using System.Collections;
using System.Reflection;
using EventKb.Domain;

namespace EventKb.Integration.Tests.ReadModels.Audit;

/// <summary>An event of any type, its members filled in from a seed.</summary>
internal static class SampleEvent
{
    /// <summary>Every type of event that there is.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(Event).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Event)) && !type.IsAbstract)];

    /// <summary>Its numbers, which name what it is about, can be told apart from the rest.</summary>
    public static Event Of(Type type, int seed, int? number = null) => (Event)Make(type, seed, number ?? seed);

    private static object Make(Type type, int seed, int number)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return $"text{seed}";
        if (type == typeof(int)) return number;
        if (type == typeof(long)) return (long)seed;
        if (type == typeof(double)) return 1.0 / seed;
        if (type == typeof(bool)) return true;
        if (type == typeof(DateOnly)) return new DateOnly(2026, 1, seed);
        if (type == typeof(DateTimeOffset)) return MemoryLedger.Start.AddDays(seed);
        if (type.IsEnum) return Enum.GetValues(type).GetValue((seed - 1) % Enum.GetValues(type).Length)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return Activator.CreateInstance(type, One(typeof(List<>).MakeGenericType(type.GenericTypeArguments),
                list => ((IList)list).Add(Make(type.GenericTypeArguments[0], seed, number))))!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueMap<>))
            return Activator.CreateInstance(type, One(typeof(Dictionary<,>).MakeGenericType(typeof(string), type.GenericTypeArguments[0]),
                map => ((IDictionary)map).Add("key", Make(type.GenericTypeArguments[0], seed, number))))!;
        var maker = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .OrderByDescending(c => c.GetParameters().Length).First();
        var made = maker.Invoke([.. maker.GetParameters().Select(parameter => Make(parameter.ParameterType, seed, number))]);
        foreach (var property in maker.GetParameters().Length == 0 ? type.GetProperties().Where(p => p.CanWrite) : [])
            property.SetValue(made, Make(property.PropertyType, seed, number));
        return made;
    }

    private static object One(Type type, Action<object> add)
    {
        var made = Activator.CreateInstance(type)!;
        add(made);
        return made;
    }
}
