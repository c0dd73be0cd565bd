CREATE TABLE knowledge_sources (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    position INTEGER NOT NULL,
    repository TEXT NOT NULL
);
CREATE INDEX knowledge_sources_of_institution ON knowledge_sources (institution, stream);

-- How far a source was read.
CREATE TABLE source_imports (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    ref TEXT NOT NULL,
    commit_id TEXT NOT NULL,
    through INTEGER NOT NULL,
    rewritten INTEGER NOT NULL,
    PRIMARY KEY (stream, rec_from, valid_from)
);

-- Its files that have no article.
CREATE TABLE source_files (
    stream TEXT NOT NULL,
    path TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    path_bytes TEXT,
    commit_id TEXT NOT NULL,
    blob TEXT,
    bytes INTEGER NOT NULL,
    reason TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (stream, path, rec_from, valid_from)
);
