using EventKb.Domain;
using EventKb.Domain.Citations;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Citations;

/// <summary>Which citations; what is null does not narrow, everything given must hold. Withdrawn ones are left out unless asked for.</summary>
public sealed record CitationFilter
{
    /// <summary>Code of the institution of whoever used the version.</summary>
    public string? Institution { get; init; }

    /// <summary>The article.</summary>
    [Identifier]
    public string? Article { get; init; }

    /// <summary>Number of the article's revision.</summary>
    public int? Revision { get; init; }

    /// <summary>Code of the article's institution.</summary>
    public string? ArticleInstitution { get; init; }

    /// <summary>The record.</summary>
    [Identifier]
    public string? Record { get; init; }

    /// <summary>True: on a record; false: on none.</summary>
    public bool? OnRecord { get; init; }

    /// <summary>Who used it, or for whom it was used.</summary>
    [Identifier]
    public string? Person { get; init; }

    /// <summary>Support level.</summary>
    public int? SupportLevel { get; init; }

    /// <summary>Outcomes, any of them.</summary>
    public IReadOnlyList<CitationOutcome>? Outcome { get; init; }

    /// <summary>True: rated as useful; false: as not.</summary>
    public bool? Useful { get; init; }

    /// <summary>Used at this time or later.</summary>
    public DateTimeOffset? UsedFrom { get; init; }

    /// <summary>Used before this time.</summary>
    public DateTimeOffset? UsedBefore { get; init; }

    /// <summary>True: withdrawn ones as well.</summary>
    public bool? IncludeWithdrawn { get; init; }

    /// <summary>The filter as conditions over the version that answers (<c>v</c>) and its citation (<c>a</c>).</summary>
    internal Conditions At(Pin pin)
    {
        var where = new Conditions(pin)
            .If(Institution, "a.institution = @?")
            .If(Article, "a.article = @?")
            .If(Revision, "a.revision = @?")
            .If(ArticleInstitution is { } code ? code + "/" : null, "substr(a.article, 1, length(@?)) = @?")
            .If(Record, "a.record = @?")
            .If(OnRecord, "a.record IS NOT NULL", "a.record IS NULL")
            .If(Person, "(a.person = @? OR a.on_behalf_of = @?)")
            .If(SupportLevel, "a.support_level = @?")
            .If(Useful, "v.useful = 1", "v.useful = 0")
            .If(Micros.From(UsedFrom), "a.used_at >= @?")
            .If(Micros.From(UsedBefore), "a.used_at < @?");
        if (IncludeWithdrawn != true)
            where.Add("v.withdrawn = 0");
        return Outcome is { Count: > 0 } outcomes ? where.In("v.outcome", outcomes.Distinct().Select(RowJson.Name<CitationOutcome>).ToList()) : where;
    }
}
