namespace EventKb.ReadModels;

/// <summary>What the clock, or what happened to another stream, has to do about a stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Revision">Revision that it is about.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Position">Position of the stream's last event.</param>
/// <param name="PlannedBy">Id of the event that planned it.</param>
public record DueWork(string Stream, int Revision, DateTimeOffset Due, long Position, string PlannedBy);
