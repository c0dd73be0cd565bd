CREATE TABLE catalogue_entries (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX catalogue_by_code ON catalogue_entries (code, kind);

-- When an entry is in its register.
CREATE TABLE catalogue_presence (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (stream, rec_from, valid_from)
);

-- Name and summary: the position of the texts.
CREATE TABLE catalogue_descriptions (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    text_position INTEGER,
    PRIMARY KEY (stream, rec_from, valid_from)
);

CREATE TABLE catalogue_dependencies (
    stream TEXT NOT NULL,
    needs TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (stream, needs, rec_from, valid_from)
);
CREATE INDEX catalogue_dependencies_needs ON catalogue_dependencies (needs, stream);

CREATE TABLE institutions (
    stream TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    registration_number TEXT,
    position INTEGER NOT NULL,
    state_rules INTEGER NOT NULL
);
CREATE INDEX institutions_by_state_rules ON institutions (code) WHERE state_rules = 1;
CREATE INDEX institutions_by_code ON institutions (code);

-- What an institution is or has become; successors is a JSON array of codes.
CREATE TABLE institution_states (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    status TEXT NOT NULL,
    successors TEXT NOT NULL,
    PRIMARY KEY (stream, rec_from, valid_from)
);
