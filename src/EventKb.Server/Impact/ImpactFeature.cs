using System.Globalization;
using EventKb.ReadModels.Impact;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Ownership;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Impact;

/// <summary>What a withdrawn workaround or a retired article touches.</summary>
internal static class ImpactFeature
{
    public static Feature It { get; } = new() { Schema = new SchemaPart { Questions = typeof(ImpactQuestions) } };
}

/// <summary>The question of what an article touches.</summary>
internal sealed class ImpactQuestions(Reading view)
{
    public async Task<ImpactAnswer?> Impact([Id] string of) =>
        await ImpactQueries.Article(view.Session, view.Viewer, view.Pin, of) is { } article ? new ImpactAnswer(view, article) : null;
}

/// <summary>Everything and everyone that an article touches.</summary>
[Name("Impact")]
internal sealed class ImpactAnswer(Reading view, string article) : IHasView
{
    Reading IHasView.View => view;

    public IDataLoaderResult<ArticleNode?> Article() => view.Find<ArticleNode>(article);

    [Complexity(10, 5)]
    public async Task<IEnumerable<ImpactCountAnswer>> Counts() =>
        (await ImpactQueries.Counts(view.Session, view.Viewer, view.Pin, article))
            .Select(count => new ImpactCountAnswer(count.Kind, (int)count.Count));

    public Task<Connection<ImpactItemAnswer>> Items(IReadOnlyList<ImpactKind>? kinds, int first, string? after) =>
        Paged.Of<ImpactRow, ImpactItemAnswer>($"impact {article}", view, first, after,
            (at, key) => ImpactQueries.List(at.Session, at.Viewer, at.Pin, article, kinds, first, PlaceOf(key)),
            (at, row) => new ImpactItemAnswer(at, row),
            row => $"{((int)row.Kind).ToString(CultureInfo.InvariantCulture)}/{row.FirstPosition.ToString(CultureInfo.InvariantCulture)}");

    private static (ImpactKind Kind, long Position)? PlaceOf(string? key)
    {
        if (key is null)
            return null;
        return key.Split('/') is [var kind, var position] && Enum.TryParse<ImpactKind>(kind, out var known) && Enum.IsDefined(known)
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (known, at) : throw Cursor.Invalid();
    }
}

/// <summary>How many things of a kind an article touches.</summary>
[Name("ImpactCount")]
internal sealed record ImpactCountAnswer(ImpactKind Kind, int Count);

/// <summary>One thing that an article touches.</summary>
[Name("ImpactItem")]
internal sealed class ImpactItemAnswer(Reading view, ImpactRow row)
{
    public ImpactKind Kind => row.Kind;

    [Id]
    public string ThingId => row.Id;

    public IDataLoaderResult<INode?> Thing() => view.Nodes.Load(row.Id);

    public IDataLoaderResult<OwnershipNode?> Accountable() =>
        OwnershipLoaders.Of(view).Accountables.Load(row.Kind == ImpactKind.Service ? row.Id : "")
            .Map(found => found is null ? null : new OwnershipNode(view, found));
}
