using System.Collections;
using System.Reflection;

namespace EventKb.Domain.Tests;

/// <summary>Values with a bad text in one place.</summary>
internal static class Spoilt
{
    /// <summary>The same value many times, with another of its texts replaced each time, and where that text was.</summary>
    public static IEnumerable<(string Path, object Value)> All(object? value, string bad) => value switch
    {
        null => [],
        string => [("", bad)],
        IEnumerable many => many.GetType().GetGenericTypeDefinition() == typeof(ValueList<>) ? Items(many, bad) : Pairs(many, bad),
        _ when value.GetType().Assembly == typeof(Command).Assembly && !value.GetType().IsEnum => Members(value, bad),
        _ => [],
    };

    private static IEnumerable<(string, object)> Members(object value, string bad) =>
        from member in Sample.MembersOf(value.GetType())
        from spoilt in All(member.GetValue(value), bad)
        select ($".{member.Name}{spoilt.Path}", With(value, member.Name, spoilt.Value));

    private static object With(object value, string member, object part)
    {
        var copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!
            .Invoke(value, null)!;
        copy.GetType().GetProperty(member)!.SetValue(copy, part);
        return copy;
    }

    private static IEnumerable<(string, object)> Items(IEnumerable list, string bad)
    {
        var items = list.Cast<object>().ToArray();
        for (var i = 0; i < items.Length; i++)
            foreach (var (path, spoilt) in All(items[i], bad))
            {
                var copy = Array.CreateInstance(list.GetType().GetGenericArguments()[0], items.Length);
                Array.Copy(items, copy, items.Length);
                copy.SetValue(spoilt, i);
                yield return ($"[{i}]{path}", Activator.CreateInstance(list.GetType(), copy)!);
            }
    }

    /// <summary>Samples have maps of one pair.</summary>
    private static IEnumerable<(string, object)> Pairs(IEnumerable map, string bad)
    {
        foreach (var pair in map)
        {
            object Part(string name) => pair.GetType().GetProperty(name)!.GetValue(pair)!;
            var (key, value) = ((string)Part("Key"), Part("Value"));
            yield return ("[key]", Map(map.GetType(), bad, value));
            foreach (var (path, spoilt) in All(value, bad))
                yield return ($"[{key}]{path}", Map(map.GetType(), key, spoilt));
        }
    }

    private static object Map(Type type, string key, object value)
    {
        var pairs = typeof(Dictionary<,>).MakeGenericType(typeof(string), type.GetGenericArguments()[0]);
        var made = (IDictionary)Activator.CreateInstance(pairs)!;
        made[key] = value;
        return Activator.CreateInstance(type, made)!;
    }
}
