using EventKb.ReadModels.Access;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Access;

/// <summary>A time in which somebody wrote without signing in although that was required.</summary>
[Name("GlassBreak")]
internal sealed class GlassBreakAnswer(Reading view, GlassBreak row)
{
    /// <summary>The time in which an event was recorded; null = none.</summary>
    internal static IDataLoaderResult<GlassBreakAnswer?> At(Reading view, long position) =>
        view.Shared(shared => new GlassBreaks(shared)).ByPosition.Load(position).Map(row => row is null ? null : new GlassBreakAnswer(view, row));

    public long Position => row.Position;

    public long? Until => row.Until;

    public DateTimeOffset RecordedAt => row.At;

    public PersonAnswer By => new(view, row.Person, row.Position, row.At);

    public string? Reason => row.Reason;
}

/// <summary>The look-ups that one answer shares.</summary>
internal sealed class GlassBreaks(Reading view)
{
    private Task<GlassBreak?>? _atPin;

    public BatchLoader<long, GlassBreak> ByPosition { get; } = new(positions => GlassBreakQueries.At(view.Session, view.Pin, positions));

    /// <summary>The time in which the view's pin lies; asked once, however many answers it gives.</summary>
    public Task<GlassBreak?> AtPin() => _atPin ??= Find();

    private async Task<GlassBreak?> Find() =>
        (await GlassBreakQueries.At(view.Session, view.Pin, [view.Pin.Position])).Values.SingleOrDefault();
}
