using System.Text.RegularExpressions;
using EventKb.Domain.Persons;

namespace EventKb.ReadModels.Audit;

/// <summary>Pseudonyms in what an event changed.</summary>
internal static partial class AuditMentions
{
    private const string Middle = "/" + Person.Category + "/";

    /// <summary>Each once.</summary>
    public static IEnumerable<string> In(string changes) => changes.Contains(Middle, StringComparison.Ordinal)
        ? Pseudonym().Matches(changes).Select(match => match.Value).Distinct() : [];

    [GeneratedRegex("[A-Za-z0-9][A-Za-z0-9-]{0,39}" + Middle + "[0-9a-z-]{1,64}", RegexOptions.CultureInvariant)]
    private static partial Regex Pseudonym();
}
