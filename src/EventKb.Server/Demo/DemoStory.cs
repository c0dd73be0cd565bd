using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Ledger;
using EventKb.Server.Imports;

namespace EventKb.Server.Demo;

/// <summary>What happens in the demo, all of it by commands: told twice, it has happened once.</summary>
/// <param name="ledger">The ledger that takes it.</param>
/// <param name="today">Days are told from here.</param>
internal sealed class DemoStory(EmbeddedLedger ledger, DateOnly today)
{
    /// <summary>The institution of the demo.</summary>
    public static readonly InstitutionCode Institution = new("DEMO");

    /// <summary>Stream of the service.</summary>
    public static string Service { get; } = CatalogueEntry.StreamOf(Institution, EntryKind.Service, "self-service-portal").ToString();

    /// <summary>Stream of the resource that the service depends on.</summary>
    public static string Resource { get; } = CatalogueEntry.StreamOf(Institution, EntryKind.Resource, "payment-gateway").ToString();

    /// <summary>The imported article about payments.</summary>
    public static string Payments { get; } = DemoHistory.Article(Institution, "incidents/payment-not-confirmed.md").ToString();

    private static readonly Basis Order = new("1-12/34", new DateOnly(2024, 12, 20));

    /// <summary>Tells it.</summary>
    public async Task Tell(CancellationToken cancellation)
    {
        await Import(cancellation);
        var people = await People(cancellation);
        await Catalogue(people, cancellation);
        await Ownership(people, cancellation);
        await Articles(people, cancellation);
    }

    private async Task Import(CancellationToken cancellation)
    {
        await using var import = new LocalImport(ledger.Gateway, ledger.Persons, ledger.Feed);
        await import.Register(Domain.Catalogue.Institution.StreamOf(Institution).Institution, "Demo municipality",
            new DateOnly(2025, 1, 1), cancellation);
        await foreach (var row in import.Send(Institution, DemoHistory.Rows().ToAsyncEnumerable(), cancellation))
            if (row.Code is not null)
                throw new InvalidOperationException($"{row.Path}: {row.Code}: {row.Reason}");
    }

    private async Task<Cast> People(CancellationToken cancellation)
    {
        Task<PersonId> Person(string subject, string name) =>
            ledger.Persons.PseudonymFor(Institution, "demo", subject, name, null, cancellation);
        return new Cast(await Person("author", "Portal engineer"), await Person("approver", "Head of operations"),
            await Person("owner", "Head of customer services"), await Person("former", "Former owner of the gateway"),
            await Person("deputy", "Deputy for the gateway"));
    }

    private async Task Catalogue(Cast people, CancellationToken cancellation)
    {
        var since = new DateOnly(2025, 1, 1);
        await Send("service", StreamId.Parse(Service)!.Value, new CatalogueEntryCommand.Register(EntryKind.Service, "self-service-portal",
            "Pašapkalpošanās portāls", "Self-service portal: applications and fees of residents", since), people.Approver, cancellation);
        await Send("resource", StreamId.Parse(Resource)!.Value, new CatalogueEntryCommand.Register(EntryKind.Resource, "payment-gateway",
            "Maksājumu vārteja", "Payment gateway: takes card payments for the portal", since), people.Approver, cancellation);
        await Send("dependency", StreamId.Parse(Service)!.Value, new CatalogueEntryCommand.AddDependency(Resource, since), people.Approver,
            cancellation);
        var rules = new ProcessRules { ReviewDays = new Dictionary<string, int> { ["outage-notice"] = 30 } };
        await Send("process", KnowledgeProcess.StreamOf(Institution), new KnowledgeProcessCommand.Adopt(
            new Document("1-12/33", new DateOnly(2024, 12, 20), Content.Sha256("the process of the demo")), since, Scope.Institution, rules,
            "Zināšanu pārvaldības process"), people.Approver, cancellation);
    }

    /// <summary>The service changes hands; the gateway's owner has left, and a deputy fills in until somebody is assigned.</summary>
    private async Task Ownership(Cast people, CancellationToken cancellation)
    {
        var service = OwnershipAssignment.StreamOf(Institution, Duty.ServiceOwner, Service);
        await Send("owner", service, new OwnershipAssignmentCommand.Assign(Duty.ServiceOwner, Service, people.Former, Institution,
            today.AddDays(-300), null, Order), people.Approver, cancellation);
        await Send("owner-transferred", service, new OwnershipAssignmentCommand.Transfer(1, people.Owner, Institution, today.AddDays(-60), null,
            Order), people.Approver, cancellation);
        var gateway = OwnershipAssignment.StreamOf(Institution, Duty.ResourceOwner, Resource);
        await Send("gateway-owner", gateway, new OwnershipAssignmentCommand.Assign(Duty.ResourceOwner, Resource, people.Former, Institution,
            today.AddDays(-300), null, Order), people.Approver, cancellation);
        await Send("gateway-left", gateway, new OwnershipAssignmentCommand.End(1, today.AddDays(-45)), people.Approver, cancellation,
            "holder-left", "Left the institution.");
        await Send("gateway-deputy", gateway, new OwnershipAssignmentCommand.AppointDeputy(people.Deputy, today.AddDays(-20),
            today.AddDays(20), ["decide on emergency changes"], true, Order), people.Approver, cancellation);
    }

    private async Task Articles(Cast people, CancellationToken cancellation)
    {
        await Send("accountable", StreamId.Parse(Payments)!.Value, new KnowledgeArticleCommand.SetAccountability(Service), people.Owner,
            cancellation);
        await Send("classified", StreamId.Parse(Payments)!.Value, new KnowledgeArticleCommand.Classify(new Classification
        {
            Services = [Service],
            Resources = [Resource],
            Keywords = ["payment", "maksājums"],
        }), people.Author, cancellation);
        await ApproveWithTwo(people, cancellation);
        await Send("withdrawn", DemoHistory.Article(Institution, "incidents/database-hangs.md"), new KnowledgeArticleCommand.Withdraw(
                "Do not restart the database: it lost the day's unsaved entries twice. Call database administration."), people.Approver,
            cancellation, "harmful", "Restarting lost data.");
    }

    private async Task ApproveWithTwo(Cast people, CancellationToken cancellation)
    {
        var article = KnowledgeArticle.IdFromCommand(Institution, Id("notice"));
        var drafted = await Send("notice", article, new KnowledgeArticleCommand.Draft(ArticleKind.OutageNotice, "lv", new Content
        {
            Title = "Plānots maksājumu vārtejas pārtraukums",
            Summary = "Planned outage of the payment gateway",
            Body = "Sestdien no plkst. 22.00 līdz 24.00 nodevas ar karti samaksāt nevarēs. Iesniegumus var iesniegt kā parasti.\n",
        }), people.Author, cancellation);
        await Send("notice-submitted", article, new KnowledgeArticleCommand.SubmitForReview(1), people.Author, cancellation);
        var position = drafted.FirstPosition;
        var read = await ledger.Feed.Read(position - 1, 1, cancellation);
        var seal = (ContentSeal.Present)read[0].Recorded.Content;
        await Send("notice-approved", article, new KnowledgeArticleCommand.Approve(1, seal.Commitment), people.Approver, cancellation);
        await Send("notice-published", article, new KnowledgeArticleCommand.Publish(1), people.Approver, cancellation);
    }

    private static CommandId Id(string step) => CommandId.From("demo", Institution.Value, step);

    private async Task<CommandOutcome.Committed> Send(string step, StreamId stream, Command command, PersonId person,
        CancellationToken cancellation, string reasonCode = "demo", string? reason = null)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var context = new CommandContext(Id(step), now, now, person, Institution, Via.Api, $"command:{Id(step)}",
            string.Create(CultureInfo.InvariantCulture, $"demo:{Institution}"))
        { ReasonCode = reasonCode, ReasonText = reason };
        return await ledger.Gateway.Send(stream, command, context, cancellation) switch
        {
            CommandOutcome.Committed committed => committed,
            CommandOutcome.Refused refused => throw new InvalidOperationException(
                $"{step}: {refused.Rejection.Code}: {refused.Rejection.Fact} {refused.Rejection.Remedy}"),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no known outcome."),
        };
    }

    private sealed record Cast(PersonId Author, PersonId Approver, PersonId Owner, PersonId Former, PersonId Deputy);
}
