using EventKb.Server.GraphQL.Http;

namespace EventKb.Server;

/// <summary>A question to try, with what it asks in words.</summary>
internal sealed record Example(string English, string Latvian, string Query)
{
    /// <summary>What it asks, in words of a language.</summary>
    public string In(Language language) => language == Language.Latvian ? Latvian : English;
}
