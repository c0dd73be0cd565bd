using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GitImport;

namespace EventKb.Integration.Tests.RecordImport;

/// <content>The log beside both knowledge bases, in one ledger.</content>
public sealed partial class ImportingTheIncidentLog
{
    private const string States = "DRAFT, IN_REVIEW, PUBLISHED, RETIRED, WITHDRAWN";

    [IncidentLogFact]
    public async Task Leaves_a_ledger_with_articles_and_incidents_intact_and_its_views_those_that_are_made_anew()
    {
        var (head, exit) = (await imported.Server.App.Ledger.Feed.Head(), -1);
        using var run = new CommandLineRun();
        await imported.Server.Restart(async () => exit = await run.Run("verify", "--data", imported.Server.Folder, "--views"));

        Assert.True(exit == 0, run.Error);
        Assert.Contains("as the ledger says", run.Output, StringComparison.Ordinal);
        Assert.Equal(($"{head.Size}", head.RootHash), (run.Said("position"), run.Said("root")));
    }

    [IncidentLogFact]
    public async Task Has_every_incident_of_the_log_and_every_article_of_each_knowledge_base()
    {
        Assert.Equal(20_769, await Count("serviceRecords", $"institution: \"{ImportedIncidents.Institution}\", kind: INCIDENT"));
        foreach (var name in ImportedServer.Names)
        {
            var (added, removed) = (SharedData.History(name).Count(line => line.Status == 'A'), SharedData.History(name).Count(line => line.Status == 'D'));
            Assert.Equal((added, added - removed),
                (await Count("articles", $"institution: \"{name}\", state: [{States}]"), await Count("articles", $"institution: \"{name}\", state: PUBLISHED")));
        }
    }

    private async Task<int> Count(string what, string filter) =>
        (await imported.Server.Data($"{{ {what}(first: 1, filter: {{ {filter} }}) {{ totalCount }} }}")).GetProperty(what).GetProperty("totalCount").GetInt32();
}
