namespace EventKb.Domain;

/// <summary>An event with everything the ledger says about it.</summary>
/// <param name="Position">Dense place in the ledger, from 1; 0 where an event is only being tried out.</param>
/// <param name="Stream">Id of the stream.</param>
/// <param name="Version">Place in the stream, from 1.</param>
/// <param name="EventId">32 hex digits derived from stream, command and ordinal.</param>
/// <param name="Event">What happened.</param>
/// <param name="RecordedAt">When the ledger learned it, UTC microseconds; never decreases along the ledger.</param>
/// <param name="OccurredAt">When it became true, UTC microseconds; never after <paramref name="RecordedAt"/>.</param>
/// <param name="Metadata">Who, in which duty, by which way and why.</param>
/// <param name="Content">What may be known of its texts.</param>
public sealed record RecordedEvent(
    long Position,
    StreamId Stream,
    long Version,
    string EventId,
    Event Event,
    DateTimeOffset RecordedAt,
    DateTimeOffset OccurredAt,
    EventMetadata Metadata,
    ContentSeal Content)
{
    /// <summary>Its texts as a state may know them; null where it never had any.</summary>
    public Texts? Texts => Content switch
    {
        ContentSeal.None => null,
        ContentSeal.Present present => new Texts(Position, present.TextDigest),
        _ => new Texts(Position, null),
    };
}

/// <summary>Texts of an event as a state may know them.</summary>
/// <param name="At">Position of the event.</param>
/// <param name="Digest">Their digest; null where they were erased.</param>
public sealed record Texts(long At, string? Digest);

/// <summary>Who did it and why; stored as JSON and hashed into the leaf.</summary>
/// <param name="Person">Pseudonym of the person who acted.</param>
/// <param name="Institution">Institution for which they acted.</param>
/// <param name="Via">The way it came in.</param>
/// <param name="CommandId">The command that made the event.</param>
/// <param name="CausationId">What caused the command: a command id, an event id, or an import's row.</param>
/// <param name="CorrelationId">What it belongs to: a request, an import, a conversation.</param>
/// <param name="Duty">Duty in which they acted, where one was named.</param>
/// <param name="OnBehalfOf">Pseudonym of the person for whom they acted.</param>
/// <param name="AuthorisedBy">Stream of the assignment that authorised it.</param>
/// <param name="ReasonCode">Reason from the institution's list.</param>
/// <param name="Rule">Knowledge process in force when it was decided, as <c>stream@version</c>.</param>
/// <param name="Digest">
/// By what the command is known again: 32 hex digits over all of it but its texts, then 32 over its texts, under the salt of its first
/// event that has content.
/// </param>
/// <param name="SentBy">Pseudonym of the sender, where that is not the person who acted.</param>
/// <param name="PlannedFor">Time for which it was planned, where it was.</param>
/// <param name="CheckedAt">Position as of which what it refers to was known to be there.</param>
/// <param name="Policy">Version of the policy and rule that allowed it, as <c>1/service-owner</c>; null = it was not judged.</param>
public sealed record EventMetadata(
    PersonId Person,
    InstitutionCode Institution,
    Via Via,
    CommandId CommandId,
    string CausationId,
    string CorrelationId,
    Duty? Duty = null,
    PersonId? OnBehalfOf = null,
    string? AuthorisedBy = null,
    string? ReasonCode = null,
    string? Rule = null,
    string? Digest = null,
    PersonId? SentBy = null,
    DateTimeOffset? PlannedFor = null,
    long? CheckedAt = null,
    string? Policy = null);

/// <summary>The way a command came in.</summary>
public enum Via
{
    /// <summary>GraphQL.</summary>
    Api,

    /// <summary>A web page.</summary>
    Page,

    /// <summary>An importer.</summary>
    Import,

    /// <summary>The shared stream.</summary>
    Federation,

    /// <summary>A reaction to the feed or the clock.</summary>
    Schedule,
}
