using EventKb.Domain;
using EventKb.ReadModels.Ownership;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.Ownership;

/// <summary>Which assignments; everything given must hold.</summary>
[Name("OwnershipFilter")]
internal sealed class OwnershipFilterInput
{
    public string? Institution { get; set; }

    public Duty? Duty { get; set; }

    public Level? Level { get; set; }

    public Scope? Scope { get; set; }

    [Id]
    public string? Subject { get; set; }

    [Id]
    public string? Service { get; set; }

    [Id]
    public string? Resource { get; set; }

    [Id]
    public string? Person { get; set; }

    public string? HolderInstitution { get; set; }

    public bool? Held { get; set; }

    internal OwnershipFilter ToFilter() => RowFilter.Of<OwnershipFilter>(this) with { Subject = Subject ?? Service ?? Resource };
}
