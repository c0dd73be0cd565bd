using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// An event as readers of the ledger get it: the record, its texts where they are kept, and its Merkle leaf hash.
/// </summary>
/// <param name="Recorded">The record, upcast to the newest version of its type.</param>
/// <param name="Type">Stored type name with version, as written.</param>
/// <param name="Content">The texts; null where the event has none or they were erased.</param>
/// <param name="LeafHash">RFC 9162 leaf hash, 32 bytes.</param>
public sealed record LedgerEvent(RecordedEvent Recorded, string Type, Content? Content, ReadOnlyMemory<byte> LeafHash);
