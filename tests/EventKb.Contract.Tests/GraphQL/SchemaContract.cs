using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Server;
using EventKb.Server.GraphQL;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Microsoft.Extensions.DependencyInjection;

namespace EventKb.Contract.Tests.GraphQL;

/// <summary>The schema is the contract: it is the file, everything in it is described, and every command is in it.</summary>
public sealed class SchemaContract
{
    private static readonly IReadOnlyList<SchemaPart> Parts = [.. Features.All.Select(feature => feature.Schema)];

    internal static readonly Lazy<ISchema> Schema = new(() =>
    {
        var services = new ServiceCollection().AddEventKbGraphQL(new ServerOptions("unused"), Parts).BuildServiceProvider();
        var schema = services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    });

    /// <summary>Set EVENTKB_WRITE_SCHEMA=1 to write the file anew; the difference is then reviewed as any other.</summary>
    [Fact]
    public void The_published_schema_is_the_one_that_is_served()
    {
        var printed = Schema.Value.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var file = Path.Combine(Root(), "schema", "graphql", "eventkb.graphql");
        if (Environment.GetEnvironmentVariable("EVENTKB_WRITE_SCHEMA") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, printed);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), printed);
    }

    [Fact]
    public void Everything_is_described_in_English_and_Latvian()
    {
        var missing = Described().Where(d => d.Description?.Contains(" — LV: ", StringComparison.Ordinal) != true).Select(d => d.Name);
        Assert.Equal("", string.Join(", ", missing));
    }

    [Fact]
    public void No_description_describes_nothing()
    {
        var fields = Described().Select(d => d.Name).ToHashSet();
        var dead = Descriptions.Keys.Where(key => !key.StartsWith('*') && !fields.Contains(key));
        Assert.Equal("", string.Join(", ", dead));
    }

    [Fact]
    public void Every_command_that_a_person_gives_has_a_mutation()
    {
        var commands = typeof(Command).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Command)) && !t.IsAbstract);
        var mutations = Parts.SelectMany(part => part.Mutations).ToList();
        Assert.Equal(commands.Select(c => c.ToString()).Order(),
            mutations.Select(m => m.Command).Concat(Parts.SelectMany(part => part.WithoutMutation)).Select(c => c.ToString()).Order());
        Assert.Equal(mutations.Count, mutations.Select(m => m.Name).Distinct().Count());
    }

    [Fact]
    public void A_reason_is_required_where_the_command_needs_one()
    {
        var required = Schema.Value.AllTypes.OfType<IInputObjectGraphType>()
            .Where(i => i.Fields.Any(f => f is { Name: "reasonCode", ResolvedType: NonNullGraphType })).Select(i => i.Name).Order();
        Assert.Equal(
        [
            "AcceptKnownErrorInput", "CancelArticlePublicationInput", "CorrectDutyTermInput", "DeclineKnownErrorReopeningInput", "DisablePersonInput", "DiscontinueCatalogueEntryInput", "EndDutyTermInput", "MergeInstitutionInput",
            "RecordPersonDepartureInput", "RejectIncidentProblemLinkInput", "ReleaseIdentityInput", "ReleaseLegalHoldInput", "ReopenIncidentProblemLinkInput", "ReopenKnownErrorInput", "RepealKnowledgeProcessInput", "RestoreArticleInput", "RetireArticleInput", "RevokeRightInput", "SplitInstitutionInput", "SucceedInstitutionInput",
            "WithdrawArticleInput", "WithdrawCitationInput", "WithdrawIncidentProblemLinkInput",
            "WithdrawKnownErrorWorkaroundInput",
        ], required);
    }

    [Fact]
    public void No_mutation_takes_a_person_who_acts_or_a_time_of_occurrence()
    {
        var inputs = Schema.Value.AllTypes.OfType<IInputObjectGraphType>().Where(i => i.Name.EndsWith("Input", StringComparison.Ordinal));
        Assert.DoesNotContain(inputs.SelectMany(i => i.Fields.Select(f => f.Name)), n => n is "occurredAt" or "actor" or "commandId");
    }

    private static IEnumerable<(string Name, string? Description)> Described()
    {
        foreach (var type in Schema.Value.AllTypes.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            if (!BuiltIn.Contains(type.Name))
                yield return (type.Name, type.Description);
            foreach (var value in (type as EnumerationGraphType)?.Values ?? Enumerable.Empty<EnumValueDefinition>())
                yield return ($"{type.Name}.{value.Name}", value.Description);
            foreach (var field in (type as IComplexGraphType)?.Fields ?? Enumerable.Empty<FieldType>())
            {
                yield return ($"{type.Name}.{field.Name}", field.Description);
                foreach (var argument in field.Arguments ?? [])
                    yield return ($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
            }
        }
    }

    private static readonly HashSet<string> BuiltIn = ["String", "Int", "Float", "Boolean", "ID"];

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
