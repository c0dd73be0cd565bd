using EventKb.Domain.Catalogue;

namespace EventKb.ReadModels.Catalogue;

/// <summary>What each entry of the catalogue is; that never changes, so only new ones are read.</summary>
public sealed class KindsOfEntries
{
    private volatile Known _known = new(new Dictionary<string, EntryKind>(), 0);

    /// <summary>All that a session knows, and perhaps more.</summary>
    public async Task<IReadOnlyDictionary<string, EntryKind>> In(ReadSession session)
    {
        var known = _known;
        if (known.Position >= session.Checkpoint.Position)
            return known.Kinds;
        var later = await session.List("SELECT stream, kind FROM catalogue_entries WHERE position > @known",
            row => (Id: row.GetString(0), Kind: RowJson.Value<EntryKind>(row.GetString(1))), [("@known", known.Position)]);
        var kinds = known.Kinds;
        if (later.Count > 0)
        {
            var more = new Dictionary<string, EntryKind>(known.Kinds);
            foreach (var (id, kind) in later)
                more[id] = kind;
            kinds = more;
        }

        _known = new(kinds, session.Checkpoint.Position);
        return kinds;
    }

    /// <summary>What is known, and how far: one object, for several ask at once.</summary>
    private sealed record Known(IReadOnlyDictionary<string, EntryKind> Kinds, long Position);
}
