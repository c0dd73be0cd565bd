using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.ServiceRecords;
using EventKb.Server.GraphQL.Mutations;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>An exact version is given as article and revision; its position is looked up, so that nobody can state a wrong one.</summary>
internal static class ExactVersions
{
    private const string Input = "ArticleVersionInput";

    public static InputShape Shape(InputShapes shapes)
    {
        shapes.Define(Input, [
            new InputField("article", InputShape.Of("ID", given => given), true, null),
            new InputField("revision", InputShape.Of("Int", given => given), true, null)]);
        return new InputShape(Input, async (given, reading) =>
        {
            var parts = (IDictionary<string, object?>)given;
            return await Find(reading, parts["article"]!.ToString()!, (int)parts["revision"]!);
        });
    }

    /// <summary>Finds it in everything that the ledger has.</summary>
    private static async Task<ArticleVersion> Find(InputReading reading, string article, int revision)
    {
        var operation = reading.Operation;
        await operation.Reach((await operation.Services.Feed.Head()).Size, CancellationToken.None);
        var view = operation.OpenHead();
        if (StreamId.Parse(article)?.Category == ServiceRecord.Category)
            return await ServiceRecordQueries.AtVersion(view.Session, view.Viewer, view.Pin, article, revision) is { } record
                ? new ArticleVersion(article, revision, record.Position)
                : throw reading.NotFound($"There is no version {revision} of '{article}'.");
        var row = await ArticleQueries.ById(view.Session, view.Viewer, view.Pin, article);
        var found = row is null ? null : await RevisionQueries.One(view.Session, view.Viewer, row, revision, texts: false);
        return found is null
            ? throw reading.NotFound($"There is no revision {revision} of '{article}'.")
            : new ArticleVersion(article, revision, found.Position);
    }
}
