using System.Text.Json;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;
using GraphQL.Types;

namespace EventKb.Contract.Tests.GraphQL;

/// <summary>Every list of words is one list: kebab-case where it is stored or exported, the same words in capitals in GraphQL.</summary>
public sealed class WordsOfEnums
{
    private static readonly Type[] All = [.. new[] { typeof(Via), typeof(RowJson) }.SelectMany(type => type.Assembly.GetExportedTypes())
        .Where(type => type.IsEnum && type != typeof(Needs)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static TheoryData<Type> Enums => [.. All];

    [Theory]
    [MemberData(nameof(Enums))]
    public void One_word_has_one_stored_form_and_it_is_GraphQLs_in_small_letters(Type type)
    {
        var stored = Words(type, StoredJson.Options);
        Assert.Equal(stored, Words(type, RowJson.Options));
        var shown = Assert.IsAssignableFrom<EnumerationGraphType>(SchemaContract.Schema.Value.AllTypes[type.Name]);
        Assert.Equal(shown.Values.Select(value => value.Name), stored.Select(word => word.ToUpperInvariant().Replace('-', '_')));
    }

    private static string[] Words(Type type, JsonSerializerOptions options) =>
        [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(value, type, options).GetString()!)];
}
