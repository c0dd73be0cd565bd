namespace EventKb.Domain.Erasure;

/// <summary>Erasure of one event's texts, a stream of its own. Stored for ever: change only by adding versions.</summary>
public abstract record ErasureEvent : Event
{
    private ErasureEvent() { }

    /// <summary>The texts and salt of the event at the position were destroyed on a legal basis.</summary>
    [Stored("erasure.content-erased/1")]
    public sealed record ContentErased(long Position, string Stream, string LegalBasis) : ErasureEvent, IErasesTexts;
}
