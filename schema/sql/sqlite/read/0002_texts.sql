-- The texts of each event, once. Every other table points here by position, so that an erasure erases everywhere.
-- What is deleted is overwritten (secure_delete), also where SQLite moves rows.
CREATE TABLE texts (
    position INTEGER PRIMARY KEY,
    title TEXT,
    summary TEXT,
    reason TEXT,
    comment TEXT,
    file_name TEXT,
    file_sha256 TEXT,
    steward TEXT,
    body_sha256 TEXT,
    sections TEXT,
    body TEXT
);
CREATE INDEX texts_by_file ON texts (file_sha256) WHERE file_sha256 IS NOT NULL;
CREATE INDEX texts_by_steward ON texts (steward) WHERE steward IS NOT NULL;
