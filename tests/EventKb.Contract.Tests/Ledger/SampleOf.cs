using System.Collections;
using System.Reflection;
using EventKb.Domain;

namespace EventKb.Contract.Tests.Ledger;

/// <summary>A sample of any event, every member filled in the same way each time.</summary>
internal static class SampleOf
{
    public static Event Event(Type type) => (Event)Make(type, "event")!;

    private static object? Make(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1);
        return type switch
        {
            _ when type == typeof(string) => TextFor(name),
            _ when type == typeof(int) => 3,
            _ when type == typeof(long) => 42L,
            _ when type == typeof(double) => 0.25,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => new DateOnly(2027, 3, 2),
            _ when type == typeof(DateTimeOffset) =>
                new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(123_450),
            _ when type == typeof(PersonId) => new PersonId("RIGA/person/0123456789abcdef0123456789abcdef"),
            _ when type == typeof(InstitutionCode) => new InstitutionCode("RIGA"),
            _ when type.IsGenericType => MakeMany(type, name),
            _ => MakeRecord(type),
        };
    }

    private static string TextFor(string name) => name.ToUpperInvariant() switch
    {
        "SHA256" or "COMMITMENT" => new string('a', 64),
        "LANGUAGE" => "lv",
        "STREAM" or "ARTICLE" => "RIGA/knowledge-article/0123456789abcdef0123456789abcdef",
        _ => $"{char.ToLowerInvariant(name[0])}{name[1..]} āčēģ",
    };

    private static object MakeMany(Type type, string name)
    {
        var item = type.GetGenericArguments()[0];
        if (type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            var list = Array.CreateInstance(item, 1);
            list.SetValue(Make(item, name), 0);
            return Activator.CreateInstance(type, list)!;
        }

        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        dictionary.Add("key", Make(item, name));
        return Activator.CreateInstance(type, dictionary)!;
    }

    private static object MakeRecord(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, p.Name!))]);
        if (constructor.GetParameters().Length == 0)
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
                property.SetValue(made, Make(property.PropertyType, property.Name));
        return made;
    }
}
