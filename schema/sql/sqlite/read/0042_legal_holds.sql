-- What is kept from being erased is known by the position of its first hold.
CREATE TABLE legal_holds (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    held TEXT NOT NULL
);
CREATE INDEX legal_holds_by_held ON legal_holds (held);

-- One row per version of the stream, as in 0010_articles.sql; cases are a JSON array of those that are open.
CREATE TABLE legal_hold_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    in_force INTEGER NOT NULL,
    cases TEXT NOT NULL
);
CREATE INDEX legal_hold_versions_by_position ON legal_hold_versions (born);
CREATE INDEX legal_hold_versions_by_validity ON legal_hold_versions (born, valid_from);
CREATE INDEX legal_hold_versions_open ON legal_hold_versions (born) WHERE rec_to = 9223372036854775807;
