using System.Data.Common;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Persons;

namespace EventKb.ReadModels.PersonReports;

/// <summary>What the ledger holds about somebody (GDPR, article 15): every entry that they acted in or that names them, and every text.</summary>
public static class PersonMentionQueries
{
    private static readonly string[] TextColumns =
        ["title", "summary", "reason", "message", "comment", "file_name", "steward", "email", "sections", "body"];

    /// <summary>Entries' columns by the role in which the person stands there.</summary>
    private static readonly (MentionRole Role, string Column)[] Roles =
    [
        (MentionRole.Subject, "stream"), (MentionRole.Actor, "person"), (MentionRole.Represented, "on_behalf_of"), (MentionRole.Sender, "sent_by"),
    ];

    /// <summary>
    /// A page in order of positions, after one; texts are looked through for the names and addresses that the person has or had, and for other
    /// words that are given. For who does not see everything there is nothing.
    /// </summary>
    public static async Task<Page<PersonMention>> List(ReadSession session, Viewer viewer, Pin pin, string person,
        IReadOnlyList<string> words, int first, long? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<PersonMention>();
        var names = (await PersonNames.Of(session, viewer, [person])).GetValueOrDefault(person, PersonNames.Unknown).KnownAt(pin.Position);
        var looked = new SoughtWords([.. names.SelectMany(name => new[] { name.Name, name.Email }).OfType<string>(), .. words]);
        (string, object?)[] all = [.. pin.With(), ("@id", person), .. looked.Parameters];
        var positions = await session.List($"SELECT position FROM ({Positions(looked)}) ORDER BY position LIMIT @most", row => row.GetInt64(0),
            [.. all, ("@after", after ?? 0), ("@most", first + 1)]);
        var where = new Conditions(pin).In("e.position", positions);
        var rows = await session.List(
            $"""
            SELECT e.position, {string.Join(", ", Roles.Select(role => $"e.{role.Column}"))},
                EXISTS (SELECT 1 FROM audit_mentions m WHERE m.position = e.position AND m.person = @id),
                {string.Join(", ", TextColumns.Select(column => $"x.{column}"))}
            FROM audit_entries e LEFT JOIN texts x ON x.position = e.position WHERE {where.Sql} ORDER BY e.position
            """,
            row => Row(row, person, looked), [.. where.Parameters, ("@id", person)]);
        return Page.Of(rows, first, () => session.Scalar($"SELECT count(*) FROM ({Positions(looked)})", [.. all, ("@after", 0), ("@most", -1)]));
    }

    private static string Positions(SoughtWords looked)
    {
        var branches = Roles.Select(role => $"SELECT position FROM audit_entries WHERE {role.Column} = @id")
            .Append("SELECT position FROM audit_mentions WHERE person = @id");
        if (looked.Any)
            branches = branches.Append($"SELECT position FROM texts WHERE ({string.Join(" OR ", TextColumns.Select(looked.In))})");
        return string.Join(" UNION ", branches.Select(branch =>
            $"SELECT * FROM ({branch} AND position > @after AND position <= @p ORDER BY position LIMIT @most)"));
    }

    private static PersonMention Row(DbDataReader row, string person, SoughtWords looked)
    {
        var roles = Roles.Where((_, i) => row.TextOrNull(1 + i) == person).Select(role => role.Role).ToList();
        if (row.GetBoolean(1 + Roles.Length))
            roles.Add(MentionRole.Named);
        var own = roles.Contains(MentionRole.Subject);
        var passages = TextColumns.Index().Where(column => row.TextOrNull(2 + Roles.Length + column.Index) is not null)
            .SelectMany(column => looked.PassagesIn(column.Item, row.GetString(2 + Roles.Length + column.Index), whole: own)).ToList();
        if (passages.Count > 0)
            roles.Add(MentionRole.Text);
        return new PersonMention(row.GetInt64(0), row.GetString(1), roles, passages);
    }
}

/// <summary>An entry that has to do with somebody.</summary>
/// <param name="Position">Position of its event.</param>
/// <param name="Stream">Stream of its event.</param>
/// <param name="Roles">How they stand there.</param>
/// <param name="Passages">What its texts say about them; all texts of their own entry in the directory.</param>
public sealed record PersonMention(long Position, string Stream, IReadOnlyList<MentionRole> Roles, IReadOnlyList<Passage> Passages);

/// <summary>How somebody stands in an entry.</summary>
public enum MentionRole
{
    /// <summary>It is about their entry in the directory.</summary>
    Subject,

    /// <summary>They acted.</summary>
    Actor,

    /// <summary>Somebody acted for them.</summary>
    Represented,

    /// <summary>They sent it in another's name.</summary>
    Sender,

    /// <summary>What changed names their pseudonym.</summary>
    Named,

    /// <summary>A text has their name, their address or a word that was looked for.</summary>
    Text,
}

/// <summary>A piece of a text.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Text">The piece, with what stands around it.</param>
public sealed record Passage(string Field, string Text);
