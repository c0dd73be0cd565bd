-- What comes from what. An edge leads from an exact version of a thing to the exact version of the thing, or to the file, that it comes
-- from; a thing is named by its stream, a version by its number there: an article's revision. born is the stream that states it, at and
-- from_at are the positions that recorded the versions, and from_origin is the ledger of one that this ledger does not hold.
CREATE TABLE lineage_edges (
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    born INTEGER NOT NULL,
    stream TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    from_origin TEXT,
    from_stream TEXT,
    from_number INTEGER,
    from_at INTEGER,
    file TEXT,
    person TEXT NOT NULL,
    reason_code TEXT,
    occurred_at INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (position, type)
) WITHOUT ROWID;
CREATE INDEX lineage_edges_of ON lineage_edges (stream, number);
CREATE INDEX lineage_edges_from ON lineage_edges (from_stream, from_number) WHERE from_stream IS NOT NULL;
CREATE INDEX lineage_edges_open ON lineage_edges (born, type) WHERE rec_to = 9223372036854775807;

-- The newest version of each stream whose every event makes a version, for edges that others state of it.
CREATE TABLE lineage_newest (
    stream TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
