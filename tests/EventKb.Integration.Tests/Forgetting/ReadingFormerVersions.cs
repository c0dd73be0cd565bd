using System.Text;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>What version 1 held in its structure is read as the content that it is since version 2.</summary>
public sealed class ReadingFormerVersions
{
    private static readonly string Sha256 = Content.Sha256("x");
    private static readonly StoredContent Kept = new("t", null, new byte[32], Encoding.UTF8.GetBytes("""{"fileName":"a.txt"}"""));

    [Fact]
    public void A_file_has_one_number_wherever_it_is_named_and_its_sha256_is_content()
    {
        var attached = Read("attached", $$"""{"sha256":"{{Sha256}}","bytes":2,"mediaType":"text/plain"}""", [1], Kept);
        var detached = Read("detached", $$"""{"sha256":"{{Sha256}}"}""");

        Assert.Equal(new Content { FileName = "a.txt", FileSha256 = Sha256 }, attached.Content);
        Assert.Equal(Sha256, Assert.IsType<ContentSeal.Present>(attached.Recorded.Content).BodySha256);
        var file = Assert.IsType<KnowledgeArticleEvent.Attached>(attached.Recorded.Event).File;
        Assert.Equal(new KnowledgeArticleEvent.Detached(file), detached.Recorded.Event);
    }

    [Fact]
    public void An_erased_one_says_nothing_of_it()
    {
        var erased = Read("attached", $$"""{"sha256":"{{Sha256}}","bytes":2,"mediaType":"text/plain"}""", [1]);
        Assert.Null(erased.Content);
        Assert.IsType<ContentSeal.Erased>(erased.Recorded.Content);
    }

    [Fact]
    public void A_stewards_group_is_content()
    {
        var named = Read("steward-set", """{"group":"Serveri"}""");
        Assert.Equal(new KnowledgeArticleEvent.StewardSet(null, Group: true), named.Recorded.Event);
        Assert.Equal(new Content { Steward = "Serveri" }, named.Content);
        Assert.Equal(named.Content!.Digests().Text, Assert.IsType<ContentSeal.Present>(named.Recorded.Content).TextDigest);

        var person = Read("steward-set", """{"person":"p-1"}""");
        Assert.Equal(new KnowledgeArticleEvent.StewardSet(new PersonId("p-1"), Group: false), person.Recorded.Event);
        Assert.Null(person.Content);
    }

    private static LedgerEvent Read(string name, string data, byte[]? commitment = null, StoredContent? kept = null) =>
        RecordedEvents.WithTexts(new StoredEvent
        {
            Position = 1,
            Stream = "RIGA/knowledge-article/a",
            Version = 1,
            PreviousPosition = 0,
            EventId = "e",
            Type = $"knowledge-article.{name}/1",
            RecordedAt = 0,
            OccurredAt = 0,
            Metadata = RecordedEvents.Write(
                new EventMetadata(new PersonId("p"), new InstitutionCode("RIGA"), Via.Api, new CommandId("c"), "c", "c")),
            Data = Encoding.UTF8.GetBytes(data),
            Commitment = commitment,
            Content = kept,
        });
}
