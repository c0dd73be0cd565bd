namespace EventKb.Domain.Governance;

/// <summary>
/// The rules for knowledge (Zināšanu pārvaldības process) of one institution or the state.
/// Stored for ever: change only by adding versions.
/// </summary>
public abstract record KnowledgeProcessEvent : Event
{
    private KnowledgeProcessEvent() { }

    /// <summary>A process was adopted and is in force from the day named; content: title.</summary>
    [Stored("knowledge-process.adopted/1")]
    public sealed record Adopted(Document Document, DateOnly InForceFrom, Scope Scope, ProcessRules Rules)
        : KnowledgeProcessEvent;

    /// <summary>The process was amended; the rules are given whole.</summary>
    [Stored("knowledge-process.amended/1")]
    public sealed record Amended(Document Document, DateOnly InForceFrom, ProcessRules Rules) : KnowledgeProcessEvent;

    /// <summary>The process was repealed from the day named.</summary>
    [Stored("knowledge-process.repealed/1")]
    public sealed record Repealed(Document Document, DateOnly From) : KnowledgeProcessEvent;
}

/// <summary>A document of the institution: number, date and the SHA-256 of its bytes (64 hex digits).</summary>
public sealed record Document(string Number, DateOnly Date, string Sha256);
