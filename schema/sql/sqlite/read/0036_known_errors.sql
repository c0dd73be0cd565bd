-- A known error is known by the position of its first event.
CREATE TABLE known_errors (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    problem TEXT NOT NULL
);
CREATE INDEX known_errors_by_problem ON known_errors (problem);

-- One row per version of the stream, as in 0010_articles.sql. The workaround is the one set last; once it is ended, loss says by what.
CREATE TABLE known_error_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    status TEXT NOT NULL,
    text_position INTEGER,
    cause_position INTEGER,
    workaround TEXT,
    workaround_number INTEGER,
    workaround_position INTEGER,
    workaround_ended INTEGER NOT NULL,
    workaround_loss TEXT,
    fix_change TEXT,
    fixed_at INTEGER,
    fixed_by TEXT,
    fixed_for TEXT,
    considered_at INTEGER,
    reopening_for TEXT,
    occurred_at INTEGER NOT NULL
);
CREATE INDEX known_error_versions_by_position ON known_error_versions (born);
CREATE INDEX known_error_versions_by_validity ON known_error_versions (born, valid_from);
CREATE INDEX known_error_versions_open ON known_error_versions (born) WHERE rec_to = 9223372036854775807;
CREATE INDEX known_error_versions_workaround ON known_error_versions (workaround) WHERE workaround IS NOT NULL;
CREATE INDEX known_error_versions_considered ON known_error_versions (born)
    WHERE rec_to = 9223372036854775807 AND considered_at IS NOT NULL AND reopening_for IS NULL;

-- When versions of articles cannot be workarounds: the whole article where version is null, since no revision of it is in use; or the
-- version that was recorded at a position, since it lapsed or its texts were erased. A row holds where it has begun and not
-- (rec_to <= P and valid_to <= T).
CREATE TABLE unusable_versions (
    position INTEGER NOT NULL,
    article TEXT NOT NULL,
    version INTEGER,
    loss TEXT NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
