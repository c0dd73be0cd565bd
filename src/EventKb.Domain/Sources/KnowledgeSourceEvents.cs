namespace EventKb.Domain.Sources;

/// <summary>What was imported of a source, and what not. Stored for ever: change only by adding versions.</summary>
public abstract record KnowledgeSourceEvent : Event
{
    private KnowledgeSourceEvent() { }

    /// <summary>The line of a ref was imported up to a commit.</summary>
    [Stored("knowledge-source.imported/1")]
    public sealed record Imported(string Repository, string Ref, string Commit, DateTimeOffset Through, bool Rewritten) : KnowledgeSourceEvent;

    /// <summary>A file without an article could not be taken; pathBytes (base64) where the path is not UTF-8.</summary>
    [Stored("knowledge-source.file-not-imported/1")]
    public sealed record FileNotImported(string Repository, string Path, string? PathBytes, string Commit, string? Blob, long Bytes, string Reason,
        string Article) : KnowledgeSourceEvent;

    /// <summary>The file was taken after all, or is gone from that path.</summary>
    [Stored("knowledge-source.file-settled/1")]
    public sealed record FileSettled(string Path, string Commit) : KnowledgeSourceEvent;
}
