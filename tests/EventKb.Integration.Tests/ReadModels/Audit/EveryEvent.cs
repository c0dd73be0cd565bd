using System.Collections;
using System.Reflection;
using EventKb.Domain;
using EventKb.ReadModels.Audit;

namespace EventKb.Integration.Tests.ReadModels.Audit;

/// <summary>No event type without changes in the audit trail.</summary>
public sealed class EveryEvent
{
    private static readonly List<Type> All =
        [.. typeof(Event).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Event)) && !type.IsAbstract)];

    public static TheoryData<Type> Types => [.. All];

    [Theory]
    [MemberData(nameof(Types))]
    public void Changes_something(Type type)
    {
        var fields = new FieldLog();
        // One of each kind has gone before, so that what ends or takes away has something to end.
        foreach (var earlier in All.Where(other => other.BaseType == type.BaseType && other != type))
            AuditChanges.Apply(fields, Recorded((Event)Make(earlier, 1), 1));
        AuditChanges.Apply(fields, Recorded((Event)Make(type, 1), 2));
        var again = fields.Changes.Count;
        var fresh = new FieldLog();
        AuditChanges.Apply(fresh, Recorded((Event)Make(type, 2), 3));
        Assert.True(again > 0 || fresh.Changes.Count > 0, $"{type.FullName} changes nothing.");
    }

    [Fact]
    public void An_event_nobody_described_stops_the_projection() =>
        Assert.Throws<InvalidOperationException>(() => AuditChanges.Apply(new FieldLog(), Recorded(new Unknown(), 1)));

    [Fact]
    public void There_are_events_to_look_at() => Assert.InRange(All.Count, 40, 400);

    private sealed record Unknown : Event;

    private static Recorded Recorded(Event happened, long position) => new(position, "RIGA/x/1", position, "e", happened,
        MemoryLedger.Start, MemoryLedger.Start,
        new Envelope(new PersonId("p"), new InstitutionCode("RIGA"), Via.Api, new CommandId("c"), "c", "c"),
        new ContentSeal.Present("c", "d", null));

    private static object Make(Type type, int seed)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return $"text{seed}";
        if (type == typeof(int)) return seed;
        if (type == typeof(long)) return (long)seed;
        if (type == typeof(bool)) return true;
        if (type == typeof(DateOnly)) return new DateOnly(2026, 1, seed);
        if (type == typeof(DateTimeOffset)) return MemoryLedger.Start.AddDays(seed);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return One(typeof(List<>).MakeGenericType(type.GenericTypeArguments),
                list => ((IList)list).Add(Make(type.GenericTypeArguments[0], seed)));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return One(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments),
                map => ((IDictionary)map).Add("key", Make(type.GenericTypeArguments[1], seed)));
        var maker = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .OrderByDescending(c => c.GetParameters().Length).First();
        return maker.Invoke([.. maker.GetParameters().Select(parameter => Make(parameter.ParameterType, seed))]);
    }

    private static object One(Type type, Action<object> add)
    {
        var made = Activator.CreateInstance(type)!;
        add(made);
        return made;
    }
}
