namespace EventKb.Domain.KnowledgeArticles;

/// <summary>
/// Where an article stands. Published wins while a next revision is written and reviewed; without a published revision the latest
/// revision decides between draft and review (an approved one counts as in review until it is published).
/// </summary>
public enum ArticleState
{
    /// <summary>Melnraksts.</summary>
    Draft,

    /// <summary>Izskatīšanā.</summary>
    InReview,

    /// <summary>Publicēts, provisionally published included.</summary>
    Published,

    /// <summary>Izņemts no aprites.</summary>
    Retired,

    /// <summary>Atsaukts.</summary>
    Withdrawn,
}
