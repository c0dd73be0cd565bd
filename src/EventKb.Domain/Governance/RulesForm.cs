using EventKb.Domain.KnowledgeArticles;

namespace EventKb.Domain.Governance;

/// <summary>What the rules of a process must look like.</summary>
internal static class RulesForm
{
    public const int Codes = 100;
    private const int LongestReview = 3_660;
    private const int LongestRetention = 36_600;

    private static readonly HashSet<string> Kinds = [.. Enum.GetValues<ArticleKind>().Select(kind => kind.Code())];

    public static Rejection? Check(ProcessRules rules) =>
        InRange("rules.provisionalHours", rules.ProvisionalHours, 720)
        ?? Form.Each(rules.ReviewDays, pair =>
            Kind("rules.reviewDays", pair.Key) ?? InRange("rules.reviewDays", pair.Value, LongestReview))
        ?? List("rules.reasons", rules.Reasons)
        ?? Form.Each(rules.Templates, pair => Kind("rules.templates", pair.Key) ?? Sections(pair.Value))
        ?? Form.Count("rules.retentionDays", rules.RetentionDays.Count, Codes)
        ?? Form.Each(rules.RetentionDays, pair =>
            Form.Code("rules.retentionDays", pair.Key) ?? InRange("rules.retentionDays", pair.Value, LongestRetention))
        ?? InRange("rules.observationDays", rules.ObservationDays ?? 1, LongestReview)
        ?? InRange("rules.knownErrorDays", rules.KnownErrorDays ?? 1, LongestReview)
        ?? InRange("rules.citedPriority", rules.CitedPriority ?? 1, 9);

    private static Rejection? Sections(ValueList<string> sections) =>
        sections.Count == 0
            ? Rejection.Invalid("rules.templates", "A template must have at least one section.")
            : List("rules.templates", sections);

    private static Rejection? List(string field, ValueList<string> codes) =>
        Form.Count(field, codes.Count, Codes) ?? Form.Each(codes, code => Form.Code(field, code))
        ?? (codes.Distinct().Count() == codes.Count ? null : Rejection.Invalid(field, $"'{field}' names the same code twice."));

    private static Rejection? Kind(string field, string kind) =>
        Kinds.Contains(kind) ? null : Rejection.Invalid(field, $"'{kind}' is not a kind of article.");

    private static Rejection? InRange(string field, int value, int most) =>
        value >= 1 && value <= most ? null : Rejection.Invalid(field, $"{value} is not between 1 and {most}.");
}
