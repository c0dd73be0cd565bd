using System.Text.RegularExpressions;
using EventKb.Domain.Catalogue;
using EventKb.Domain.ServiceRecords;

namespace EventKb.Domain.KnowledgeArticles;

/// <content>Form of what is known about an article besides its texts.</content>
internal static partial class ArticleInput
{
    private const int HighestSupportLevel = 9;

    public static Rejection? Steward(PersonId? person, string? group) =>
        person is not null && group is not null
            ? Rejection.Invalid("group", "The steward must be either a person or a group.")
            : (person is { } named ? Form.Person("person", named) : null)
                ?? (group is null ? null : Form.Text("group", group, Limits.Tag));

    public static Rejection? OtherVersion(string field, ExactVersion? version, string? stream) =>
        version is not null && version.Stream == stream
            ? Rejection.Invalid(field, "An article cannot be related to itself; its revisions follow one another.")
            : Form.Version(field, version);

    /// <summary>A record gives rise to articles and is evidence for them; everything else is said of articles.</summary>
    public static Rejection? Target(RelationType type, ExactVersion target, string? stream)
    {
        if (Form.Known("type", type) is { } unknown)
            return unknown;
        var isRecord = StreamId.Parse(target.Stream)?.Category == ServiceRecord.Category;
        return isRecord && type is not (RelationType.DerivedFrom or RelationType.Evidence)
            ? Rejection.Invalid("type", "An article can only be derived from a record or have it as evidence.")
            : !isRecord && type == RelationType.DerivedFrom
                ? Rejection.Invalid("type", "An article is derived from a record; for another article, say how it relates to it.")
                : isRecord ? Form.Version("target", target, ServiceRecord.Category) : OtherVersion("target", target, stream);
    }

    public static Rejection? Classification(Classification classification)
    {
        (string Field, ValueList<string> Tags, bool IsEntry)[] all =
        [
            ("services", classification.Services, true),
            ("resources", classification.Resources, true),
            ("lifeSituations", classification.LifeSituations, true),
            ("territories", classification.Territories, false),
            ("errorCodes", classification.ErrorCodes, false),
            ("keywords", classification.Keywords, false),
        ];
        var total = 0;
        foreach (var (field, tags, isEntry) in all)
        {
            total += tags.Count;
            if (total > Limits.Tags)
                return Rejection.Invalid(field, $"There are more than {Limits.Tags} tags in all.");
            var wrong = Form.Each(tags, tag => Form.Tag(field, tag) ?? (isEntry ? Form.Stream(field, tag, CatalogueEntry.Category) : null));
            if (wrong is not null)
                return wrong;
        }

        return null;
    }

    /// <summary>Each tag once and in order, so that the same set is the same classification.</summary>
    public static Classification InOrder(Classification classification) => new()
    {
        Services = InOrder(classification.Services),
        Resources = InOrder(classification.Resources),
        LifeSituations = InOrder(classification.LifeSituations),
        Territories = InOrder(classification.Territories),
        ErrorCodes = InOrder(classification.ErrorCodes),
        Keywords = InOrder(classification.Keywords),
    };

    public static Rejection? Audience(Audience audience)
    {
        if (audience.SupportLevels.Count > Limits.Items
            || audience.SupportLevels.Any(level => level is < 0 or > HighestSupportLevel))
            return Rejection.Invalid("supportLevels", $"Support levels must be 0 to {HighestSupportLevel}.");
        if (audience is { RestrictedBasis: null, RestrictedUntil: not null })
            return Rejection.Invalid("restrictedBasis", "A restriction needs its legal basis.");
        return audience.RestrictedBasis is null ? null : Form.Tag("restrictedBasis", audience.RestrictedBasis);
    }

    public static Audience InOrder(Audience audience) =>
        audience with { SupportLevels = [.. audience.SupportLevels.Distinct().Order()] };

    public static Rejection? File(KnowledgeArticleCommand.Attach file)
    {
        if (!Sha256Pattern().IsMatch(file.Sha256))
            return Rejection.Invalid("sha256", "A SHA-256 must be 64 lower-case hex digits.");
        if (file.Bytes < 0)
            return Rejection.Invalid("bytes", "The number of bytes is negative.");
        if (file.MediaType.Length > Limits.Tag || !MediaTypePattern().IsMatch(file.MediaType))
            return Rejection.Invalid("mediaType", "A media type must look like 'application/pdf'.");
        if (Form.Text("fileName", file.FileName, Limits.Tag) is { } wrong)
            return wrong;
        return file.FileName.Any(c => char.IsControl(c) || c is '/' or '\\')
            ? Rejection.Invalid("fileName", "A file name must not contain folders or control characters.")
            : null;
    }

    private static ValueList<string> InOrder(ValueList<string> tags) => [.. tags.Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Sha256Pattern();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*\\z")]
    private static partial Regex MediaTypePattern();
}
