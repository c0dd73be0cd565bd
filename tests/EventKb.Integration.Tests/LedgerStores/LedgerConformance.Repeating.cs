using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_command_under_its_id_answers_its_first_outcome(bool restart)
    {
        var context = By() with { ReasonText = "Kāpēc" };
        var first = await Commit(Article("a"), Draft(), context);
        await Commit(Article("a"), Revise("Otrais."));
        if (restart)
            await Restart();

        Assert.Equal(first with { Repeated = true }, await Commit(Article("a"), Draft(), context with { ExpectedVersion = 0 }));
    }

    public static TheoryData<string> Others => ["command", "title", "body", "kind", "reason", "reason code", "person", "on behalf of"];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_command_under_a_known_id_is_refused(string what)
    {
        var context = By();
        await Commit(Article("a"), Draft(), context);

        var (command, by) = what switch
        {
            "command" => (Revise("Otrais."), context),
            "title" => (Draft(title: "Cits"), context),
            "body" => (Draft(body: "Cits."), context),
            "kind" => ((KnowledgeArticleCommand.Draft)Draft() with { Kind = ArticleKind.Faq }, context),
            "reason" => (Draft(), context with { ReasonText = "Cits" }),
            "reason code" => (Draft(), context with { ReasonCode = "other" }),
            "person" => (Draft(), context with { Person = new("p-berta") }),
            _ => (Draft(), context with { OnBehalfOf = new("p-berta") }),
        };

        Assert.Equal("COMMAND_ID_REUSED", (await Refused(Article("a"), command, by)).Code);
        Assert.Equal(1, Store.Head.Size);
    }

    [Fact]
    public async Task After_an_erasure_texts_cannot_be_told_apart_but_commands_can()
    {
        var context = By();
        var first = await Commit(Article("a"), Draft(), context);
        await Commit(new StreamId(Riga, "erasure", "1"), new ErasureCommand.EraseContent(1, Article("a").Text, "VDAR 17. pants"), By());

        Assert.Equal(first with { Repeated = true }, await Commit(Article("a"), Draft(title: "Cits"), context));
        Assert.Equal("COMMAND_ID_REUSED",
            (await Refused(Article("a"), (KnowledgeArticleCommand.Draft)Draft() with { Language = "en" }, context)).Code);
    }

    [Fact]
    public async Task An_import_is_the_same_as_long_as_its_source_says_the_same()
    {
        var context = By() with { Via = Via.Import };
        var row = new KnowledgeArticleCommand.ImportRevision(ArticleKind.Faq, "lv", "a.md", "c1", Clock.GetUtcNow(),
            new Content { Title = "A", Body = "a" });
        await Commit(Article("a"), row, context);

        Assert.True((await Commit(Article("a"), row with { Kind = ArticleKind.KnownError, Language = "en", StewardGroup = "Tīkli" },
            context with { Person = new("p-berta"), ReasonText = "c" })).Repeated);
        Assert.Equal("COMMAND_ID_REUSED", (await Refused(Article("a"), row with { SourcePath = "b.md" }, context)).Code);
        Assert.Equal("COMMAND_ID_REUSED", (await Refused(Article("a"), row with { SourceVersion = "c2" }, context)).Code);
    }

    [Fact]
    public async Task What_is_digested_without_a_salt_has_no_text_in_it()
    {
        await Commit(Article("a"), Draft(title: "Zelta atslēga"), By() with { ReasonText = "Zelta iemesls" });
        await Commit(Article("a"), new KnowledgeArticleCommand.Flag("Zelta atzīme"));

        foreach (var row in await Store.Read(0, 10))
        {
            var digest = RecordedEvents.ReadMetadata(row.Metadata).Digest!;
            Assert.Equal(64, digest.Length);
        }

        Assert.Equal("""{"kind":"incident-resolution","language":"lv"}""", CommandDigest.StructureOf(Draft(title: "Zelta atslēga")));
        Assert.Equal("{}", CommandDigest.StructureOf(new KnowledgeArticleCommand.Flag("Zelta atzīme")));
    }
}
