using EventKb.Domain.Holds;

namespace EventKb.Domain.Erasure;

/// <summary>What may be asked about erasure.</summary>
public abstract record ErasureCommand : Command
{
    private ErasureCommand() { }

    /// <summary>
    /// Destroys the texts and salt of the event at a position of a stream on a legal basis; an erasure's own reason can be erased too.
    /// </summary>
    public sealed record EraseContent(long Position, [Identifier] string Stream, string LegalBasis) : ErasureCommand
    {
        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) =>
            Domain.Erasure.Erasure.StreamOf(StreamId.Parse(Stream)?.Institution ?? institution, Position);

        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [HoldReference.None("stream", Stream)];
    }
}
