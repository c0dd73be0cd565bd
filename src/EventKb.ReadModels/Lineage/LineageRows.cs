namespace EventKb.ReadModels.Lineage;

/// <summary>Takes the edges that one event states; of each type it states one at most.</summary>
public sealed class LineageRows(StreamStep step, ReadModelWriter rows)
{
    /// <summary>States that the version that the event makes comes from the one before, which the other position recorded.</summary>
    public void Revision(int number, long before)
    {
        if (number > 1)
            State(LineageTypes.RevisionOf, new(step.Stream, number), step.Position, new(step.Stream, number - 1), before);
    }

    /// <summary>Keeps which version of the stream is the newest, of a kind whose every event makes a version.</summary>
    public void Newest(int number) => rows.Execute(
        "INSERT INTO lineage_newest (stream, number, at) VALUES (@stream, @number, @at) ON CONFLICT DO UPDATE SET number = @number, at = @at",
        ("@stream", step.Stream), ("@number", number), ("@at", step.Position));

    /// <summary>The newest version of a stream of such a kind and the position that recorded it; null = it has none.</summary>
    public (ThingVersion Version, long At)? NewestOf(string stream) => rows.Query(
        "SELECT number, at FROM lineage_newest WHERE stream = @stream",
        row => ((ThingVersion, long)?)(new ThingVersion(stream, row.GetInt32(0)), row.GetInt64(1)), ("@stream", stream)).FirstOrDefault();

    /// <summary>Ends the one edge of a type that the stream states.</summary>
    public void TakeBack(string type) => rows.Execute(
        $"UPDATE lineage_edges SET rec_to = @recTo, valid_to = @validTo WHERE born = @born AND type = @type AND rec_to = {Micros.Open}",
        ("@recTo", step.Position), ("@validTo", step.After.ValidFrom), ("@born", step.After.FirstPosition), ("@type", type));

    /// <summary>States that a version comes from another.</summary>
    /// <param name="type">Type of the edge, one of the kind's.</param>
    /// <param name="derived">What is derived.</param>
    /// <param name="derivedAt">Position that recorded it.</param>
    /// <param name="from">What it comes from.</param>
    /// <param name="fromAt">Position that recorded that, in the ledger of its origin.</param>
    /// <param name="origin">The ledger that holds it; null = this one.</param>
    public void State(string type, ThingVersion derived, long derivedAt, ThingVersion from, long fromAt, string? origin = null) =>
        Insert(type, derived, derivedAt, from, fromAt, origin, null);

    /// <summary>States that a version was taken from a file.</summary>
    public void State(string type, ThingVersion derived, long derivedAt, SourceFile file) =>
        Insert(type, derived, derivedAt, null, null, null, file);

    /// <summary>Ends the edge of a type between a version and what the stream stated of it.</summary>
    public void TakeBack(string type, ThingVersion other, long otherAt) => rows.Execute(
        $"""
        UPDATE lineage_edges SET rec_to = @recTo, valid_to = @validTo
        WHERE born = @born AND type = @type AND rec_to = {Micros.Open}
            AND (stream = @stream AND number = @number AND at = @at OR from_stream = @stream AND from_number = @number AND from_at = @at)
        """,
        ("@recTo", step.Position), ("@validTo", step.After.ValidFrom), ("@born", step.After.FirstPosition), ("@type", type),
        ("@stream", other.Stream), ("@number", other.Number), ("@at", otherAt));

    private void Insert(string type, ThingVersion derived, long derivedAt, ThingVersion? from, long? fromAt, string? origin, SourceFile? file) =>
        rows.Insert("lineage_edges",
            ("position", step.Position), ("type", type), ("born", step.After.FirstPosition), ("stream", derived.Stream),
            ("number", derived.Number), ("at", derivedAt), ("from_origin", origin), ("from_stream", from?.Stream), ("from_number", from?.Number),
            ("from_at", fromAt), ("file", RowJson.Write(file)), ("person", step.Recorded.Metadata.Person.Value),
            ("reason_code", step.Recorded.Metadata.ReasonCode), ("occurred_at", Micros.From(step.Recorded.OccurredAt)),
            ("rec_to", Micros.Open), ("valid_from", step.After.ValidFrom), ("valid_to", Micros.Open));
}
