using System.Net;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Server.GraphQL.Http;

namespace EventKb.Server.Explorer;

/// <summary>The explorer's page, or how to build it where it was not built.</summary>
internal static class ExplorerPage
{
    public static string Html(Language language, IReadOnlyList<Example> examples, string? who, string nonce, ExplorerAssets? built) =>
        $"""
        <!doctype html>
        <html lang="{Languages.Code(language)}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{In(language, "EventKb – questions in GraphQL")}</title>
          <link rel="icon" href="data:,">
          {(built is null ? "" : $"""<link rel="stylesheet" nonce="{nonce}" href="{built.Style}">""")}
        </head>
        <body>
          <header>
            <h1>{In(language, "EventKb – questions in GraphQL")}</h1>
            <nav aria-label="{In(language, "Language")}">
              {Link(Language.English, "English", language)}
              {Link(Language.Latvian, "Latviešu", language)}
            </nav>{(who is null ? "" : SignOut(language, who))}
          </header>
          {(built is null ? NotBuilt(language) : Explorer(language, examples, built))}
        </body>
        </html>

        """;

    private static string Link(Language to, string name, Language shown)
    {
        var code = Languages.Code(to);
        return $"""<a href="?lang={code}" lang="{code}" hreflang="{code}"{(to == shown ? " aria-current=\"true\"" : "")}>{name}</a>""";
    }

    private static string SignOut(Language language, string who) =>
        $"""

            <form method="post" action="/sign-out"><span>{WebUtility.HtmlEncode(who)}</span> <button>{In(language, "Sign out")}</button></form>
        """;

    private static string Explorer(Language language, IReadOnlyList<Example> examples, ExplorerAssets built) =>
        $"""
        <main id="explorer"><noscript><p>{In(language, "This page needs JavaScript; /graphql answers without it.")}</p></noscript></main>
          <script type="application/json" id="told">{Told(language, examples)}</script>
          <script src="{built.Script}" defer></script>
        """;

    private static string NotBuilt(Language language) =>
        $"""
        <main>
            <p>{In(language, "The explorer is not in this build, since Node.js or npm was not at hand. Everything else works: ask at /graphql.")}</p>
            <p>{In(language, "To have it, install Node.js 18 or later with npm and start the server with 'dotnet run' again; "
                + "'node src/EventKb.Explorer/build.mjs' says what is missing.")}</p>
          </main>
        """;

    /// <summary>What the script is told; the serializer writes no character that could end the element.</summary>
    private static string Told(Language language, IReadOnlyList<Example> examples) => JsonSerializer.Serialize(new
    {
        language = Languages.Code(language),
        texts = new
        {
            questions = Messages.Of("Questions to try", language),
            own = Messages.Of("A question of your own", language),
        },
        questions = examples.Select(example => new { title = example.In(language), query = example.Query }),
    });

    private static string In(Language language, Wording text) => WebUtility.HtmlEncode(Messages.Of(text, language));
}
