CREATE TABLE commands (
    first_position INTEGER PRIMARY KEY,
    last_position INTEGER NOT NULL,
    stream TEXT NOT NULL,
    command_id TEXT NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER NOT NULL
);

CREATE TABLE content (
    position INTEGER PRIMARY KEY,
    text_digest TEXT NOT NULL,
    body_sha256 TEXT,
    salt BLOB NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE ledger (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    previous_position INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    commitment BLOB,
    leaf_hash BLOB NOT NULL,
    envelope BLOB NOT NULL,
    data BLOB NOT NULL
);

CREATE UNIQUE INDEX ledger_first ON ledger (stream) WHERE previous_position = 0;

CREATE UNIQUE INDEX ledger_next ON ledger (previous_position) WHERE previous_position > 0;

CREATE TABLE ledger_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    origin TEXT NOT NULL,
    size INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    frontier BLOB NOT NULL
);

CREATE TABLE merkle_nodes (
    height INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (height, ordinal)
) WITHOUT ROWID;

CREATE TABLE pseudonym_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL
);

CREATE TABLE schema_scripts (name TEXT PRIMARY KEY) WITHOUT ROWID;
