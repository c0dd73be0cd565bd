-- One row for each duty and subject, from the first time anybody was given the duty.
CREATE TABLE ownership_assignments (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    duty TEXT NOT NULL,
    level TEXT NOT NULL,
    scope TEXT NOT NULL,
    subject TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX ownership_by_subject ON ownership_assignments (subject, duty);

-- Terms of holders. A row that is not held says why nobody of this term holds the duty any more (end_reason).
CREATE TABLE ownership_terms (
    stream TEXT NOT NULL,
    term INTEGER NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    held INTEGER NOT NULL,
    holder TEXT NOT NULL,
    holder_institution TEXT NOT NULL,
    basis_order TEXT NOT NULL,
    basis_date TEXT NOT NULL,
    end_reason TEXT,
    PRIMARY KEY (stream, term, rec_from, valid_from)
);
CREATE INDEX ownership_terms_by_holder ON ownership_terms (holder, stream);

CREATE TABLE ownership_deputies (
    stream TEXT NOT NULL,
    deputyship INTEGER NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    person TEXT NOT NULL,
    powers TEXT NOT NULL,
    acting INTEGER NOT NULL,
    basis_order TEXT NOT NULL,
    basis_date TEXT NOT NULL,
    PRIMARY KEY (stream, deputyship, rec_from, valid_from)
);
CREATE INDEX ownership_deputies_by_person ON ownership_deputies (person, stream);
