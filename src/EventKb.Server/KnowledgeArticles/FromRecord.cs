using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Governance;
using EventKb.ReadModels.ServiceRecords;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Mutations;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>Fills in what a record says at the version that a draft names: title, classification and the sections of the template in force.</summary>
internal static class FromRecord
{
    public static MutationDefinition Prefilled(MutationDefinition definition) => definition with
    {
        LookUp = new([nameof(DraftFromRecord.Text), nameof(DraftFromRecord.Classification)], Find),
    };

    private static async ValueTask<IReadOnlyList<object?>> Find(InputReading reading, IDictionary<string, object?> given)
    {
        await reading.Operation.Reach((await reading.Operation.Services.Feed.Head()).Size, CancellationToken.None);
        var (view, named) = (reading.Operation.OpenHead(), (IDictionary<string, object?>)given["record"]!);
        var (id, version) = (named["thing"]!.ToString()!, (int)named["number"]!);
        var record = await ServiceRecordQueries.AtVersion(view.Session, view.Viewer, view.Pin, id, version);
        if (record is null)
            return [new Content(), new Classification()];
        var rules = await ProcessQueries.RulesInForce(view.Session, new InstitutionCode((string)given["institution"]!),
            RigaDays.Of(view.Pin.Valid), view.Pin.Position);
        var template = ArticleTemplate.For((ArticleKind)given["kind"]!, rules);
        return [Texts(record, template, given["language"]?.ToString() == "lv"), await About(view, record.Facts)];
    }

    /// <summary>A record is mirrored as it stands, so it may name what the catalogue does not have; an article cannot.</summary>
    private static async Task<Classification> About(Reading view, RecordFacts? facts)
    {
        var ids = new[] { facts?.Service, facts?.Resource }.OfType<string>().ToList();
        var known = (await CatalogueQueries.ByIds(view.Session, view.Viewer, view.Pin, ids)).Values.Where(entry => entry.InRegister).ToList();
        return new Classification
        {
            Services = [.. known.Where(entry => entry.Kind == EntryKind.Service).Select(entry => entry.Id)],
            Resources = [.. known.Where(entry => entry.Kind == EntryKind.Resource).Select(entry => entry.Id)],
        };
    }

    /// <summary>What the record does not say yet, its section says so.</summary>
    private static Content Texts(ServiceRecordRow record, ArticleTemplate? template, bool latvian)
    {
        var unknown = latvian ? "Vēl nav zināms." : "Not known yet.";
        var situation = record.Description ?? record.Title;
        return new Content
        {
            Title = record.Title ?? record.Number,
            Body = situation ?? unknown,
            Sections = template?.Sections.ToDictionary(name => name, name => name == "situation" ? situation ?? unknown : unknown),
        };
    }
}
