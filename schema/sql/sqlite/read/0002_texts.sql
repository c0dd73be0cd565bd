-- The texts of each event, once. Every other table points here by position, so that an erasure erases everywhere. An erased row is
-- written over with zeros of the same size where it lies: rows that move leave copies of themselves behind.
CREATE TABLE text_rows (
    position INTEGER PRIMARY KEY,
    erased INTEGER NOT NULL,
    title TEXT,
    summary TEXT,
    reason TEXT,
    message TEXT,
    comment TEXT,
    file_name TEXT,
    file_sha256 TEXT,
    steward TEXT,
    email TEXT,
    body_sha256 TEXT,
    sections TEXT,
    body TEXT
);
CREATE INDEX texts_by_file ON text_rows (file_sha256, erased) WHERE file_sha256 IS NOT NULL;
CREATE INDEX texts_by_steward ON text_rows (steward, erased) WHERE steward IS NOT NULL;

CREATE VIEW texts AS
SELECT position, title, summary, reason, message, comment, file_name, file_sha256, steward, email, body_sha256, sections, body
FROM text_rows WHERE erased = 0;

-- When the texts of a position were erased.
CREATE TABLE erasures (
    position INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL
);

-- Files that erased texts named, by the position of the text, until it is settled whether they go. Emptied as a whole, so that no row
-- moves.
CREATE TABLE files_to_delete (
    position INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL
);
