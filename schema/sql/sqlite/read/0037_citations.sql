-- A use of an article's version is known by the position of its first event, which said all but its outcome and rating.
CREATE TABLE citations (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    article TEXT NOT NULL,
    revision INTEGER NOT NULL,
    revision_position INTEGER NOT NULL,
    record TEXT,
    person TEXT NOT NULL,
    on_behalf_of TEXT,
    duty TEXT,
    support_level INTEGER,
    used_at INTEGER NOT NULL
);
CREATE INDEX citations_by_article ON citations (article);
CREATE INDEX citations_by_record ON citations (record) WHERE record IS NOT NULL;
CREATE INDEX citations_by_person ON citations (person);
CREATE INDEX citations_by_other ON citations (on_behalf_of) WHERE on_behalf_of IS NOT NULL;

-- One row per version of the stream, as in 0010_articles.sql; who withdrew it, and why, stands in the version that did.
CREATE TABLE citation_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    useful INTEGER,
    rating_position INTEGER,
    withdrawn INTEGER NOT NULL,
    withdrawn_by TEXT,
    reason_code TEXT,
    withdrawn_at INTEGER
);
CREATE INDEX citation_versions_by_position ON citation_versions (born);
CREATE INDEX citation_versions_by_validity ON citation_versions (born, valid_from);
CREATE INDEX citation_versions_open ON citation_versions (born) WHERE rec_to = 9223372036854775807;
