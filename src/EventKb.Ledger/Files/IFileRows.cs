namespace EventKb.Ledger.Files;

/// <summary>What rows made from the ledger know of attached files, all as of one position.</summary>
public interface IFileRows : IAsyncDisposable
{
    /// <summary>Last position that the rows have read.</summary>
    long Position { get; }

    /// <summary>Files of which only the length is known: the rows were made after the text that named them was erased.</summary>
    Task<List<NamelessFile>> Nameless();

    /// <summary>True while some text names the file.</summary>
    Task<bool> IsNamed(string sha256);
}

/// <summary>A file whose name and SHA-256 were erased: the event that attached it, its length, and when it was erased.</summary>
public sealed record NamelessFile(long Position, long Bytes, DateTimeOffset ErasedAt);
