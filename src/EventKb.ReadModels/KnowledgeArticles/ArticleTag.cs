namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Kinds of <c>article_tags</c>.</summary>
internal static class ArticleTag
{
    public const string Service = "service";
    public const string Resource = "resource";
    public const string LifeSituation = "life-situation";
    public const string Territory = "territory";
    public const string ErrorCode = "error-code";
    public const string Keyword = "keyword";
    public const string SupportLevel = "support-level";
}
