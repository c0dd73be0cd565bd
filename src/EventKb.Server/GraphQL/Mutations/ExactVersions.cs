using EventKb.Domain;
using EventKb.ReadModels.KnowledgeArticles;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>Finds the position of the revision that an input names, from everything the ledger has.</summary>
internal static class ExactVersions
{
    public static async Task<ArticleVersion> Find(InputReading reading, string article, int revision)
    {
        var operation = reading.Operation;
        await operation.Reach((await operation.Services.Feed.Head()).Size, CancellationToken.None);
        var view = operation.OpenHead();
        var row = await ArticleQueries.ById(view.Session, view.Viewer, view.Pin, article);
        var found = row is null ? null : await RevisionQueries.One(view.Session, view.Viewer, row, revision, texts: false);
        return found is null
            ? throw reading.NotFound($"There is no revision {revision} of '{article}'.")
            : new ArticleVersion(article, revision, found.Position);
    }
}
