using CsCheck;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;

namespace EventKb.Domain.Tests.KnowledgeArticles;

/// <summary>One thing that somebody asks at some time.</summary>
internal sealed record Asked(KnowledgeArticleCommand Command, PersonId Person, int HoursLater, Via Via);

/// <summary>Random histories: few revisions, persons and texts, so that commands often meet.</summary>
internal static class ArticleHistories
{
    private static readonly PersonId[] Persons = [Spec.Anna, Spec.Berta, new("RIGA/person/cilda")];
    private static readonly ExactVersion[] Others = [Article.Other, Article.Other with { Number = 4, Position = 50 }];

    private static readonly Gen<int> Revision = Gen.Frequency((8, Gen.Int[1, 3]), (1, Gen.Int[0, 6]));
    private static readonly Gen<Content> Text = Gen.Int[1, 4].Select(Article.Text);
    private static readonly Gen<ExactVersion> Other = OneOf(Others);
    private static readonly Gen<RelationType> Type = OneOf(RelationType.Replaces, RelationType.Evidence);
    private static readonly Gen<string> File = OneOf(new string('a', 64), new string('b', 64));
    private static readonly Gen<string> Path = OneOf("a.md", "b/a.md");

    private static readonly Gen<KnowledgeArticleCommand> Writing = Gen.OneOf(
        Text.Select(text => (KnowledgeArticleCommand)new Draft(ArticleKind.Faq, "lv", text)),
        Text.Select(Other, (text, from) => (KnowledgeArticleCommand)new Adopt(from, null, ArticleKind.Faq, "lv", text)),
        Text.Select(text => (KnowledgeArticleCommand)new Revise(text)),
        Path.Select(Text, (path, text) => (KnowledgeArticleCommand)Article.Import(path, text)),
        Path.Select(path => (KnowledgeArticleCommand)new SkipRevision(path, "c1", null, 1, "not-utf8")),
        Path.Select(path => (KnowledgeArticleCommand)new RetireImported(path, "c0ffee")));

    private static readonly Gen<KnowledgeArticleCommand> Reviewing = Gen.OneOf(
        Text.Select(text => (KnowledgeArticleCommand)new Revise(text)),
        Revision.Select(r => (KnowledgeArticleCommand)new SubmitForReview(r)),
        Revision.Select(r => (KnowledgeArticleCommand)new RequestChanges(r, "Kāpēc?")),
        Revision.Select(Gen.Int[1, 4], (r, read) => (KnowledgeArticleCommand)new Approve(r, Article.CommitmentOf(read))),
        Revision.Select(r => (KnowledgeArticleCommand)new Approve(r, Article.CommitmentOf(r))),
        Revision.Select(r => (KnowledgeArticleCommand)new Publish(r)));

    private static readonly Gen<KnowledgeArticleCommand> Using = Gen.OneOf(
        Revision.Select(Gen.Int[1, 900], (r, h) => (KnowledgeArticleCommand)new SchedulePublication(r, Spec.Day.AddHours(h))),
        Revision.Select(r => (KnowledgeArticleCommand)new CancelPublication(r)),
        Revision.Select(r => (KnowledgeArticleCommand)new PublishProvisionally(r)),
        Revision.Select(r => (KnowledgeArticleCommand)new LapseProvision(r)),
        Revision.Select(r => (KnowledgeArticleCommand)new ReviewUnchanged(r)),
        Gen.Const<KnowledgeArticleCommand>(new Withdraw("Zvanīt 112.")),
        Other.Null().Select(successor => (KnowledgeArticleCommand)new Retire(successor)),
        Gen.Const<KnowledgeArticleCommand>(new Restore()));

    private static readonly Gen<KnowledgeArticleCommand> Keeping = Gen.OneOf(
        Gen.Int[0, 3].Select(d => (KnowledgeArticleCommand)new ChangeValidity(Spec.Day, d == 0 ? null : Spec.Day.AddDays(d))),
        Gen.Bool.Select(set => (KnowledgeArticleCommand)new SetAccountability(set ? Article.Service : null)),
        Gen.Bool.Select(set => (KnowledgeArticleCommand)new SetSteward(set ? Spec.Berta : null)),
        Gen.Int[0, 3].Select(n =>
            (KnowledgeArticleCommand)new Classify(new Classification { Keywords = [.. "abc"[..n].Select(c => $"{c}")] })),
        Gen.Int[-1, 3].Array[0, 3].Select(levels =>
            (KnowledgeArticleCommand)new SetAudience(new Audience { SupportLevels = levels })),
        File.Select(sha => (KnowledgeArticleCommand)new Attach(sha, 1, "text/plain", "a.txt")),
        File.Select(sha => (KnowledgeArticleCommand)new Detach(sha)),
        Gen.Select(Revision, Type, Other, (r, type, other) => (KnowledgeArticleCommand)new Relate(r, type, other)),
        Type.Select(Other, (type, other) => (KnowledgeArticleCommand)new Unrelate(type, other)),
        Gen.Const<KnowledgeArticleCommand>(new Flag("Novecojis")),
        Gen.Int[0, 3].Select(flag => (KnowledgeArticleCommand)new ResolveFlag(flag, "Izlabots")));

    /// <summary>The straight way, gone as far as chance has it, so that the random rest begins anywhere along it.</summary>
    private static readonly Asked[] StraightWay =
    [
        new(new Draft(ArticleKind.Faq, "lv", Article.Text(1)), Spec.Anna, 0, Via.Api),
        new(new SubmitForReview(1), Spec.Anna, 0, Via.Api),
        new(new Approve(1, Article.CommitmentOf(1)), Spec.Berta, 0, Via.Api),
        new(new Publish(1), Spec.Anna, 0, Via.Api),
        new(new Revise(Article.Text(2)), Spec.Berta, 0, Via.Api),
        new(new SubmitForReview(2), Spec.Berta, 0, Via.Api),
        new(new Approve(2, Article.CommitmentOf(2)), Spec.Anna, 0, Via.Api),
    ];

    private static readonly Gen<Asked[]> AtRandom = Gen.Select(
        Gen.Frequency((2, Writing), (6, Reviewing), (3, Using), (2, Keeping)),
        OneOf(Persons),
        Gen.Frequency((4, Gen.Int[0, 2]), (1, Gen.Int[0, 80])),
        Gen.Frequency((5, Gen.Const(Via.Api)), (1, Gen.Const(Via.Schedule))),
        (command, person, hours, via) => new Asked(command, person, hours, via)).Array[1, 40];

    public static Gen<Asked[]> All { get; } =
        Gen.Int[0, StraightWay.Length].Select(AtRandom, (steps, rest) => (Asked[])[.. StraightWay[..steps], .. rest]);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
