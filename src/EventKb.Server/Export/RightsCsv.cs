using System.Text;
using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Server.Export;

/// <summary>
/// Who may do what, as a table (RFC 4180, UTF-8): a row for each time in which somebody had, has or will have a right, and one for everybody else
/// who was entered by hand and can sign in or runs a program.
/// </summary>
internal static class RightsCsv
{
    private const int Batch = 500;

    /// <summary>Names of the columns; <c>until</c> is the day after the last, and an empty one has no end.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["person", "name", "institution", "kind", "right", "over", "from", "until", "disabled", "leftOn", "erased", "lastActed"];

    /// <summary>Writes everybody of the ledger, in the order in which they became known.</summary>
    public static async Task Write(EventFeed feed, Stream output, IProgress<long> progress, CancellationToken cancellation)
    {
        var people = new Directory();
        long position = 0;
        while (await feed.Read(position, Batch, cancellation) is { Count: > 0 } events)
        {
            foreach (var happened in events)
                people.Apply(happened);
            progress.Report(position = events[^1].Recorded.Position);
        }

        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Columns));
        foreach (var row in people.Rows())
            await writer.WriteLineAsync(string.Join(',', row.Select(AuditCsv.Quote)));
    }

    /// <summary>The person directory after so many events, and what everybody did last.</summary>
    private sealed class Directory
    {
        private readonly Dictionary<string, PersonState> _people = [];
        private readonly Dictionary<long, string> _names = [];
        private readonly Dictionary<string, DateTimeOffset> _lastActed = [];

        public void Apply(LedgerEvent happened)
        {
            var (recorded, by) = (happened.Recorded, happened.Recorded.Metadata);
            foreach (var who in new[] { by.Person, by.SentBy }.OfType<PersonId>())
                _lastActed[who.Value] = recorded.RecordedAt;
            if (recorded.Stream.Category != Person.Category)
                return;
            var stream = recorded.Stream.Text;
            _people[stream] = (PersonState)Person.Decider.Evolve(_people.GetValueOrDefault(stream, PersonState.Empty), recorded);
            if (happened.Content?.Title is { } name)
                _names[recorded.Position] = name;
        }

        public IEnumerable<string?[]> Rows() => _people.SelectMany(entry => RowsOf(entry.Key, entry.Value));

        private IEnumerable<string?[]> RowsOf(string id, PersonState person)
        {
            var any = false;
            foreach (var right in person.Rights)
                foreach (var time in right.Value.Where(time => time.From != time.Until))
                {
                    any = true;
                    yield return Row(id, person, right.Key, time);
                }

            if (!any && person.Kind is PersonKind.Person or PersonKind.ServiceAccount && person.Source is null)
                yield return Row(id, person, null, null);
        }

        private string?[] Row(string id, PersonState person, RightOver? right, Membership? time) =>
        [
            id, person.Name is { Digest: not null, At: var at } ? _names.GetValueOrDefault(at) : null, StreamId.Of(id).Institution.Value,
            RowJson.Name(person.Kind!.Value), right is { Right: var given } ? RowJson.Name(given) : null, right?.Institution?.Value,
            Day(time?.From), Day(time?.Until), person.Disabled ? "true" : "false", Day(person.LeftOn),
            person.ErasedOn is null ? "false" : "true", _lastActed.TryGetValue(id, out var acted) ? Instants.Written(acted) : null,
        ];

        private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
