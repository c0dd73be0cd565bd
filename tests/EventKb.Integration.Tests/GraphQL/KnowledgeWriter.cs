using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>Writes something of every kind, so that each list of the schema grows.</summary>
internal sealed class KnowledgeWriter(RunningServer server)
{
    private const string Institution = "ONE";
    private string _article = "";
    private string? _holder;
    private int _written;

    /// <summary>A few of each kind; gives the article that is written to from then on.</summary>
    public async Task<string> Begin()
    {
        _article = await server.Draft("Raksts", Institution);
        for (var i = 0; i < 27; i++)
            await Write(-i);
        return _article;
    }

    public async Task Write(int number)
    {
        switch (_written++ % 9)
        {
            case 0:
                await server.Mutate("reviseArticle", new { id = _article, title = $"Raksts {number}", body = $"Teksts {number}" });
                break;
            case 1:
                await server.Mutate("flagArticle", new { id = _article, comment = $"Atzīme {number}" });
                break;
            case 2:
                await server.Draft($"Cits {number}", Institution);
                break;
            case 3:
                await Register(number);
                break;
            case 4:
                await Perform(number);
                break;
            case 5:
                await Adopt(number);
                break;
            case 6:
                await Assign(number);
                break;
            case 7:
                await server.Mutate("citeArticle", new { institution = Institution, used = new { thing = _article, number = 1 }, supportLevel = 1 });
                break;
            default:
                var article = await server.Draft($"Cits {number}", Institution);
                await server.Mutate("relateArticle",
                    new { id = _article, revision = 1, type = "DUPLICATES", target = new { thing = article, number = 1 } });
                break;
        }
    }

    private async Task<string> Register(int number)
    {
        var input = new
        {
            institution = Institution,
            kind = "SERVICE",
            code = $"S{number}",
            name = $"Pakalpojums {number}",
            from = "2025-01-01",
        };
        var registered = await server.Mutate("registerCatalogueEntry", input, "entry { id }");
        return registered.GetProperty("entry").GetProperty("id").GetString()!;
    }

    private async Task Assign(int number) => await server.Mutate("assignDuty", new
    {
        institution = Institution,
        duty = "SERVICE_OWNER",
        subject = await Register(number),
        holder = _holder ??= await server.Person(Institution),
        holderInstitution = Institution,
        from = "2026-01-01",
        basis = new { order = $"{number}", date = "2025-12-30" },
    });

    private Task<JsonElement> Perform(int number) => server.Mutate("performControl", new
    {
        institution = Institution,
        duty = "SERVICE_PORTFOLIO_OWNER",
        from = "2026-01-01",
        until = "2026-04-01",
        title = $"Kontrole {number}",
        sample = new[] { new { thing = _article, number = 1 } },
    });

    private Task<JsonElement> Adopt(int number) => server.Mutate("adoptKnowledgeProcess", new
    {
        institution = Institution,
        title = $"Process {number}",
        scope = "INSTITUTION",
        inForceFrom = "2026-01-01",
        document = new { number = $"{number}", date = "2026-01-01", sha256 = new string('a', 64) },
        rules = new { fourEyes = true },
    });
}
