using System.Data.Common;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>The columns of <c>article_versions</c> that hold facts: each with its name, what is written and what is read.</summary>
internal static partial class ArticleColumns
{
    // A name that can be erased: the row only points at it.
    private const string StewardGroup = "(SELECT s.steward FROM texts s WHERE s.position = v.steward_at)";

    private static readonly Column[] Written = [.. Usual, .. Rare, new("open_to_all", s => IsOpenToAll(s) ? 1 : 0)];
    private static readonly Column[] ReadEach = [.. Usual.Where(column => column.Read is not null)];
    private static readonly Column[] ReadPacked = [.. Rare.Where(column => column.Read is not null)];

    /// <summary>
    /// What <see cref="Read"/> reads, in its order. Every column costs, on every row of every list: the rare facts come in one column
    /// that is null where there are none.
    /// </summary>
    public static readonly string Selected = string.Join(", ", ReadEach.Select(column => "v." + column.Name)) + ", "
        + PackedColumns.Of([.. ReadPacked.Select(column => "v." + column.Name), StewardGroup]);

    /// <summary>What is written of an article, column by column.</summary>
    public static (string, object?)[] Write(KnowledgeArticleState article, params ReadOnlySpan<(string, object?)> others) =>
        [.. others, .. Written.Select(column => (column.Name, column.Write(article)))];

    public static ArticleFacts Read(DbDataReader row, int first)
    {
        var facts = new ArticleFacts();
        for (var i = 0; i < ReadEach.Length; i++)
            ReadEach[i].Read!(facts, new Cell(row, first + i));
        if (row.TextOrNull(first + ReadEach.Length) is not { } packed)
            return facts;
        var rare = new PackedColumns(packed);
        for (var i = 0; i < ReadPacked.Length; i++)
            ReadPacked[i].Read!(facts, new Cell(rare, i));
        facts.StewardGroup = rare.Text(ReadPacked.Length);
        return facts;
    }

    /// <summary>In use for everyone: an approved revision, level 0, not restricted. A provisional fix beside it changes nothing.</summary>
    private static bool IsOpenToAll(KnowledgeArticleState article) => article is { End: null, Approved: not null }
        && article.Audience?.Audience is { RestrictedBasis: null } audience && audience.SupportLevels.Contains(0);

    private sealed record Column(string Name, Func<KnowledgeArticleState, object?> Write, Action<ArticleFacts, Cell>? Read = null);
}
