using System.Text;
using System.Text.Json.Nodes;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Contract.Tests.Ledger;

/// <summary>
/// Each stored type is approved as text in schema/events: a file for a name, its bytes those of a sample as stored.
/// </summary>
public sealed class StoredEvents
{
    private static readonly string Folder = Path.Combine(Repository.Root, "schema", "events");

    public static TheoryData<string> Names => [.. EventTypes.Current.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Approved =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file =>
            Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_event_of_the_domain_has_one_stored_name()
    {
        var events = typeof(Event).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract).ToHashSet();
        Assert.NotEmpty(events);
        Assert.Equal(events.Count, EventTypes.Current.Count);
        Assert.True(events.SetEquals(EventTypes.Current.Values));
        Assert.All(EventTypes.Current.Keys, name => Assert.Matches("^[a-z-]+\\.[a-z-]+/[1-9][0-9]*$", name));
    }

    [Fact]
    public void An_event_without_a_stored_name_is_a_mistake() =>
        Assert.Contains(nameof(Nameless), Assert.Throws<InvalidOperationException>(() => EventTypes.NamesOf([typeof(Nameless)])).Message);

    [Fact]
    public void Two_events_of_one_stored_name_are_a_mistake()
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => EventTypes.NamesOf([typeof(Once), typeof(Twice), typeof(string)]));
        Assert.All([nameof(Once), nameof(Twice), "'test.happened/1'"], part => Assert.Contains(part, mistake.Message));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_written_as_approved(string name)
    {
        var written = Encoding.UTF8.GetString(EventTypes.Write(SampleOf.Event(EventTypes.Current[name])));
        // A type that is new may be approved as it is; one that is known never changes.
        if (Environment.GetEnvironmentVariable("EVENTKB_WRITE_SCHEMA") == "1" && !File.Exists(PathOf(FileOf(name))))
            File.WriteAllText(PathOf(FileOf(name)), written + "\n");
        Assert.Equal(Read(FileOf(name)), written);
    }

    [Theory]
    [MemberData(nameof(Approved))]
    public void Is_read_back_from_what_was_approved(string file)
    {
        var slash = file.LastIndexOf('.');
        var stored = Read(file);
        var happened = EventTypes.Read($"{file[..slash]}/{file[(slash + 1)..]}", Encoding.UTF8.GetBytes(stored));

        var written = Encoding.UTF8.GetString(EventTypes.Write(happened));
        if (EventTypes.NameOf(happened).Replace('/', '.') == file)
            Assert.Equal(stored, written);
        else
            Assert.Equal(happened, EventTypes.Read(EventTypes.NameOf(happened), Encoding.UTF8.GetBytes(written)));
    }

    [Fact]
    public void Version_1_of_published_is_read_as_version_2()
    {
        var stored = Encoding.UTF8.GetBytes(Read("knowledge-article.published.1"));
        Assert.NotNull(JsonNode.Parse(stored)!["reviewOn"]);
        Assert.Equal(new KnowledgeArticleEvent.Published(3, new DateOnly(2027, 3, 2)),
            EventTypes.Read("knowledge-article.published/1", stored));
    }

    [Fact]
    public void An_unknown_type_says_its_name()
    {
        var unknown = Assert.Throws<UnknownEventTypeException>(() => EventTypes.Read("knowledge-article.sung/1", "{}"u8));
        Assert.Equal("knowledge-article.sung/1", unknown.Name);
    }

    [Fact]
    public void Latvian_letters_and_markup_are_stored_as_they_are()
    {
        Assert.Equal("{\"subject\":\"ķēžu <āķis> & 'šķūnis'\"}",
            Encoding.UTF8.GetString(EventTypes.Write(new KnowledgeArticleEvent.AccountabilitySet("ķēžu <āķis> & 'šķūnis'"))));
    }

    private static string FileOf(string name) => name.Replace('/', '.');

    /// <summary>A file is the stored bytes and a line end.</summary>
    private static string Read(string file) => File.ReadAllText(PathOf(file)).TrimEnd('\n');

    private static string PathOf(string file) => Path.Combine(Folder, file + ".json");

    private sealed record Nameless : Event;

    [Stored("test.happened/1")]
    private sealed record Once : Event;

    [Stored("test.happened/1")]
    private sealed record Twice : Event;
}
