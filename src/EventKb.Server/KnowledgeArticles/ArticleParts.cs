using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>The period in which an article applies.</summary>
internal sealed record ArticleValidity(DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>A publication that is planned.</summary>
internal sealed record ScheduledPublication(int Revision, DateTimeOffset At);

/// <summary>Who keeps an article up.</summary>
internal sealed class Steward(Reading view, string? person, string? group)
{
    public PersonAnswer? Person => PersonAnswer.Of(view, person);

    public string? Group => group;
}

/// <summary>What an article is about.</summary>
[Name("Classification")]
internal sealed class ClassificationAnswer(Reading view, Classification classification)
{
    [Id]
    public IEnumerable<string> ServiceIds => classification.Services;

    public IDataLoaderResult<IEnumerable<CatalogueEntryNode>> Services() => view.FindAll<CatalogueEntryNode>(classification.Services);

    [Id]
    public IEnumerable<string> ResourceIds => classification.Resources;

    public IDataLoaderResult<IEnumerable<CatalogueEntryNode>> Resources() => view.FindAll<CatalogueEntryNode>(classification.Resources);

    [Id]
    public IEnumerable<string> LifeSituationIds => classification.LifeSituations;

    public IDataLoaderResult<IEnumerable<CatalogueEntryNode>> LifeSituations() =>
        view.FindAll<CatalogueEntryNode>(classification.LifeSituations);

    public IEnumerable<string> Territories => classification.Territories;

    public IEnumerable<string> ErrorCodes => classification.ErrorCodes;

    public IEnumerable<string> Keywords => classification.Keywords;
}

/// <summary>Who may see.</summary>
[Name("Audience")]
internal sealed class AudienceAnswer(Audience audience)
{
    public IEnumerable<int> SupportLevels => audience.SupportLevels;

    public bool Staff => audience.Staff;

    public bool Partners => audience.Partners;

    public string? RestrictedBasis => audience.RestrictedBasis;

    public DateOnly? RestrictedUntil => audience.RestrictedUntil;
}

/// <summary>Who may see one section.</summary>
internal sealed record SectionAudience(string Section, AudienceAnswer Audience);

/// <summary>A file attached to an article.</summary>
internal sealed class ArticleAttachment(Reading view, AttachmentRow row)
{
    public int Number => row.Number;

    public int Revision => row.Revision;

    public string Sha256 => row.Sha256;

    public int Bytes => (int)row.Bytes;

    public string MediaType => row.MediaType;

    public string? FileName => row.FileName;

    public PersonAnswer Person => new(view, row.Person);

    public DateTimeOffset OccurredAt => row.ValidFrom;

    public long Position => row.Position;

    public string Url => $"/attachments/{row.Sha256}";

    /// <summary>The files of a revision.</summary>
    internal static async Task<IEnumerable<ArticleAttachment>> Of(Reading view, ArticleRow article, int revision) =>
        (await ArticleQueries.Attachments(view.Session, view.Viewer, view.Pin, article.FirstPosition, revision))
            .Select(file => new ArticleAttachment(view, file));
}

/// <summary>A flag that nobody has dealt with.</summary>
internal sealed class ArticleFlag(Reading view, FlagRow row)
{
    public int Number => row.Flag;

    public string? Comment => row.Comment;

    public string? ReasonCode => row.ReasonCode;

    public PersonAnswer Person => new(view, row.Person);

    public DateTimeOffset OccurredAt => row.OccurredAt;

    public long Position => row.Position;
}
