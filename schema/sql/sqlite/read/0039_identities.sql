-- An account of a sign-in provider is known by the position of its first event; issuer and subject stand in the texts alone.
CREATE TABLE identities (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL
);

-- One row per version of the stream, as in 0010_articles.sql.
CREATE TABLE identity_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    status TEXT NOT NULL,
    person TEXT,
    proposed_by TEXT,
    text_position INTEGER,
    event_id TEXT NOT NULL
);
CREATE INDEX identity_versions_by_position ON identity_versions (born);
CREATE INDEX identity_versions_by_validity ON identity_versions (born, valid_from);
CREATE INDEX identity_versions_open ON identity_versions (born) WHERE rec_to = 9223372036854775807;
CREATE INDEX identity_versions_by_person ON identity_versions (person) WHERE person IS NOT NULL;
