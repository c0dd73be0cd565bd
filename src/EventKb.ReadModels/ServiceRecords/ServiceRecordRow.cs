using EventKb.Domain.ServiceRecords;

namespace EventKb.ReadModels.ServiceRecords;

/// <summary>A record as it stands at a pin.</summary>
/// <param name="FirstPosition">Position of its first event: its place in every list, and the cursor.</param>
/// <param name="Id">Stream of the record.</param>
/// <param name="Institution">Institution whose record it is.</param>
/// <param name="System">Its system, where the institution has several.</param>
/// <param name="Kind">What sort of record it is.</param>
/// <param name="Number">Its number.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Position">Position of the event that made this version.</param>
/// <param name="ValidFrom">From when this version holds.</param>
/// <param name="Row">Last row of the system's trail that was taken; null = none.</param>
/// <param name="Title">Title last given; null when there is none, or it was erased.</param>
/// <param name="Description">Description last given.</param>
/// <param name="Caller">Who called.</param>
/// <param name="Facts">What is said of it; null while others only mention it.</param>
public sealed record ServiceRecordRow(long FirstPosition, string Id, string Institution, string? System, RecordKind Kind, string Number, long Version,
    long Position, DateTimeOffset ValidFrom, int? Row, string? Title, string? Description, string? Caller, RecordFacts? Facts);
