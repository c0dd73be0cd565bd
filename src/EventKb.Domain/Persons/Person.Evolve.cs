using static EventKb.Domain.Persons.PersonEvent;

namespace EventKb.Domain.Persons;

/// <content>What events make of an entry, and its fields.</content>
public static partial class Person
{
    private static PersonState Evolve(PersonState state, RecordedEvent recorded) => After(state with
    {
        Stream = recorded.Stream.Text,
        Spoken = state.Spoken.After(recorded),
    }, recorded);

    private static PersonState After(PersonState state, RecordedEvent recorded) => recorded.Event switch
    {
        Registered e => state with { Kind = e.Kind, Source = e.Source, Name = recorded.Texts },
        Claimed e => state with { Kind = e.Kind, Source = e.Source, Name = recorded.Texts },
        Renamed e => state with { Name = recorded.Texts, NamedFrom = e.From },
        Left e => state with { LeftOn = e.On },
        Returned e => state with { LeftOn = null, ReturnedOn = e.On },
        Disabled => state with { Disabled = true },
        Enabled => state with { Disabled = false },
        RightGranted e => Given(state, new(e.Right, e.Over), new(e.From, e.Until)),
        RightRevoked e => Taken(state, new(e.Right, e.Over), e.On),
        MemberAdded e => state with { Members = state.Members.With(e.Member.Value, new(e.From, null)) },
        MemberRemoved e => state with
        {
            Members = state.Members.With(e.Member.Value, state.Members[e.Member.Value] with { Until = e.From }),
        },
        TextsErased e => state with
        {
            Name = state.Name is { } name && name.At == e.Position ? name with { Digest = null } : state.Name,
        },
        PersonEvent.Erased e => state with { ErasedOn = e.LegalBasis },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<PersonState> Fields() => new FieldMap<PersonState>()
        .Texts(s => s.Name, "title", "email")
        .Field("kind", s => s.Kind).Field("source", s => s.Source).Field("namedFrom", s => s.NamedFrom).Field("leftOn", s => s.LeftOn)
        .Field("returnedOn", s => s.ReturnedOn)
        .Field("disabled", s => s.Disabled ? true : (bool?)null)
        .Each(s => s.Rights, right => $"rights.{right}", (_, _, times) => times.Select(Said).ToArray())
        .Each(s => s.RightsTaken, right => $"rightsTaken.{right}", (_, _, day) => day)
        .Each("members", s => s.Members, ("from", m => m.From), ("until", m => m.Until))
        .Field("erasedTexts", s => s.Spoken.Erased).Field("erasedOn", s => s.ErasedOn);
}
