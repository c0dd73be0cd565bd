using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EventKb.Domain;
using EventKb.Domain.Erasure;

namespace EventKb.Ledger;

/// <summary>Stored name ↔ record. A stored name is never given up and never means anything else.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<string, Type> ByName = NamesOf(typeof(Event).Assembly.GetTypes());

    private static readonly FrozenDictionary<string, JsonTypeInfo> Shapes =
        ByName.ToFrozenDictionary(t => t.Key, t => StoredJson.Options.GetTypeInfo(t.Value), StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Names = ByName.ToFrozenDictionary(t => t.Value, t => t.Key);

    /// <summary>Every name that is written today.</summary>
    public static IReadOnlyDictionary<string, Type> Current => ByName;

    /// <summary>Names of the events that say that texts were destroyed.</summary>
    internal static FrozenSet<string> Erasing { get; } =
        ByName.Where(t => t.Value.IsAssignableTo(typeof(IErasesTexts))).Select(t => t.Key).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stored name, with version, under which an event is written.</summary>
    public static string NameOf(Event happened) => Names.TryGetValue(happened.GetType(), out var name)
        ? name
        : throw Nameless(happened.GetType());

    /// <summary>The event's JSON.</summary>
    public static byte[] Write(Event happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Shapes[NameOf(happened)]);

    /// <summary>The event of a stored name and JSON, brought to the newest version of its type.</summary>
    public static Event Read(string name, ReadOnlySpan<byte> data)
    {
        if (Shapes.TryGetValue(name, out var shape))
            return (Event)JsonSerializer.Deserialize(data, shape)!;
        var json = JsonSerializer.Deserialize<JsonObject>(data)
            ?? throw new JsonException($"An event of type '{name}' has no data.");
        while (Upcasters.ByName.TryGetValue(name, out var step))
            (name, json) = (step.To, step.Upcast(json));
        return Shapes.TryGetValue(name, out shape)
            ? (Event)json.Deserialize(shape)!
            : throw new UnknownEventTypeException(name);
    }

    /// <summary>The events among some types by stored name; one without a name or two of the same are a mistake in the code.</summary>
    internal static FrozenDictionary<string, Type> NamesOf(IEnumerable<Type> types)
    {
        var named = new Dictionary<string, Type>();
        foreach (var type in types.Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract))
        {
            var name = (type.GetCustomAttribute<StoredAttribute>() ?? throw Nameless(type)).Name;
            if (!named.TryAdd(name, type))
                throw new InvalidOperationException($"{type} and {named[name]} have the same stored name, '{name}'.");
        }

        return named.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static InvalidOperationException Nameless(Type type) =>
        new($"The event {type} has no stored name; give it one with [Stored(\"category.what-happened/1\")].");
}
