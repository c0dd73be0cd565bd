using EventKb.Domain;
using EventKb.Domain.Access;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Citations;
using EventKb.Domain.Erasure;
using EventKb.Domain.Governance;
using EventKb.Domain.Holds;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Domain.Persons;
using EventKb.Integration.Tests.ReadModels.Audit;
using EventKb.Ledger;
using EventKb.Ledger.Files;
using EventKb.ReadModels;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>
/// A ledger in which every type of event has every text that there is, each a word found nowhere else; and other texts between.
/// </summary>
internal sealed class Canaries(string folder)
{
    private const string Mark = "Kanarijs";
    private static readonly InstitutionCode Riga = new("RIGA");

    /// <summary>What a stream of each category begins with, so that its other events have something to be about.</summary>
    private static readonly Type[][] Beginnings =
    [
        [typeof(KnowledgeArticleEvent.Drafted)],
        [typeof(OwnershipAssignmentEvent.Assigned), typeof(OwnershipAssignmentEvent.DeputyAppointed)],
        [typeof(KnowledgeProcessEvent.Adopted)], [typeof(ControlEvent.Performed), typeof(ControlEvent.FindingRaised)],
        [typeof(CatalogueEntryEvent.Registered), typeof(CatalogueEntryEvent.DependencyAdded)], [typeof(InstitutionEvent.Registered)],
        [typeof(CitationEvent.Recorded)], [typeof(PersonEvent.Registered), typeof(PersonEvent.MemberAdded), typeof(PersonEvent.RightGranted)],
        [typeof(IdentityEvent.Proposed)], [typeof(LedgerAccessEvent.SignInRequired)],
        [typeof(LegalHoldEvent.Placed)],
    ];

    private readonly Dictionary<long, string> _planted = [];
    private readonly List<(string Member, string Word)> _words = [];
    private EmbeddedLedger? _ledger;
    private int _commands;

    /// <summary>Stream of each planted event by its position.</summary>
    public IReadOnlyDictionary<long, string> Planted => _planted;

    /// <summary>The words, with the member of <see cref="Content"/> that holds each.</summary>
    public IReadOnlyList<(string Member, string Word)> Words => _words;

    /// <summary>Fills the folder.</summary>
    public async Task Plant()
    {
        var deciders = Deciders.All.Select(decider => (Decider)new Decider<int, Put>(decider.Category, 0,
            (_, put, _) => new Accepted([new NewEvent(put.Event, put.Content) { Erases = PlaceIn(put.Event) }]), (count, _) => count + 1));
        await using (_ledger = await EmbeddedLedger.Open(folder, new LedgerOptions { References = false, Deciders = [.. deciders] }))
            foreach (var type in SampleEvent.Types)
            {
                await Append(Stream("knowledge-article"), new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv"), Other());
                await Plant(type);
            }

        // Opened anew, for the rows are to be as any server's.
        await using var ledger = await EmbeddedLedger.Open(folder, new LedgerOptions { References = false });
        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        await runner.CatchUp();
    }

    private async Task Plant(Type type)
    {
        var stream = type == typeof(ErasureEvent.ContentErased) ? Erasure.StreamOf(Riga, 1)
            : Stream(EventTypes.NameOf(SampleEvent.Of(type, 1)).Split('.')[0]);
        foreach (var before in Before(type))
            await Append(stream, SampleEvent.Of(before, 1), Other());
        var happened = SampleEvent.Of(type, 1) switch
        {
            KnowledgeArticleEvent.Attached attached => attached with { Bytes = (await KeepFile()).Bytes },
            ErasureEvent.ContentErased => new ErasureEvent.ContentErased(1, "RIGA/knowledge-article/1", "VDAR"),
            PersonEvent.TextsErased => new PersonEvent.TextsErased(1, "VDAR"),
            IdentityEvent.TextsErased => new IdentityEvent.TextsErased(1, "VDAR"),
            var other => other,
        };
        _planted[await Append(stream, happened, await Texts(happened))] = stream.ToString();
    }

    private static EventPlace? PlaceIn(Event happened) =>
        happened is IErasesTexts erased ? new(erased.Position, "RIGA/knowledge-article/1") : null;

    private static IEnumerable<Type> Before(Type type) =>
        type == typeof(KnowledgeArticleEvent.Moved) ? [typeof(KnowledgeArticleEvent.RevisionImported)]
        : type == typeof(KnowledgeArticleEvent.Adopted) || type == typeof(KnowledgeArticleEvent.RevisionImported) ? []
        : (Beginnings.FirstOrDefault(all => all.Any(first => first.BaseType == type.BaseType)) ?? []).TakeWhile(before => before != type);

    /// <summary>A member of a new kind stops here until it has a canary.</summary>
    private async Task<Content> Texts(Event happened)
    {
        var texts = new Content();
        foreach (var member in typeof(Content).GetProperties().Where(property => property.CanWrite))
        {
            var word = Word(member.Name);
            object value = member.Name == nameof(Content.FileSha256)
                ? happened is KnowledgeArticleEvent.Attached ? (await KeepFile()).Sha256 : Content.Sha256(word)
                : member.PropertyType == typeof(string) ? word
                : member.PropertyType == typeof(ValueMap<string>)
                ? new ValueMap<string>([KeyValuePair.Create("cause", word)])
                : throw new InvalidOperationException($"{member.Name} has no canary.");
            member.SetValue(texts, value);
            _words.Add((member.Name, value as string ?? word));
        }

        return texts with { Body = texts.Body + new string('x', _planted.Count * 97) };
    }

    /// <summary>The attached file, whose bytes are a canary too.</summary>
    private async Task<StoredFile> KeepFile()
    {
        using var file = new MemoryStream("Kanarijs-in-a-file"u8.ToArray());
        return await new AttachmentStore(folder).Save(file);
    }

    private string Word(string member) => $"{Mark}-{_planted.Count:000}-{member}";

    private Content Other() => new() { Title = "Paliek", Body = new string('y', _commands * 53 % 3_000) };

    private StreamId Stream(string category) => new(Riga, category, $"{_commands + 1}");

    private async Task<long> Append(StreamId stream, Event happened, Content content)
    {
        var now = DateTimeOffset.UtcNow;
        var context = new CommandContext(CommandId.From($"{++_commands}"), now, now, new PersonId("p-1"), Riga, Via.Api, "c", "c");
        var outcome = await _ledger!.Gateway.Send(stream, new Put(happened, content), context);
        return Assert.IsType<CommandOutcome.Committed>(outcome).FirstPosition;
    }

    private sealed record Put(Event Event, Content Content) : Command;
}
