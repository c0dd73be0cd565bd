namespace EventKb.Domain.ServiceRecords;

/// <summary>What became known of a record. Stored for ever: change only by adding versions.</summary>
public abstract record ServiceRecordEvent : Event
{
    private ServiceRecordEvent() { }

    /// <summary>There is such a record.</summary>
    [Stored("service-record.registered/1")]
    public sealed record Registered(RecordKind Kind, string Number, string? System) : ServiceRecordEvent;

    /// <summary>
    /// What the request management system had of it, all facts together; content: title, summary (its description) and comment (who
    /// called), body = the row of the system's trail.
    /// </summary>
    /// <param name="Facts">The facts.</param>
    /// <param name="Row">Place of the row among those of the record; null = it came from no trail.</param>
    /// <param name="Retention">What decides how long its texts are kept; null = it has none but the row.</param>
    [Stored("service-record.stated/1")]
    public sealed record Stated(RecordFacts Facts, int? Row, string? Retention) : ServiceRecordEvent;
}
