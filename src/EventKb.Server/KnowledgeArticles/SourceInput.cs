namespace EventKb.Server.KnowledgeArticles;

/// <summary>Where an imported article is in its source.</summary>
internal sealed record SourceInput(string Institution, string Path);
