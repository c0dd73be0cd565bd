using System.Text;
using EventKb.Ledger;
using EventKb.ReadModels.Lineage;
using EventKb.Server.Export;

namespace EventKb.Integration.Tests.Prov;

/// <summary>An export, and the edges that it states with the ids that GraphQL gives.</summary>
internal sealed class ExportedProv
{
    private ExportedProv(string text, string origin)
    {
        (Text, Document) = (text, ProvDocument.Parse(text));
        var here = $"urn:eventkb:{origin}:";
        Edges = [.. Document.Statements.Select(s => Edge(s, here)).OfType<LineageEdge>().OrderBy(Line, StringComparer.Ordinal)];
    }

    public string Text { get; }

    public ProvDocument Document { get; }

    public IReadOnlyList<LineageEdge> Edges { get; }

    public static async Task<ExportedProv> Of(EventFeed feed)
    {
        using var stream = new MemoryStream();
        await ProvJson.Write(feed, stream, new Progress<long>(), CancellationToken.None);
        return new ExportedProv(Encoding.UTF8.GetString(stream.ToArray()), (await feed.Head()).Origin);
    }

    public static string Line(LineageEdge edge) => $"{edge.Position:00000} {edge.Type} {edge.Prov} {edge.Derived} <- {edge.From}";

    /// <summary>The edges that touch an article, in an order of their own.</summary>
    public static List<string> Of(string article, IEnumerable<LineageEdge> edges) => [.. edges
        .Where(e => e.Derived.StartsWith($"{article}@", StringComparison.Ordinal) || e.From.StartsWith($"{article}@", StringComparison.Ordinal))
        .Select(Line).Order(StringComparer.Ordinal)];

    /// <summary>The statements about a thing, by the last part of its name.</summary>
    public IEnumerable<ProvStated> About(string section, string member, string name) =>
        Document.In(section).Where(s => s[member]!.EndsWith(name, StringComparison.Ordinal));

    private static LineageEdge? Edge(ProvStated stated, string here)
    {
        (string? Derived, string? From, string Prov)? ends = stated.Section switch
        {
            "wasDerivedFrom" => (stated["generatedEntity"], stated["usedEntity"], Derivation(stated)),
            "alternateOf" => (stated["alternate1"], stated["alternate2"], "alternateOf"),
            "wasInfluencedBy" => (stated["influencee"], stated["influencer"], "wasInfluencedBy"),
            _ => null,
        };
        if (ends is not { } found)
            return null;
        var at = stated.Id.LastIndexOf('-');
        return new LineageEdge(Id(found.Derived!, here), Id(found.From!, here), stated.Id["_:".Length..at], found.Prov,
            long.Parse(stated.Id[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Derivation(ProvStated stated) => !stated.Json.TryGetProperty("prov:type", out var type) ? "wasDerivedFrom"
        : type.GetProperty("$").GetString() switch
        {
            "prov:Revision" => "wasRevisionOf",
            "prov:PrimarySource" => "hadPrimarySource",
            var other => throw new InvalidOperationException(other),
        };

    private static string Id(string uri, string here)
    {
        if (uri.StartsWith(here, StringComparison.Ordinal))
            return Uri.UnescapeDataString(uri[here.Length..]);
        var other = uri["urn:eventkb:".Length..].Split(':');
        return $"{Uri.UnescapeDataString(other[0])}!{other[1]}";
    }
}
