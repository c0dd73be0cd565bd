using System.Reflection;

namespace EventKb.Domain.Tests;

/// <summary>
/// An aggregate X is the types X, XCommand, XEvent and XState of one namespace, and whoever knows one aggregate finds their way in all.
/// </summary>
public sealed class OneShape
{
    public static TheoryData<string> Categories => [.. Deciders.All.Select(decider => decider.Category)];

    [Theory]
    [MemberData(nameof(Categories))]
    public void Has_a_type_for_each_part(string category)
    {
        var decider = Deciders.Find(category)!;
        var parts = decider.GetType().GetGenericArguments();
        var (state, name) = (parts[0], parts[1].FullName![..^"Command".Length]);
        Assert.Equal([name + "State", name + "Command"], parts.Select(part => part.FullName));
        Assert.All([state, parts[1], TypeNamed(name), TypeNamed(name + "Event")], part => Assert.True(part.IsPublic));
        Assert.Same(decider, Static(TypeNamed(name), "Decider"));
        Assert.Same(decider.Initial, Static(state, "Empty"));
        Assert.Equal(category, TypeNamed(name).GetField("Category")!.GetRawConstantValue());
        Assert.All([parts[1], TypeNamed(name + "Event")], set => Assert.Empty(set.GetConstructors()));
    }

    [Fact]
    public void Leaves_no_command_and_no_event_outside_an_aggregate()
    {
        var sets = Deciders.All.Select(decider => decider.GetType().GetGenericArguments()[1].FullName![..^"Command".Length]).ToList();
        Assert.Equal([.. sets.Select(name => name + "Command").Order(StringComparer.Ordinal)], SetsOf(typeof(Command)));
        Assert.Equal([.. sets.Select(name => name + "Event").Order(StringComparer.Ordinal)], SetsOf(typeof(Event)));
    }

    private static IEnumerable<string> SetsOf(Type root) => root.Assembly.GetTypes().Where(type => type.BaseType == root)
        .Select(type => type.FullName!).Order(StringComparer.Ordinal);

    private static Type TypeNamed(string name) => typeof(Decider).Assembly.GetType(name, throwOnError: true)!;

    private static object? Static(Type type, string property) =>
        type.GetProperty(property, BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
}
