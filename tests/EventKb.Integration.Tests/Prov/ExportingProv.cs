using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.ReadModels;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.Prov;

public sealed class ExportingProv
{
    private const string One = "RIGA/knowledge-article/1";
    private const string Two = "RIGA/knowledge-article/2";
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task A_withdrawn_relation_is_left_out_and_one_stated_anew_is_there_once()
    {
        var (first, second) = (Draft(One), Draft(Two));
        _ledger.Append(Two, new Related(1, RelationType.Adapts, new ExactVersion(One, 1, first)));
        _ledger.Append(Two, new Unrelated(RelationType.Adapts, new ExactVersion(One, 1, first)));
        Assert.Empty((await Export()).Edges);
        var again = _ledger.Append(Two, new Related(1, RelationType.Adapts, new ExactVersion(One, 1, first)));
        var unheld = _ledger.Append(Two, new Related(1, RelationType.Duplicates, new ExactVersion("CESIS/knowledge-article/o", 3, 9)));
        Assert.Equal([$"{again:00000} adapts wasDerivedFrom {Two}@1 <- {One}@1",
            $"{unheld:00000} duplicates alternateOf {Two}@1 <- CESIS/knowledge-article/o@3"], (await Export()).Edges.Select(ExportedProv.Line));
        Assert.Equal(2, second);
    }

    [Fact]
    public async Task Nothing_is_derived_from_what_comes_after_it()
    {
        Draft(One);
        var second = Draft(Two);
        _ledger.Append(One, new Related(1, RelationType.Evidence, new ExactVersion(Two, 1, second)));
        Assert.Equal("wasInfluencedBy", Assert.Single((await Export()).Edges).Prov);
    }

    [Fact]
    public async Task An_article_is_invalid_while_it_is_out_of_use_and_then_from_the_beginning_of_that()
    {
        _ledger.Append(One, new RevisionImported(1, ArticleKind.Faq, "en", "a.md", "c1", MemoryLedger.Start), new Content { Title = "one" });
        var next = Draft(Two);
        _ledger.Append(One, new Retired(new ExactVersion(Two, 1, next)));
        _ledger.Append(One, new Restored());
        Assert.Empty((await Export()).Document.In("wasInvalidatedBy"));

        var retired = _ledger.Append(One, new Retired(new ExactVersion(Two, 1, next)));
        _ledger.Append(One, new RevisionImported(2, ArticleKind.Faq, "en", "a.md", "c2", MemoryLedger.Start), new Content { Title = "later" });
        var withdrawn = _ledger.Append(One, new Withdrawn(new ExactVersion(Two, 1, next)));
        var export = await Export();
        Assert.Equal($"_:invalidated-{retired}", Assert.Single(export.About("wasInvalidatedBy", "entity", One)).Id);
        var state = Assert.Single(export.About("specializationOf", "generalEntity", One));
        Assert.EndsWith($"{One}@1", state["specificEntity"], StringComparison.Ordinal);
        Assert.Equal($"{withdrawn:00000} instead wasInfluencedBy {Two}@1 <- {One}@2", ExportedProv.Line(export.Edges[^1]));
        Assert.DoesNotContain(export.Edges, edge => edge.Type == "successor");
    }

    [Fact]
    public async Task Sources_and_versions_of_other_ledgers_are_entities_with_names_of_their_own()
    {
        _ledger.Append(One, new RevisionImported(1, ArticleKind.Faq, "en", "Ceļš uz/100% (a).md", "v1.", MemoryLedger.Start,
            Repository: "runbooks"), new Content { Title = "one" });
        _ledger.Append(Two, new Adopted(new ExactVersion("VALMIERA/knowledge-article/9", 4, 77), "valmiera.lv/kb", ArticleKind.Faq, "lv"),
            new Content { Title = "a" });
        var export = await Export();
        Assert.Equal([$"00001 imported-from hadPrimarySource {One}@1 <- source:RIGA/Ceļš uz/100% (a).md@v1.",
            $"00002 adopted wasDerivedFrom {Two}@1 <- valmiera.lv/kb!VALMIERA/knowledge-article/9@4"], export.Edges.Select(ExportedProv.Line));
        Assert.Contains(export.Document.In("entity"), e => e.Id == "urn:eventkb:valmiera.lv/kb:VALMIERA/knowledge-article/9@4");
        Assert.Contains(export.Document.In("entity"), e => e.Id == "urn:eventkb:memory:source:RIGA/Ce%C4%BC%C5%A1%20uz/100%25%20%28a%29.md@v1%2E");
    }

    [Fact]
    public async Task An_erased_text_has_no_name()
    {
        var first = Draft(One);
        Assert.Contains("Drafted here", (await Export()).Text, StringComparison.Ordinal);
        _ledger.Erase(first);
        var export = await Export();
        Assert.DoesNotContain("Drafted here", export.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ekb:bodySha256", export.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_is_no_person()
    {
        Draft(One);
        _ledger.Append(One, new Published(1), person: "clock", via: Via.Schedule);
        Assert.Equal(["RIGA/person/anna prov:Person", "person/clock prov:SoftwareAgent"], (await Export()).Document.In("agent")
            .Select(a => $"{a.Id["urn:eventkb:memory:".Length..]} {a.Json.GetProperty("prov:type").GetProperty("$").GetString()}"));
    }

    private long Draft(string article) =>
        _ledger.Append(article, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "Drafted here", Body = "b" });

    private async Task<ExportedProv> Export()
    {
        var export = await ExportedProv.Of(_ledger);
        Assert.Empty(ProvConstraints.Broken(export.Text));
        return export;
    }
}
