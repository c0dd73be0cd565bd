using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.Server;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Reactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>More work is due at once than is sent at once; the server itself does none of it meanwhile.</summary>
public sealed class ManyReactionsAtOnce : RunningServer
{
    private static readonly InstitutionCode Riga = new("RIGA");

    private protected override ServerOptions Options(ServerOptions usual) =>
        usual with { ReactionInterval = TimeSpan.FromDays(1) };

    [Fact]
    public async Task Approved_provisions_keep_no_other_from_lapsing()
    {
        await Register("RIGA");
        for (var i = 0; i < 5; i++)
            await Provide(i, approved: i < 3);
        Clock.Forward(TimeSpan.FromDays(30));

        await React();

        Assert.Equal("+++--", await InUse(5));
    }

    [Fact]
    public async Task A_stream_that_fails_keeps_no_other_from_lapsing()
    {
        await Register("RIGA");
        for (var i = 0; i < 4; i++)
            await Provide(i, approved: false);
        Clock.Forward(TimeSpan.FromDays(30));

        await using var failing = RunningLedger.Start(App.Ledger.Store, new LedgerOptions
        {
            References = false,
            Time = Clock,
            Authority = (stream, _, _, _) => stream == Article(0) ? throw new InvalidOperationException("No.") : default,
        });
        await React(failing.Gateway);

        Assert.Equal("+---", await InUse(4));
    }

    private static StreamId Article(int number) => new(Riga, KnowledgeArticle.Category, $"{number}");

    private async Task React(CommandGateway? gateway = null)
    {
        var services = App.Web.Services.GetRequiredService<OperationServices>();
        services = services with { Gateway = gateway ?? services.Gateway };
        using var reactions = new ScheduledReactions(services, new ServerOptions("unused"), ArticleFeature.It.Reactions,
            NullLogger<ScheduledReactions>.Instance)
        { AtOnce = 2 };
        await CatchUp();
        await reactions.React(default);
        await CatchUp();
    }

    private async Task CatchUp() =>
        Assert.True(await App.Runner.WaitFor(App.Ledger.Store.Head.Size, TimeSpan.FromSeconds(10)));

    private async Task Provide(int number, bool approved)
    {
        var draft = new KnowledgeArticleCommand.Draft(ArticleKind.IncidentResolution, "lv",
            new Content { Title = "T", Body = "b" });
        var position = await Send(number, draft, "anna");
        await Send(number, new KnowledgeArticleCommand.PublishProvisionally(1), "anna");
        if (!approved)
            return;
        await Send(number, new KnowledgeArticleCommand.SubmitForReview(1), "anna");
        var drafted = (await App.Ledger.Feed.Read(position - 1, 1))[0].Recorded;
        await Send(number, new KnowledgeArticleCommand.Approve(1, ((ContentSeal.Present)drafted.Content).Commitment), "berta");
    }

    private async Task<long> Send(int number, Command command, string person)
    {
        var now = Clock.GetUtcNow();
        var id = CommandId.From($"{number} {command}");
        var outcome = await App.Ledger.Gateway.Send(Article(number), command,
            new CommandContext(id, now, now, new PersonId($"p-{person}"), Riga, Via.Api, "c", "c"));
        return Assert.IsType<CommandOutcome.Committed>(outcome).LastPosition;
    }

    /// <summary>Of each article in turn whether its provisional revision is in use.</summary>
    private async Task<string> InUse(int articles)
    {
        var inUse = "";
        for (var i = 0; i < articles; i++)
            inUse += (await Data("query($id: ID!) { article(id: $id) { published { number } } }", new { id = Article(i).ToString() }))
                .GetProperty("article").GetProperty("published").ValueKind == JsonValueKind.Object ? '+' : '-';
        return inUse;
    }
}
