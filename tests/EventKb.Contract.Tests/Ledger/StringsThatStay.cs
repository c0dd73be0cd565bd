using System.Text.Json.Serialization.Metadata;
using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Contract.Tests.Ledger;

/// <summary>
/// What stands in an event's data or metadata can never be erased. So schema/events/strings.tsv lists each string there, with the form
/// that is enforced and why it may not hold a person; a new one stops here until somebody has thought about it.
/// </summary>
public sealed class StringsThatStay
{
    private static readonly string Listed = Path.Combine(Repository.Root, "schema", "events", "strings.tsv");

    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(int), typeof(long), typeof(double), typeof(DateOnly), typeof(DateTimeOffset),
    ];

    [Fact]
    public void Each_is_listed()
    {
        if (Environment.GetEnvironmentVariable("EVENTKB_WRITE_SCHEMA") == "1")
            Write();
        Assert.Equal(Found(), Rows().Select(row => row[0]));
    }

    [Fact]
    public void Each_says_what_is_enforced_and_why_it_may_stay() =>
        Assert.All(Rows(), row => Assert.True(row.Length == 3 && row.All(cell => cell.Length > 2), string.Join(" | ", row)));

    [Fact]
    public void There_are_strings_to_look_at()
    {
        Assert.Contains("EventMetadata.reasonCode", Found());
        Assert.Contains("Classification.keywords", Found());
        Assert.Contains("knowledge-article.audience-set/1 sections (key)", Found());
        Assert.DoesNotContain("ProcessRules.source", Found());
    }

    private static IEnumerable<string[]> Rows() => File.ReadAllLines(Listed).Skip(1).Select(line => line.Split('\t'));

    private static void Write()
    {
        var known = Rows().ToDictionary(row => row[0], row => string.Join('\t', row));
        File.WriteAllLines(Listed,
            [File.ReadLines(Listed).First(), .. Found().Select(name => known.GetValueOrDefault(name) ?? $"{name}\t\t")]);
    }

    private static SortedSet<string> Found()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, type) in EventTypes.Current)
            Members(type, name + " ", found);
        Members(typeof(EventMetadata), "EventMetadata.", found);
        return found;
    }

    private static void Members(Type type, string prefix, SortedSet<string> found)
    {
        foreach (var member in StoredJson.Options.GetTypeInfo(type).Properties)
            Values(member.PropertyType, prefix + member.Name, found);
    }

    private static void Values(Type type, string name, SortedSet<string> found)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var shape = StoredJson.Options.GetTypeInfo(type);
        if (shape.Kind == JsonTypeInfoKind.Object)
            Members(type, type.Name + ".", found);
        else if (type.IsGenericType)
        {
            if (type.GetGenericTypeDefinition() == typeof(ValueMap<>))
                found.Add(name + " (key)");
            Values(type.GetGenericArguments()[0], name, found);
        }
        else if (!type.IsEnum && !Plain.Contains(type))
            found.Add(name);
    }
}
