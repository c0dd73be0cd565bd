namespace EventKb.Domain.Tests;

/// <summary>Given events, when a command, then exactly these events or this rejection. Strict: every Then compares the whole outcome.</summary>
public sealed class Spec
{
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Anna = new("RIGA/person/anna");
    public static readonly PersonId Berta = new("RIGA/person/berta");
    public static readonly InstitutionCode Institution = new("RIGA");

    private readonly Decider _decider;
    private object _state;
    private long _version;
    private PersonId _person = Anna;
    private DateTimeOffset _now = Day;
    private ProcessRules _rules = ProcessRules.Default;
    private InstitutionCode? _stateRulesBy;
    private string? _reason = "improvement";
    private string? _because;
    private Via _via = Via.Api;
    private PersonId? _onBehalfOf;
    private Decision? _decision;

    public Spec(Decider decider) => (_decider, _state) = (decider, decider.Initial);

    public object State => _state;

    public Spec By(PersonId person) { _person = person; return this; }

    public Spec OnBehalfOf(PersonId? person) { _onBehalfOf = person; return this; }

    public Spec Through(Via via) { _via = via; return this; }

    public Spec At(DateTimeOffset now) { _now = now; return this; }

    public Spec Under(ProcessRules rules) { _rules = rules; return this; }

    public Spec WithStateRulesBy(InstitutionCode institution) { _stateRulesBy = institution; return this; }

    public Spec For(string? reasonCode) { _reason = reasonCode; return this; }

    public Spec Because(string? reasonText) { _because = reasonText; return this; }

    public Spec Given(Event happened, Content? content = null) => Given(happened, SealOf(content));

    /// <summary>The texts of the event have been destroyed since.</summary>
    public Spec GivenErased(Event happened, Content content) => Given(happened, new ContentSeal.Erased(CommitmentOf(content)));

    private Spec Given(Event happened, ContentSeal seal)
    {
        _version++;
        _state = _decider.Evolve(_state, Record(happened, seal, _version));
        return this;
    }

    /// <summary>Records the decision's events too, so that a next When builds on them.</summary>
    public Spec When(Command command)
    {
        _decision = Asked(command);
        if (_decision is Accepted accepted)
            foreach (var next in accepted.Events)
                Given(next.Event, next.Content);
        return this;
    }

    /// <summary>What is decided; nothing is recorded.</summary>
    public Decision Asked(Command command) => _decider.Decide(_state, command, Context());

    public Spec Then(params Event[] expected)
    {
        var accepted = Assert.IsType<Accepted>(_decision);
        Assert.Equal(expected, accepted.Events.Select(e => e.Event));
        return this;
    }

    public Spec ThenNothing() => Then();

    public Spec ThenContent(params Content?[] expected)
    {
        Assert.Equal(expected, Assert.IsType<Accepted>(_decision).Events.Select(e => e.Content));
        return this;
    }

    public Spec ThenContent(Action<Content> look)
    {
        look(Assert.Single(Assert.IsType<Accepted>(_decision).Events).Content!);
        return this;
    }

    public Spec ThenRejected(string code, string? field = null)
    {
        var rejection = Assert.IsType<Rejection>(_decision);
        Assert.Equal((code, field), (rejection.Code, rejection.Field));
        return this;
    }

    public static string CommitmentOf(Content content) => "c:" + content.Digests().Text;

    private CommandContext Context() =>
        new(new CommandId($"{_version:x32}"), _now, _now, _person, Institution, _via, "cause", "correlation")
        {
            ReasonCode = _reason,
            ReasonText = _because,
            OnBehalfOf = _onBehalfOf,
            Rules = _rules,
            StateRulesBy = _stateRulesBy,
        };

    private RecordedEvent Record(Event happened, ContentSeal seal, long version)
    {
        var metadata = new EventMetadata(_person, Institution, _via, new CommandId($"{version:x32}"), "cause", "correlation",
            OnBehalfOf: _onBehalfOf, ReasonCode: _reason);
        return new RecordedEvent(version, StreamId.Of($"RIGA/{_decider.Category}/1"), version, $"{version:x32}", happened, _now, _now, metadata, seal);
    }

    private static ContentSeal SealOf(Content? content) => content is null
        ? new ContentSeal.None()
        : new ContentSeal.Present(CommitmentOf(content), content.Digests().Text, content.Digests().Body);
}
