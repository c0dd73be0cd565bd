using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.ServiceRecords;
using EventKb.Server.GraphQL.Mutations;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>An exact version is given as an id and a number; its position is looked up, so that nobody can state a wrong one.</summary>
internal static class ExactVersions
{
    private const string Input = "ExactVersionInput";

    public static InputShape Shape(InputShapes shapes)
    {
        shapes.Define(Input, [
            new InputField("thing", InputShape.Of("ID", given => given), true, null),
            new InputField("number", InputShape.Of("Int", given => given), true, null)]);
        return new InputShape(Input, async (given, reading) =>
        {
            var parts = (IDictionary<string, object?>)given;
            return await Find(reading, parts["thing"]!.ToString()!, (int)parts["number"]!);
        });
    }

    /// <summary>Finds it in everything that the ledger has.</summary>
    private static async Task<ExactVersion> Find(InputReading reading, string thing, int number)
    {
        var operation = reading.Operation;
        await operation.Reach((await operation.Services.Feed.Head()).Size, CancellationToken.None);
        var view = operation.OpenHead();
        if (StreamId.Parse(thing)?.Category == ServiceRecord.Category)
            return await ServiceRecordQueries.AtVersion(view.Session, view.Viewer, view.Pin, thing, number) is { } record
                ? new ExactVersion(thing, number, record.Position)
                : throw reading.NotFound($"There is no version {number} of '{thing}'.");
        var row = await ArticleQueries.ById(view.Session, view.Viewer, view.Pin, thing);
        var found = row is null ? null : await RevisionQueries.One(view.Session, view.Viewer, row, number, texts: false);
        return found is null
            ? throw reading.NotFound($"There is no revision {number} of '{thing}'.")
            : new ExactVersion(thing, number, found.Position);
    }
}
