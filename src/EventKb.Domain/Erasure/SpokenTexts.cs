namespace EventKb.Domain.Erasure;

/// <summary>Positions at which a stream said something in words.</summary>
/// <param name="Left">Those whose words are there.</param>
/// <param name="Erased">Those whose words are erased.</param>
public sealed record SpokenTexts(ValueList<long> Left, ValueList<long> Erased)
{
    /// <summary>Nothing was said.</summary>
    public static SpokenTexts None { get; } = new([], []);

    /// <summary>The same after an event of the stream.</summary>
    internal SpokenTexts After(RecordedEvent recorded)
    {
        var said = recorded.Content is ContentSeal.Present ? this with { Left = [.. Left, recorded.Position] } : this;
        return recorded.Event is not IErasesTexts erases ? said
            : new([.. said.Left.Where(position => position != erases.Position)], [.. said.Erased, erases.Position]);
    }

    /// <summary>The events that erase all of them.</summary>
    internal IEnumerable<NewEvent> Erase(string stream, Func<long, IErasesTexts> erased) => Left.Select(position =>
        new NewEvent((Event)erased(position)) { Erases = new EventPlace(position, stream) });
}
