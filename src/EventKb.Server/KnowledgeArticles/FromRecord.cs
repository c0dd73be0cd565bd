using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.ServiceRecords;
using EventKb.Server.GraphQL.Mutations;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>Fills in what a record says at the version that a draft names: title, classification and the guideline's sections.</summary>
internal static class FromRecord
{
    public static MutationDefinition Prefilled(MutationDefinition definition) => definition with
    {
        LookedUp = new Dictionary<string, Func<InputReading, IDictionary<string, object?>, ValueTask<object?>>>
        {
            [InputShapes.Camel(nameof(DraftFromRecord.Text))] = async (reading, given) =>
                await Find(reading, given) is { } record ? Texts(record, given["language"]?.ToString() == "lv") : new Content(),
            [InputShapes.Camel(nameof(DraftFromRecord.Classification))] = async (reading, given) =>
                await Find(reading, given) is { Facts: { } facts } ? await About(reading, facts) : new Classification(),
        },
    };

    private static async Task<ServiceRecordRow?> Find(InputReading reading, IDictionary<string, object?> given)
    {
        var named = (IDictionary<string, object?>)given["record"]!;
        var operation = reading.Operation;
        await operation.Reach((await operation.Services.Feed.Head()).Size, CancellationToken.None);
        var view = operation.OpenHead();
        return await ServiceRecordQueries.AtVersion(view.Session, view.Viewer, view.Pin, named["article"]!.ToString()!, (int)named["revision"]!);
    }

    /// <summary>A record is mirrored as it stands, so it may name what the catalogue does not have; an article cannot.</summary>
    private static async Task<Classification> About(InputReading reading, RecordFacts facts)
    {
        var (ids, view) = (new[] { facts.Service, facts.Resource }.OfType<string>().ToList(), reading.Operation.OpenHead());
        var known = (await CatalogueQueries.ByIds(view.Session, view.Viewer, view.Pin, ids)).Values.Where(entry => entry.InRegister).ToList();
        return new Classification
        {
            Services = [.. known.Where(entry => entry.Kind == EntryKind.Service).Select(entry => entry.Id)],
            Resources = [.. known.Where(entry => entry.Kind == EntryKind.Resource).Select(entry => entry.Id)],
        };
    }

    /// <summary>What the record does not say yet, its section says so.</summary>
    private static Content Texts(ServiceRecordRow record, bool latvian)
    {
        var unknown = latvian ? "Vēl nav zināms." : "Not known yet.";
        var situation = record.Description ?? record.Title;
        return new Content
        {
            Title = record.Title ?? record.Number,
            Body = situation ?? unknown,
            Sections = ArticleTemplate.Guideline.Sections.ToDictionary(name => name, name => name == "situation" ? situation ?? unknown : unknown),
        };
    }
}
