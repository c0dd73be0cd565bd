using System.Globalization;
using System.Text.RegularExpressions;

namespace EventKb.Domain.Erasure;

/// <summary>Erasure of one event's texts: a stream of its own for each erased position.</summary>
public static partial class Erasure
{
    /// <summary>Second part of an erasure's stream id; stored for ever.</summary>
    public const string Category = "erasure";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<ErasureState, ErasureCommand> Decider { get; } =
        new(Category, ErasureState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of the erasure of the event at a position.</summary>
    public static StreamId StreamOf(InstitutionCode institution, long position) =>
        new(institution, Category, position.ToString(CultureInfo.InvariantCulture));

    /// <summary>Why a text cannot be the basis of an erasure; null = it can.</summary>
    internal static Rejection? CheckLegalBasis(string? basis) => basis is not null && LegalBasis().IsMatch(basis) ? null
        : Rejection.Invalid("legalBasis",
            "A legal basis must be an act's abbreviation and a place in it, such as 'VDAR 17. pants'; an explanation belongs in the reason.");

    private static Decision Decide(ErasureState state, ErasureCommand command, CommandContext context) => command switch
    {
        ErasureCommand.EraseContent erase => Decide(state, erase),
        _ => throw Form.Undecided(command),
    };

    private static Decision Decide(ErasureState state, ErasureCommand.EraseContent erase)
    {
        if (erase.Position < 1)
            return Rejection.Invalid("position", "The position must be at least 1.");
        if (StreamId.Parse(erase.Stream) is null)
            return Rejection.Invalid("stream", "The texts of this stream cannot be erased, or there is no such stream.");
        if (CheckLegalBasis(erase.LegalBasis) is { } wrong)
            return wrong;
        if (state.Erased is null)
            return new Accepted([new(new ErasureEvent.ContentErased(erase.Position, erase.Stream, erase.LegalBasis))
            {
                Erases = new EventPlace(erase.Position, erase.Stream),
            }]);
        return (state.Erased.Position, state.Erased.Stream) == (erase.Position, erase.Stream)
            ? Decision.Nothing
            : ErasureRejections.OfAnotherEvent(state.Erased);
    }

    /// <summary>It stays for ever, so there is no room in it for a name or a personal code.</summary>
    [GeneratedRegex(@"^[A-ZĀČĒĢĪĶĻŅŠŪŽ]{2,12}( (art\.|p\.|pants|panta|daļa|punkts|[0-9]{1,3}\.?|\([0-9a-z]{1,3}\))){0,6}\z")]
    private static partial Regex LegalBasis();

    private static ErasureState Evolve(ErasureState state, RecordedEvent recorded) => recorded.Event switch
    {
        ErasureEvent.ContentErased erased => new(erased),
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<ErasureState> Fields() => new FieldMap<ErasureState>()
        .Field("position", s => s.Erased?.Position).Field("stream", s => s.Erased?.Stream).Field("legalBasis", s => s.Erased?.LegalBasis)
        .Subject(s => s.Erased?.Stream).Link(Links.About, s => s.Erased?.Stream);
}
