namespace EventKb.Domain.ServiceRecords;

/// <summary>A record of one of some kinds.</summary>
public sealed record RecordReference(string Field, StreamId Stream, ValueList<RecordKind> Kinds) : Reference(Field, Stream)
{
    /// <inheritdoc/>
    public override Wording Named => $"the record '{Stream}' ({Listed})";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) => state is ServiceRecordState { Registered: { } record } && Kinds.Contains(record.Kind);

    /// <inheritdoc/>
    public override Rejection Missing(object state) => state is ServiceRecordState { Registered: { } record }
        ? new("WRONG_RECORD_KIND", $"'{Field}' names a record of kind {record.Kind.Code()}; it must be one of: {Listed}.",
            "Name a record of the right kind.", Field)
        : base.Missing(state);

    /// <summary>The reference, or null where the text is no record's id.</summary>
    public static RecordReference? To(string field, string? record, params ReadOnlySpan<RecordKind> kinds) =>
        StreamId.Parse(record) is { Category: ServiceRecord.Category } stream ? new(field, stream, [.. kinds]) : null;

    private string Listed => string.Join(", ", Kinds.Select(kind => kind.Code()));
}
