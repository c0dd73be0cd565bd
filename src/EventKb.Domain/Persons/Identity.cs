using static EventKb.Domain.Persons.IdentityCommand;
using static EventKb.Domain.Persons.IdentityEvent;
using static EventKb.Domain.Persons.IdentityRejections;

namespace EventKb.Domain.Persons;

/// <summary>An account of a sign-in provider, which two persons bind to a third.</summary>
public static class Identity
{
    /// <summary>Second part of the ids of these streams; stored for ever.</summary>
    public const string Category = "identity";

    /// <summary>The operator's own prefix: a provider serves all institutions of a ledger.</summary>
    public static readonly InstitutionCode Prefix = new("local");

    private const int MostIssuer = 1_000;

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<IdentityState, IdentityCommand> Decider { get; } = new(Category, IdentityState.Empty, Decide, Evolve, Fields());

    private static Decision Decide(IdentityState state, IdentityCommand command, CommandContext context) => command switch
    {
        Propose c => Propose(state, c, context),
        _ when state.Status is null => NotProposed,
        IdentityCommand.Confirm => Confirm(state, context),
        Release => state.Status == IdentityStatus.Released ? Decision.Nothing : Decision.Of(new Released()),
        Forget c => Forget(state, c),
        _ => throw Form.Undecided(command),
    };

    private static Decision Propose(IdentityState state, Propose c, CommandContext context)
    {
        var malformed = Form.Person("person", c.Person) ?? Form.Text("issuer", c.Issuer, MostIssuer) ?? Form.Line("subject", c.Subject);
        if (malformed is not null)
            return malformed;
        if (Acts(context, c.Person))
            return OwnAccount;
        if (state.Status is IdentityStatus.Proposed or IdentityStatus.Bound)
            return state.Person == c.Person ? Decision.Nothing : OfAnother;
        return Decision.Of(new Proposed(c.Person), new Content { Title = c.Subject, Summary = c.Issuer });
    }

    private static Decision Confirm(IdentityState state, CommandContext context) => state.Status switch
    {
        IdentityStatus.Released => NotOpen,
        IdentityStatus.Bound => Decision.Nothing,
        _ when Acts(context, state.Person!.Value) => OwnAccount,
        _ when state.Proposers.Any(proposer => Acts(context, proposer)) => SameProposer,
        _ => Decision.Of(new Confirmed()),
    };

    private static Decision Forget(IdentityState state, Forget c)
    {
        if (Erasure.Erasure.CheckLegalBasis(c.LegalBasis) is { } wrong)
            return wrong;
        var texts = state.Spoken.Erase(state.Stream!, position => new TextsErased(position, c.LegalBasis));
        return new Accepted([.. texts, .. state.Status == IdentityStatus.Released ? Array.Empty<NewEvent>() : [new NewEvent(new Released())]]);
    }

    private static bool Acts(CommandContext context, PersonId person) => context.Person == person || context.OnBehalfOf == person;

    private static IdentityState Evolve(IdentityState state, RecordedEvent recorded) => After(state with
    {
        Stream = recorded.Stream.Text,
        Spoken = state.Spoken.After(recorded),
    }, recorded);

    private static IdentityState After(IdentityState state, RecordedEvent recorded) => recorded.Event switch
    {
        Proposed e => state with
        {
            Status = IdentityStatus.Proposed,
            Person = e.Person,
            Account = recorded.Texts,
            Proposers = [.. new[] { recorded.Metadata.Person, recorded.Metadata.OnBehalfOf }.OfType<PersonId>().Distinct()],
        },
        Confirmed => state with { Status = IdentityStatus.Bound },
        Released => state with { Status = IdentityStatus.Released, Person = null },
        TextsErased => state,
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<IdentityState> Fields() => new FieldMap<IdentityState>()
        .Texts(s => s.Account, "title", "summary")
        .Field("status", s => s.Status).Field("person", s => s.Person?.Value)
        .Field("proposers", s => s.Proposers.Select(person => person.Value).ToArray())
        .Field("erasedTexts", s => s.Spoken.Erased)
        .Link(Links.About, s => s.Person?.Value);
}
