using CsCheck;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels;

public sealed class ComparingRevisions
{
    private const string One = "RIGA/knowledge-article/1";
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task Texts_links_owners_and_rights_are_compared_as_they_last_were()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"),
            new Content { Title = "a", Body = "1\n2\n3", Sections = new Dictionary<string, string> { ["cause"] = "x" } });
        _ledger.Append(One, new AccountabilitySet("RIGA/catalogue-entry/s"));
        _ledger.Append(One, new Classified(new Classification { Keywords = ["k", "l"] }));
        _ledger.Append(One, new AudienceSet(new Audience { SupportLevels = [0, 1] }));
        _ledger.Append(One, new Attached(1, 1, "text/plain"), new Content { FileName = "f", FileSha256 = "ff" });
        _ledger.Append(One, new Revised(2), new Content { Title = "a", Body = "1\nII\n3" });
        _ledger.Append(One, new AccountabilitySet("RIGA/catalogue-entry/t"));
        _ledger.Append(One, new Classified(new Classification { Keywords = ["k", "m"] }));
        _ledger.Append(One, new AudienceSet(new Audience { SupportLevels = [1] }));
        _ledger.Append(One, new Detached(1));
        _ledger.Append(One, new Related(2, RelationType.Evidence, new ExactVersion("RIGA/knowledge-article/2", 3, 9)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var article = (await ArticleQueries.ById(session, Viewer.LocalOperator, session.Head(_ledger.Now), One))!;
        var diff = (await ArticleDiffs.Between(session, Viewer.LocalOperator, article, 1, article, 2))!;
        Assert.Empty(diff.Title.Lines);
        Assert.Equal(["1 1  1", "2  -2", " 2 +II", "3 3  3"], diff.Body.Lines.Select(Shown));
        Assert.Equal(("cause", DiffLineKind.Removed), diff.Sections.Select(s => (s.Name, s.Text.Lines.Single().Kind)).Single());
        Assert.Equal(
        [
            new("accountable", "RIGA/catalogue-entry/s", "RIGA/catalogue-entry/t"), new("classification.keywords", "l", null),
            new("classification.keywords", null, "m"), new("audience", "support level 0", null), new("attachments", "ff", null),
            new("relations", null, "evidence RIGA/knowledge-article/2@3"),
        ],
        diff.Facts);
        Assert.Null(await ArticleDiffs.Between(session, Viewer.LocalOperator, article, 1, article, 3));
        var then = (await ArticleQueries.ById(session, Viewer.LocalOperator, (await session.PinAt(_ledger.Now, position: 6))!, One))!;
        Assert.Empty((await ArticleDiffs.Between(session, Viewer.LocalOperator, then, 1, then, 2))!.Facts);
    }

    [Fact]
    public void Far_apart_changes_show_only_the_lines_around_them()
    {
        var lines = Enumerable.Range(1, 100).Select(i => $"{i}").ToList();
        var changed = lines.ToList();
        changed.Insert(0, "first");
        changed[50] = "fifty";
        Assert.Equal(" 1 +first|1 2  1|2 3  2|3 4  3|47 48  47|48 49  48|49 50  49|50  -50| 51 +fifty|51 52  51|52 53  52|53 54  53",
            string.Join('|', TextDiff.Of(string.Join('\n', lines), string.Join('\n', changed)).Lines.Select(Shown)));
    }

    [Fact]
    public void Any_two_texts_are_told_apart_exactly() => Check.Sample(
        Gen.Select(Text, Text),
        pair =>
        {
            var diff = TextDiff.Of(pair.Item1, pair.Item2);
            Assert.Equal(Counted(pair.Item1), Counted(pair.Item2) - diff.Lines.Count(l => l.Kind == DiffLineKind.Added)
                + diff.Lines.Count(l => l.Kind == DiffLineKind.Removed));
            Assert.All(diff.Lines.Where(l => l.FromNumber is not null), l => Assert.Equal(l.Text, pair.Item1.Split('\n')[l.FromNumber!.Value - 1]));
            Assert.All(diff.Lines.Where(l => l.ToNumber is not null), l => Assert.Equal(l.Text, pair.Item2.Split('\n')[l.ToNumber!.Value - 1]));
            Assert.Equal(pair.Item1 == pair.Item2, diff.Lines.Count == 0);
        });

    [Fact]
    public void Texts_of_the_greatest_size_with_nothing_in_common_are_compared_in_bounded_time()
    {
        var (one, other) = (Many('a', TextDiff.MostLines), Many('b', TextDiff.MostLines));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(TextDiff.Of(one, other).Coarse);
        Assert.True(TextDiff.Of(Many('a', 200_000), other).Coarse);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static readonly Gen<string> Text = Gen.Int[0, 3].List[0, 12].Select(l => string.Join('\n', l.Select(i => "abc"[..i])));

    private static string Many(char what, int lines) => string.Join('\n', Enumerable.Range(0, lines).Select(i => $"{what}{i}"));

    private static int Counted(string text) => text.Length == 0 ? 0 : text.Split('\n').Length;

    private static string Shown(DiffLine line) =>
        $"{line.FromNumber} {line.ToNumber} {line.Kind switch { DiffLineKind.Same => ' ', DiffLineKind.Added => '+', _ => '-' }}{line.Text}";
}
