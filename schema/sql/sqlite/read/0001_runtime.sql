-- One row: how far this generation has read which ledger, and the ledger's root there. A later ledger is held against it.
CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL,
    root TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    origin TEXT NOT NULL
);

-- Last position of each recording time, so that a moment can be turned into a position.
CREATE TABLE recorded_times (
    recorded_at INTEGER PRIMARY KEY,
    position INTEGER NOT NULL
);
