-- Entries of the person directory. What they are called stands in the texts alone.
CREATE TABLE persons (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT,
    position INTEGER NOT NULL
);
CREATE INDEX persons_by_position ON persons (position);

-- When somebody is in their institution.
CREATE TABLE person_presence (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (stream, rec_from, valid_from)
);

-- Name and e-mail: the position of the texts; and the first day of that name, where one was given.
CREATE TABLE person_names (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    text_position INTEGER NOT NULL,
    PRIMARY KEY (stream, rec_from, valid_from)
);

CREATE TABLE group_members (
    stream TEXT NOT NULL,
    member TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (stream, member, rec_from, valid_from)
);
CREATE INDEX group_members_by_member ON group_members (member, stream);

-- Who may not sign in, and who was erased, on which legal basis: since a position, and for the first until one.
CREATE TABLE person_marks (
    stream TEXT NOT NULL,
    mark TEXT NOT NULL,
    basis TEXT,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (stream, mark, rec_from, valid_from)
);

CREATE TABLE person_rights (
    stream TEXT NOT NULL,
    right TEXT NOT NULL,
    over TEXT NOT NULL, -- code of an institution; empty = all
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (stream, right, over, rec_from, valid_from)
);
CREATE INDEX person_rights_by_right ON person_rights (right, stream);
