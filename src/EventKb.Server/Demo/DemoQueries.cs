namespace EventKb.Server.Demo;

/// <summary>What to ask of the demo, each with what it shows.</summary>
internal static class DemoQueries
{
    /// <summary>The queries.</summary>
    public static IReadOnlyList<(string Shows, string Query)> All { get; } =
    [
        ("Where the ledger stands", "{ ledger { origin size rootHash } }"),
        ("What is in use, and who keeps it up",
            "{ articles(first: 20, filter: { state: [PUBLISHED] }) { totalCount nodes { title kind language sourcePath } } }"),
        ("How one article came to be: who, when, why", $$"""
            { article(id: "{{DemoStory.Payments}}") { title auditTrail(first: 20) { nodes
              { position occurredAt type person { name } reasonCode changes { path before after } } } } }
            """),
        ("What it said in March 2025", $$"""
            { asOf(valid: "2025-03-01T00:00:00Z") { article(id: "{{DemoStory.Payments}}") { title published { number body } } } }
            """),
        ("Who answers for it, and since when", $$"""
            { article(id: "{{DemoStory.Payments}}") { accountable { duty holder { name } holders { from until } } } }
            """),
        ("Who holds which duty; the gateway has only a deputy",
            "{ ownerships(first: 10) { nodes { duty subject holder { name } currentDeputies { from until acting } } } }"),
        ("Where nobody answers, and for how many days", "{ gaps(first: 10, filter: { open: true }) { nodes { kind duty subject from days } } }"),
        ("What was withdrawn as harmful, and what to do instead",
            "{ auditTrail(first: 5, filter: { type: \"knowledge-article.withdrawn\" }) { nodes { stream reason changes { path after } } } }"),
    ];
}
