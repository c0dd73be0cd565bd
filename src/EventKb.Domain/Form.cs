using System.Text.RegularExpressions;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.Domain;

/// <summary>Rules about the form of what comes in; each gives null where it is kept, so that they chain with <c>??</c>.</summary>
internal static partial class Form
{
    public static Rejection? Text(string field, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? Rejection.Invalid(field, $"'{field}' is empty.") : AtMost(field, text, most);

    public static Rejection? AtMost(string field, string? text, int most) =>
        text?.Length > most ? Rejection.Invalid(field, $"'{field}' is longer than {most} characters.")
        : text?.Any(IsUnseen) == true ? Rejection.Invalid(field, $"'{field}' contains control characters.")
        : WellFormed(field, text);

    /// <summary>A name or title.</summary>
    public static Rejection? Line(string field, string? text) => Text(field, text, Limits.Title)
        ?? (text!.Any(char.IsControl) ? Rejection.Invalid(field, $"'{field}' must be one line without control characters.") : null);

    /// <summary>Refuses what no store and no format holds: NUL, and half of a surrogate pair.</summary>
    public static Rejection? WellFormed(string field, string? text) =>
        text is null || IsWellFormed(text) ? null : Rejection.Invalid(field, $"'{field}' is not well-formed Unicode.");

    /// <summary>
    /// A word of the structure, which stays for ever. A name cannot be told from a word; an address and a personal code can.
    /// </summary>
    public static Rejection? Tag(string field, string? text) => Text(field, text, Limits.Tag)
        ?? (text!.Any(char.IsControl) || Personal().IsMatch(text!)
            ? Rejection.Invalid(field, $"'{field}' cannot be erased later, so it must be one line without an e-mail address or a personal code.")
            : null);

    /// <summary>Lower-case words joined by hyphens.</summary>
    public static Rejection? Code(string field, string? code) =>
        code is { Length: <= Limits.Tag } && Kebab().IsMatch(code) ? null
            : Rejection.Invalid(field, "A code must be lower-case words joined by hyphens.");

    /// <summary>Somebody in the directory.</summary>
    public static Rejection? Person(string field, PersonId person) =>
        person.Stream is null ? Rejection.Invalid(field, $"'{field}' is not the id of an entry in the person directory.") : null;

    /// <summary>Name of a person or a group.</summary>
    public static Rejection? Name(string field, string? name) => Line(field, name)
        ?? (PersonalCode().IsMatch(name!)
            ? new Rejection("LOOKS_LIKE_PERSONAL_CODE", $"'{field}' contains what looks like a personal code.",
                "Leave the personal code out; the ledger knows people by pseudonyms.", field)
            : null);

    /// <summary>A text with its personal codes taken out.</summary>
    public static string WithoutPersonalCode(string text) => PersonalCode().Replace(text, "$1…$2");

    /// <summary>An e-mail address, or none.</summary>
    public static Rejection? Email(string field, string? email) => email is null ? null
        : AtMost(field, email, Limits.Email) ?? (Address().IsMatch(email) ? null
            : Rejection.Invalid(field, $"'{field}' is not an e-mail address."));

    public static Rejection? Institution(string field, InstitutionCode code) =>
        InstitutionCode.IsValid(code.Value) ? null : Rejection.Invalid(field, $"'{code}' is not the code of an institution.");

    public static Rejection? Known<T>(string field, T value) where T : struct, Enum =>
        Enum.IsDefined(value) ? null : Rejection.Invalid(field, $"'{value}' is not a known value.");

    public static Rejection? Day(string field, DateOnly? day) =>
        day < Limits.FirstDay || day > Limits.LastDay
            ? Rejection.Invalid(field, $"{day:yyyy-MM-dd} is not within the years {Limits.FirstDay.Year} to {Limits.LastDay.Year}.")
            : null;

    /// <summary>A time on such a day.</summary>
    public static Rejection? Time(string field, DateTimeOffset? at) => Day(field, at is { } given ? DateOnly.FromDateTime(given.UtcDateTime) : null);

    public static Rejection? Days(DateOnly from, DateOnly? until) =>
        Day("from", from) ?? Day("until", until)
        ?? (until <= from ? Rejection.Invalid("until", "'until' is the first day after the period, so it must be later than 'from'.") : null);

    public static Rejection? After(string field, DateOnly day, DateOnly start) =>
        Day(field, day) ?? (day <= start ? Rejection.Invalid(field, $"{day:yyyy-MM-dd} is not after {start:yyyy-MM-dd}.") : null);

    public static Rejection? NotBefore(string field, DateOnly day, DateOnly start) =>
        Day(field, day) ?? (day < start ? Rejection.Invalid(field, $"{day:yyyy-MM-dd} is before {start:yyyy-MM-dd}.") : null);

    public static Rejection? Stream(string field, string? stream, string category) =>
        StreamId.Parse(stream)?.Category == category
            ? null
            : Rejection.Invalid(field, $"'{field}' is not the id of a stream of category {category}.");

    public static Rejection? Version(string field, ExactVersion? version, string category = KnowledgeArticle.Category) =>
        version is null
        || (StreamId.Parse(version.Stream)?.Category == category && version is { Number: > 0, Position: > 0 })
            ? null
            : Rejection.Invalid(field, "An exact version consists of an article's id, a revision from 1 and a position from 1.");

    public static Rejection? Count(string field, int count, int most) =>
        count > most ? Rejection.Invalid(field, $"'{field}' has more than {most} items.") : null;

    /// <summary>The first rejection among a list's items.</summary>
    public static Rejection? Each<T>(IEnumerable<T> items, Func<T, Rejection?> rule) =>
        items.Select(rule).FirstOrDefault(rejection => rejection is not null);

    /// <summary>The rejection, or the decision where there is no rejection.</summary>
    public static Decision Or(this Rejection? rejection, Decision decision) => rejection ?? decision;

    public static Rejection NotFound(Wording fact, string? field = null) =>
        new("NOT_FOUND", fact, "Look up what exists and send the command for that.", field);

    public static Rejection Full(Wording what) =>
        new("LIMIT_REACHED", $"There are already {Limits.Items} {what}.", "No more can be added to this stream.");

    public static InvalidOperationException Unknown(string category, Event happened) =>
        new($"{happened.GetType().Name} is no event of {category}.");

    public static InvalidOperationException Undecided(Command command) => new($"{command.GetType().Name} is not decided.");

    private static bool IsUnseen(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    private static bool IsWellFormed(string text)
    {
        if (text.Contains('\0'))
            return false;
        for (var i = 0; i < text.Length; i += char.IsSurrogate(text[i]) ? 2 : 1)
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])))
                return false;
        return true;
    }

    // Old personal codes have a hyphen (without one they look like a register's number), new ones begin with 32.
    [GeneratedRegex(@"\S@\S|(^|\D)([0-9]{6}-[0-9]{5}|32[0-9]{9})(\D|\z)")]
    private static partial Regex Personal();

    // In a name nothing else has eleven digits either.
    [GeneratedRegex(@"(^|\D)[0-9]{6}[- ]?[0-9]{5}(\D|\z)")]
    private static partial Regex PersonalCode();

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Kebab();
}
