-- The rules of a process and the days on which they are in force.
CREATE TABLE process_rules (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    version INTEGER NOT NULL,
    scope TEXT NOT NULL,
    rules TEXT NOT NULL,
    document TEXT NOT NULL,
    title_position INTEGER,
    PRIMARY KEY (stream, rec_from, valid_from)
);

CREATE TABLE processes (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE controls (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    position INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    duty TEXT NOT NULL,
    subject TEXT,
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    sample TEXT NOT NULL,
    person TEXT NOT NULL,
    occurred_at INTEGER NOT NULL
);
CREATE INDEX controls_by_position ON controls (position);

CREATE TABLE control_findings (
    stream TEXT NOT NULL,
    finding INTEGER NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    responsible TEXT NOT NULL,
    due_on TEXT NOT NULL,
    about TEXT,
    raised_position INTEGER,
    closed_position INTEGER,
    PRIMARY KEY (stream, finding, rec_from, valid_from)
);
