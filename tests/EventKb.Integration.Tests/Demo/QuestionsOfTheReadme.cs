using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EventKb.Server.Demo;

namespace EventKb.Integration.Tests.Demo;

/// <summary>The README has the demo's questions and their approved answers, word for word.</summary>
public sealed partial class QuestionsOfTheReadme
{
    [Fact]
    public void Are_those_of_the_demo()
    {
        var shown = Shown();
        Assert.Equal(DemoResources.Questions().Select((question, number) => (Number(number), question.English, question.Query)),
            shown.Select(block => (block.Groups["number"].Value, block.Groups["words"].Value, block.Groups["query"].Value)));
        Assert.Equal(10, shown.Count);
    }

    [Fact]
    public void Have_the_answers_that_were_approved() => Assert.Equal(AskingTheDemo.Approved().ToJsonString(),
        new JsonArray([.. Shown().Select(block => JsonNode.Parse(block.Groups["answer"].Value))]).ToJsonString());

    private static string Number(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static MatchCollection Shown() => Question().Matches(File.ReadAllText(Path.Combine(AskingTheDemo.SourceFolder(), "..", "..", "..", "README.md")).ReplaceLineEndings("\n"));

    [GeneratedRegex(@"\*\*(?<number>\d+)\. (?<words>.+)\*\*\n```graphql\n(?<query>[^`]+)\n```\n```json\n(?<answer>[^`]+)\n```")]
    private static partial Regex Question();
}
