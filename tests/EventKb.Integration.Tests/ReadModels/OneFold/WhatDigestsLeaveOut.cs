using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>A digest stays when texts are erased, so none of what becomes content may be in it without a salt.</summary>
public sealed class WhatDigestsLeaveOut
{
    public static TheoryData<string> Categories => [.. RandomCommands.All.Keys];

    [Theory]
    [MemberData(nameof(Categories))]
    public void No_content_of_random_histories_is_in_the_structure_of_its_command(string category)
    {
        for (var seed = 0; seed < 10; seed++)
            foreach (var (command, content) in RandomHistory.Of(category, seed).Accepted)
            {
                var structure = CommandDigest.StructureOf(command);
                foreach (var text in TextsOf(content))
                    Assert.DoesNotContain($"\"{text}\"", structure, StringComparison.Ordinal);
            }
    }

    private static IEnumerable<string> TextsOf(Content content) => (content.Sections ?? []).Select(section => section.Value)
        .Concat([content.Title, content.Summary, content.Body, content.Comment, content.FileName, content.FileSha256, content.Steward])
        .OfType<string>();
}
