using EventKb.Domain;

namespace EventKb.Server.Export;

/// <summary>Who took part in a command: persons, the clock and importers.</summary>
internal static class ProvAgents
{
    private const string Person = "prov:Person";
    private const string Software = "prov:SoftwareAgent";

    /// <summary>The agents themselves.</summary>
    public static IEnumerable<ProvStatement> Of(ProvEvent next)
    {
        var by = next.Recorded.Metadata;
        yield return Agent(by.Person, by.Via == Via.Schedule ? Software : Person);
        if (by.SentBy is { } sender)
            yield return Agent(sender, by.Via == Via.Import ? Software : Person);
        if (by.OnBehalfOf is { } other)
            yield return Agent(other, Person);
    }

    /// <summary>What each did in a command: acted, or sent what another had done.</summary>
    public static IEnumerable<ProvStatement> Associations(ProvEvent next)
    {
        var by = next.Recorded.Metadata;
        yield return new(Once("acted", next), ("prov:activity", ProvNames.Activity(next.Recorded)), ("prov:agent", ProvNames.Agent(by.Person)));
        if (by.SentBy is { } sender)
            yield return new(Once("sent", next), ("prov:activity", ProvNames.Activity(next.Recorded)), ("prov:agent", ProvNames.Agent(sender)),
                ("prov:role", "ekb:sender"));
    }

    /// <summary>For whom they acted.</summary>
    public static IEnumerable<ProvStatement> Delegations(ProvEvent next)
    {
        if (next.Recorded.Metadata is { OnBehalfOf: { } other } by)
            yield return new(Once("delegated", next), ("prov:delegate", ProvNames.Agent(by.Person)), ("prov:responsible", ProvNames.Agent(other)),
                ("prov:activity", ProvNames.Activity(next.Recorded)));
    }

    private static ProvStatement Agent(PersonId person, string type) => new(ProvNames.Agent(person), ("prov:type", type));

    /// <summary>An id that the events of one command share; no part of a stream's id has a dot.</summary>
    private static string Once(string what, ProvEvent next) =>
        $"_:{what}.{next.Recorded.Stream.Text.Replace('/', '.')}.{next.Recorded.Metadata.CommandId}";
}
