using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Why an article was taken out of use.</summary>
/// <param name="Position">Position of the event.</param>
/// <param name="Person">Who did it.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="ReasonCode">Reason from the list.</param>
/// <param name="Reason">Reason in words; null when none was given or it was erased.</param>
/// <param name="InsteadText">What to do instead; null when erased.</param>
public sealed record WithdrawalRow(long Position, string Person, DateTimeOffset OccurredAt, string? ReasonCode, string? Reason,
    string? InsteadText);

/// <content>What is to be done about an article, and what was.</content>
public static partial class ArticleQueries
{
    /// <summary>The ends of articles by the positions of their events, as the articles' facts name them.</summary>
    public static async Task<IReadOnlyDictionary<long, WithdrawalRow>> Withdrawals(ReadSession session, IReadOnlyCollection<long> positions)
    {
        var where = new Conditions().In("e.position", positions);
        return (await session.List(
            $"""
            SELECT e.position, e.person, e.occurred_at, e.reason_code, x.reason, x.comment
            FROM audit_entries e LEFT JOIN texts x ON x.position = e.position WHERE {where.Sql}
            """,
            row => new WithdrawalRow(row.GetInt64(0), row.GetString(1), row.Time(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5)),
            where.Parameters)).ToDictionary(row => row.Position);
    }

    /// <summary>
    /// Who last did something about the newest revisions of articles, by <see cref="ArticleRow.Position"/>: its author or a later step's.
    /// </summary>
    public static async Task<IReadOnlyDictionary<long, string>> LastHands(ReadSession session, IReadOnlyCollection<long> versions)
    {
        var where = new Conditions().In("v.position", versions);
        return (await session.List(
            $"""
            SELECT v.position, coalesce(
                (SELECT s.person FROM article_revision_steps s WHERE s.born = v.born AND s.revision = v.latest_revision
                    AND s.position <= v.position ORDER BY s.position DESC LIMIT 1),
                (SELECT r.person FROM article_revisions r WHERE r.position = v.latest_position))
            FROM article_versions v WHERE {where.Sql}
            """,
            row => (Version: row.GetInt64(0), Person: row.GetString(1)), where.Parameters)).ToDictionary(row => row.Version, row => row.Person);
    }
}
