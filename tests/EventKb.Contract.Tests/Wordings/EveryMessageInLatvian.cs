using System.Text.RegularExpressions;
using EventKb.Server.GraphQL.Http;
using GraphQL;
using GraphQL.Execution;

namespace EventKb.Contract.Tests.Wordings;

/// <summary>Every message that the sources can give has a Latvian line with the same facts, and no line is left over.</summary>
public sealed partial class EveryMessageInLatvian
{
    [Fact]
    public void Every_message_is_known_before_the_program_runs() =>
        None(FoundWording.All.Where(found => found.Format is null).Select(found => found.Place));

    [Fact]
    public void Every_message_has_a_Latvian_one_with_the_same_facts() =>
        None(FoundWording.All
            .Where(found => found.Format is { } english
                && !(Messages.Latvian.TryGetValue(english, out var latvian) && Facts(latvian).SequenceEqual(Facts(english))))
            .Select(found => $"{found.Place} {found.Format}"));

    [Fact]
    public void No_Latvian_message_translates_nothing() =>
        None(Messages.Latvian.Keys.Except(FoundWording.All.Select(found => found.Format!)));

    [Fact]
    public void Every_error_of_the_library_is_explained_in_Latvian()
    {
        var codes = typeof(ExecutionError).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ExecutionError)) && !type.IsAbstract && type.Name != nameof(UnhandledError))
            .Select(CodeOf);
        Assert.Equal(Lines(codes.Append("ERROR").Distinct()), Lines(Messages.LatvianByCode.Keys));
    }

    /// <summary>The library makes codes of the names of its errors.</summary>
    private static string CodeOf(Type error) => error == typeof(SyntaxError)
        ? "SYNTAX_ERROR"
        : Capital().Replace(error.Name[..^"Error".Length], "_$0").ToUpperInvariant();

    private static IEnumerable<string> Facts(string format) => Placeholder().Matches(format).Select(match => match.Value).Order();

    private static void None(IEnumerable<string> wrong)
    {
        var lines = Lines(wrong);
        Assert.True(lines.Length == 0, lines);
    }

    private static string Lines(IEnumerable<string> lines) => string.Join("\n", lines.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?<!\{)\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Capital();
}
