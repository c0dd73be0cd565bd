using System.Globalization;
using EventKb.Domain;
using EventKb.ReadModels.PersonReports;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using GraphQL;

namespace EventKb.Server.PersonReports;

/// <summary>What is held about somebody.</summary>
internal sealed class PersonReportQuestions(Reading view)
{
    private const int MostWords = 10;
    private const int ShortestWord = 3;

    public Task<Connection<PersonMentionAnswer>> PersonReport([Id] string person, string[]? words, int first, string? after)
    {
        var sought = words ?? [];
        if (sought.Length > MostWords || sought.Any(word => word.Trim().Length is < ShortestWord or > Limits.Title))
            throw new CodedError("INVALID_INPUT", $"'words' must be at most {MostWords}, each of {ShortestWord} to {Limits.Title} characters.");
        return Paged.Of<PersonMention, PersonMentionAnswer>($"personReport {person}", view, first, after,
            (at, key) => PersonMentionQueries.List(at.Session, at.Viewer, at.Pin, person, sought, first, Cursor.Number(key)),
            (at, row) => new PersonMentionAnswer(at, row), row => row.Position.ToString(CultureInfo.InvariantCulture));
    }
}
