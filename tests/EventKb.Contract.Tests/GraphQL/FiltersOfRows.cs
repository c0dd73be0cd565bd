using EventKb.ReadModels.Audit;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Coverage;
using EventKb.ReadModels.Governance;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.Ownership;
using EventKb.Server.Audit;
using EventKb.Server.Catalogue;
using EventKb.Server.Coverage;
using EventKb.Server.Governance;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Ownership;

namespace EventKb.Contract.Tests.GraphQL;

/// <summary>A filter of the schema reaches the rows whole.</summary>
public sealed class FiltersOfRows
{
    [Theory]
    [InlineData(typeof(ArticleFilter), typeof(ArticleFilterInput))]
    [InlineData(typeof(AuditFilter), typeof(AuditFilterInput))]
    [InlineData(typeof(CatalogueFilter), typeof(CatalogueFilterInput))]
    [InlineData(typeof(ControlFilter), typeof(ControlFilterInput))]
    [InlineData(typeof(GapFilter), typeof(GapFilterInput))]
    [InlineData(typeof(OwnershipFilter), typeof(OwnershipFilterInput))]
    public void Have_each_member_in_the_schema(Type rows, Type schema) => Assert.All(rows.GetProperties(), member =>
        Assert.True(schema.GetProperty(member.Name) is { } asked && TakesValueOf(member.PropertyType, asked.PropertyType), member.Name));

    [Fact]
    public void Hold_what_is_asked_and_nothing_else()
    {
        Assert.Equal(new AuditFilter { PositionTo = 7, WithOwnership = true },
            RowFilter.Of<AuditFilter>(new AuditFilterInput { PositionTo = 7, WithOwnership = true }));
        Assert.Equal(new AuditFilter(), RowFilter.Of<AuditFilter>(new AuditFilterInput()));
        Assert.Equal(new AuditFilter(), RowFilter.Of<AuditFilter>(null));
    }

    private static bool TakesValueOf(Type member, Type asked) =>
        Bare(member).IsAssignableFrom(Bare(asked));

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
