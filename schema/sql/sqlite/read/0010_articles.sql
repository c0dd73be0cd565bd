-- An article is known by the position of its first event.
CREATE TABLE articles (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL
);

-- One row per version of the stream. Both beginnings grow with the version, so at (P, T) the highest version with position <= P and
-- valid_from <= T answers: a row holds where it has begun and not (rec_to <= P and valid_to <= T).
CREATE TABLE article_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    template TEXT,
    latest_revision INTEGER NOT NULL,
    latest_position INTEGER NOT NULL,
    latest_stage TEXT NOT NULL,
    in_review_revision INTEGER,
    approved_revision INTEGER,
    published_revision INTEGER,
    published_position INTEGER,
    lapses_at INTEGER,
    before_revision INTEGER,
    before_position INTEGER,
    scheduled_revision INTEGER,
    scheduled_at INTEGER,
    accountable TEXT,
    steward_person TEXT,
    steward_at INTEGER,
    source_path TEXT,
    source_repository TEXT,
    source_version TEXT,
    behind TEXT,
    applies_from INTEGER,
    applies_until INTEGER,
    next_review_on TEXT,
    open_flags INTEGER NOT NULL,
    successor TEXT,
    end_position INTEGER,
    open_to_all INTEGER NOT NULL,
    classification TEXT,
    audience TEXT,
    section_audiences TEXT
);
CREATE INDEX article_versions_by_position ON article_versions (born);
CREATE INDEX article_versions_by_validity ON article_versions (born, valid_from);
CREATE INDEX article_versions_by_version ON article_versions (born, version);
CREATE INDEX article_versions_open ON article_versions (born) WHERE rec_to = 9223372036854775807;
CREATE INDEX article_versions_accountable ON article_versions (accountable)
    WHERE rec_to = 9223372036854775807 AND accountable IS NOT NULL;
CREATE INDEX article_versions_steward ON article_versions (steward_person)
    WHERE rec_to = 9223372036854775807 AND steward_person IS NOT NULL;
CREATE INDEX article_versions_review ON article_versions (next_review_on)
    WHERE rec_to = 9223372036854775807 AND next_review_on IS NOT NULL;
CREATE INDEX article_versions_scheduled ON article_versions (scheduled_at)
    WHERE rec_to = 9223372036854775807 AND scheduled_at IS NOT NULL;
CREATE INDEX article_versions_lapsing ON article_versions (lapses_at)
    WHERE rec_to = 9223372036854775807 AND lapses_at IS NOT NULL;
CREATE INDEX article_versions_in_review ON article_versions (born)
    WHERE rec_to = 9223372036854775807 AND in_review_revision IS NOT NULL;
CREATE INDEX article_versions_flagged ON article_versions (born)
    WHERE rec_to = 9223372036854775807 AND open_flags > 0;

-- Every path that an imported article ever had.
CREATE TABLE article_paths (
    institution TEXT NOT NULL,
    path TEXT NOT NULL,
    born INTEGER NOT NULL,
    PRIMARY KEY (institution, path, born)
) WITHOUT ROWID;

-- Revisions never change; the texts are at the same position in texts.
CREATE TABLE article_revisions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    number INTEGER NOT NULL,
    origin TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    person TEXT NOT NULL,
    on_behalf_of TEXT,
    institution TEXT NOT NULL,
    reason_code TEXT,
    commitment TEXT,
    source_path TEXT,
    source_version TEXT,
    source_time INTEGER,
    causation_id TEXT NOT NULL
);
CREATE INDEX article_revisions_by_number ON article_revisions (born, number);

-- What was done about a revision: submitted, approved, published and so on.
CREATE TABLE article_revision_steps (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    step TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    person TEXT NOT NULL,
    reason_code TEXT,
    at INTEGER
);
CREATE INDEX article_revision_steps_by_revision ON article_revision_steps (born, revision);

-- What an article is about and whom it reaches, one value a row, for filters.
CREATE TABLE article_tags (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    born INTEGER NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (kind, value, born, rec_from)
) WITHOUT ROWID;

CREATE TABLE article_attachments (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    file INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    person TEXT NOT NULL,
    revision INTEGER NOT NULL,
    until_revision INTEGER,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL
);
CREATE INDEX article_attachments_by_article ON article_attachments (born);
CREATE INDEX article_attachments_open ON article_attachments (born, file) WHERE rec_to = 9223372036854775807;

CREATE TABLE article_flags (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    flag INTEGER NOT NULL,
    person TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    reason_code TEXT,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL
);
CREATE INDEX article_flags_by_article ON article_flags (born);
CREATE INDEX article_flags_open ON article_flags (born, flag) WHERE rec_to = 9223372036854775807;
