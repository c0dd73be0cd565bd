using System.Text;
using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;
using static EventKb.Domain.Persons.PersonRejections;

namespace EventKb.Domain.Persons;

/// <summary>
/// A person, a group or a program in an institution's directory: the stream is the pseudonym under which they stand in the ledger, and their
/// names are content, so that they can be erased.
/// </summary>
public static partial class Person
{
    /// <summary>Second part of the ids of these streams; stored for ever.</summary>
    public const string Category = "person";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<PersonState, PersonCommand> Decider { get; } = new(Category, PersonState.Empty, Decide, Evolve, Fields());

    /// <summary>The entry that a command begins: its id says nothing of whom it names.</summary>
    public static StreamId Begun(InstitutionCode institution, CommandId command) =>
        new(institution, Category, DerivedId.From(Category, institution.Value, command.Value));

    /// <summary>As much of a source's words as an entry can take: of any length, with whatever letters, and personal codes taken out.</summary>
    public static (string Name, string? Email) Fit(string name, string? email)
    {
        var line = Form.WithoutPersonalCode(string.Concat(name.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? " " : rune.ToString())).Trim());
        var fitting = line.Length <= Limits.Title ? line : line[..(Limits.Title - 1)] + '…';
        if (Form.Name("name", fitting) is not null)
            fitting = "?";
        return (fitting, string.IsNullOrWhiteSpace(email) || Form.Email("email", email) is not null ? null : email);
    }

    private static Decision Decide(PersonState state, PersonCommand command, CommandContext context) => command switch
    {
        Claim c when state.Kind is not null => Claimable(c).Or(Decision.Nothing),
        Erase c when state.Kind is not null => Erase(state, c),
        _ when state.ErasedOn is not null => PersonRejections.Erased,
        Mirror c => Mirror(state, c),
        Register c => Register(state, c),
        Claim c => Claimable(c).Or(Decision.Of(new Claimed(c.Kind, c.Source), Named(c.Name, c.Email))),
        _ when state.Kind is null => NotRegistered,
        Rename c => Rename(state, c),
        Leave c => Leave(state, c),
        MirrorAbsence c => state.LeftOn is null ? Leave(state, new Leave(c.SeenOn)) : Decision.Nothing,
        Return c => Return(state, c),
        Disable => state.Disabled ? Decision.Nothing : Decision.Of(new Disabled()),
        Enable => state.Disabled ? Decision.Of(new Enabled()) : Decision.Nothing,
        GrantRight c => Grant(state, c, context),
        RevokeRight c => Revoke(state, c),
        AddMember c => Add(state, c),
        RemoveMember c => Remove(state, c),
        _ => throw Form.Undecided(command),
    };

    private static Decision Register(PersonState state, Register c)
    {
        var malformed = Form.Known("kind", c.Kind) ?? Texts(c.Name, c.Email) ?? NoOperator(c.Kind);
        return malformed.Or(state.Kind is null ? Decision.Of(new Registered(c.Kind), Named(c.Name, c.Email)) : AlreadyRegistered);
    }

    private static Decision Rename(PersonState state, Rename c)
    {
        var malformed = Texts(c.Name, c.Email) ?? Form.Day("from", c.From);
        if (malformed is not null)
            return malformed;
        var named = Named(c.Name, c.Email);
        return state.Name?.Digest == named.Digests().Text && !(c.From < state.NamedFrom) ? Decision.Nothing
            : state.Spoken.Left.Count >= Limits.Items ? Form.Full("texts")
            : Decision.Of(new Renamed(c.From), named);
    }

    private static Decision Leave(PersonState state, Leave c) =>
        state.LeftOn == c.On ? Decision.Nothing
        : state.LeftOn is { } day ? HasLeft(day)
        : (Form.Day("on", c.On) ?? (state.ReturnedOn is { } back ? Form.After("on", c.On, back) : null)).Or(Decision.Of(new Left(c.On)));

    private static Decision Return(PersonState state, Return c) =>
        state.LeftOn is { } day ? Form.NotBefore("on", c.On, day).Or(Decision.Of(new Returned(c.On))) : NotLeft;

    /// <summary>All that was said in words goes with one command, so that none of it can be forgotten.</summary>
    private static Decision Erase(PersonState state, Erase c)
    {
        if (Erasure.Erasure.CheckLegalBasis(c.LegalBasis) is { } wrong)
            return wrong;
        if (state.ErasedOn is not null && state.Spoken.Left.Count == 0)
            return Decision.Nothing;
        var texts = state.Spoken.Erase(state.Stream!, position => new TextsErased(position, c.LegalBasis));
        return new Accepted([.. texts, .. state.ErasedOn is null ? [new NewEvent(new PersonEvent.Erased(c.LegalBasis))] : Array.Empty<NewEvent>()]);
    }

    private static Rejection? Claimable(Claim c) => Form.Known("kind", c.Kind) ?? Form.Tag("source", c.Source) ?? Texts(c.Name, c.Email);

    private static Rejection? Texts(string name, string? email) => Form.Name("name", name) ?? Form.Email("email", email);

    private static Content Named(string name, string? email) => new() { Title = name, Email = email };
}
