namespace EventKb.Domain.Erasure;

/// <summary>The erasure that happened on the stream; null = none did.</summary>
public sealed record ErasureState(ErasureEvent.ContentErased? Erased)
{
    /// <summary>Nothing was erased.</summary>
    public static ErasureState Empty { get; } = new(Erased: null);
}
