using System.Text;
using System.Text.RegularExpressions;
using EventKb.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventKb.Integration.Tests.Listening;

/// <summary>A method and a path that a server is asked with.</summary>
internal sealed partial record Route(string Method, string Path)
{
    /// <summary>Reads that a page of another site may send, as a link does; what they answer that page cannot read.</summary>
    private static readonly string[] OpenToLinks = ["/", "/explorer/", "/health/", "/attachments/", "/nowhere"];

    /// <summary>True where a page of another site is refused.</summary>
    public bool IsOfThisSiteAlone => Method != "GET" || !OpenToLinks.Any(open => open == "/" ? Path == open : Path.StartsWith(open, StringComparison.Ordinal));

    /// <summary>Every route that a server has mapped, and one that it has not.</summary>
    public static IReadOnlyList<Route> Of(ServerApp app) =>
    [
        .. from endpoint in app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
           select new Route(method, Parameter().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), new string('a', 64))),
        new("GET", "/nowhere"),
    ];

    /// <summary>A request with what its route asks for before anything else.</summary>
    public HttpRequestMessage Request(params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (Method == "POST")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.Add("X-EventKb-Upload", "1");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
