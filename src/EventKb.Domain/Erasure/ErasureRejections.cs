namespace EventKb.Domain.Erasure;

/// <summary>Every reason for which an erasure is refused, besides input that breaks a rule about its form.</summary>
internal static class ErasureRejections
{
    public static Rejection OfAnotherEvent(ErasureEvent.ContentErased erased) =>
        new("ERASURE_OF_ANOTHER_EVENT", $"This erasure is about position {erased.Position} of '{erased.Stream}'.",
            "Send the command to the erasure stream of that position.");
}
