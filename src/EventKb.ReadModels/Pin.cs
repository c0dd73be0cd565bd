namespace EventKb.ReadModels;

/// <summary>The point on both time axes at which a question is asked.</summary>
/// <param name="Position">What was known: everything recorded up to this position.</param>
/// <param name="Valid">About when: facts that held at this moment (UTC microseconds).</param>
/// <param name="AtHead">
/// True when the position is the session's checkpoint and the moment is not before it was recorded, so that open rows answer
/// (for streams whose facts never lie in the future).
/// </param>
public sealed record Pin(long Position, DateTimeOffset Valid, bool AtHead)
{
    internal long ValidMicros { get; } = Micros.From(Valid);

    /// <summary>The pin's own parameters, <c>@p</c> and <c>@t</c>, and others.</summary>
    internal (string Name, object? Value)[] With(params ReadOnlySpan<(string Name, object? Value)> others) =>
        [("@p", Position), ("@t", ValidMicros), .. others];
}
