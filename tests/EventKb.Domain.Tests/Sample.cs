using System.Collections;
using System.Reflection;

namespace EventKb.Domain.Tests;

/// <summary>A value of any type that records of the domain are made of: equal for equal seeds, different for different ones.</summary>
internal static class Sample
{
    public static object Of(Type type, int seed)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(seed % Enum.GetValues(type).Length)!;
        return type switch
        {
            _ when type == typeof(string) || type == typeof(object) => $"text {seed}",
            _ when type == typeof(Wording) => (Wording)$"text {seed}",
            _ when type == typeof(int) => seed,
            _ when type == typeof(long) => (long)seed,
            _ when type == typeof(double) => 1.0 / seed,
            _ when type == typeof(bool) => seed % 2 == 1,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(seed),
            _ when type == typeof(DateTimeOffset) => Spec.Day.AddDays(seed),
            _ when type == typeof(StreamId) => StreamId.Of($"RIGA/control/{seed}"),
            _ when type.IsGenericType => Many(type, seed),
            _ => Record(type.IsAbstract ? CaseOf(type) : type, seed),
        };
    }

    /// <summary>The members that an object of the type is made of.</summary>
    public static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(member => member.CanWrite);

    private static Type CaseOf(Type type) => type.Assembly.GetTypes().First(t => t.IsSubclassOf(type) && MembersOf(t).Any());

    private static object Many(Type type, int seed)
    {
        var item = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(item, 1);
        items.SetValue(Of(item, seed), 0);
        if (type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return Activator.CreateInstance(type, items)!;
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        map["name"] = Of(item, seed);
        return Activator.CreateInstance(type, map)!;
    }

    private static object Record(Type type, int seed)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, seed))]);
        foreach (var member in MembersOf(type))
            member.SetValue(made, Of(member.PropertyType, seed));
        return made;
    }
}
