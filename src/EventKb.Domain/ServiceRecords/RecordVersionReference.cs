namespace EventKb.Domain.ServiceRecords;

/// <summary>An exact version of a record: its stream, the stream's version and the position that recorded it.</summary>
public sealed record RecordVersionReference(string Field, StreamId Stream, ExactVersion Version) : Reference(Field, Stream)
{
    /// <inheritdoc/>
    public override Wording Named => $"version {Version.Number} of the record '{Stream}' at position {Version.Position}";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) =>
        state is ServiceRecordState record && record.Positions.GetValueOrDefault(Version.Number) == Version.Position;

    /// <summary>The reference, or null where there is no version or what it names is no record.</summary>
    public static RecordVersionReference? To(string field, ExactVersion? version) =>
        StreamId.Parse(version?.Stream) is { Category: ServiceRecord.Category } stream ? new(field, stream, version!) : null;
}
