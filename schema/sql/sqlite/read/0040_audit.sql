-- One row for every event of the ledger. Changes are a JSON array of [path, before, after]; a text is a pointer to texts.
CREATE TABLE audit_entries (
    position INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    stream TEXT NOT NULL,
    category TEXT NOT NULL,
    version INTEGER NOT NULL,
    institution TEXT NOT NULL,
    subject TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    person TEXT NOT NULL,
    on_behalf_of TEXT,
    acting_institution TEXT NOT NULL,
    duty TEXT,
    authorised_by TEXT,
    via TEXT NOT NULL,
    reason_code TEXT,
    command_id TEXT NOT NULL,
    causation_id TEXT NOT NULL,
    correlation_id TEXT NOT NULL,
    rule TEXT,
    sent_by TEXT,
    planned_for INTEGER,
    checked_at INTEGER,
    policy TEXT,
    changes TEXT NOT NULL
);
-- An index ends with the position, as every index does: each filter has one in order of position and one in order of time,
-- but for a stream, whose entries are few.
CREATE INDEX audit_by_time ON audit_entries (occurred_at);
CREATE INDEX audit_by_stream ON audit_entries (stream);
CREATE INDEX audit_by_institution ON audit_entries (institution);
CREATE INDEX audit_by_institution_time ON audit_entries (institution, occurred_at);
CREATE INDEX audit_by_person ON audit_entries (person);
CREATE INDEX audit_by_person_time ON audit_entries (person, occurred_at);
CREATE INDEX audit_by_represented ON audit_entries (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
CREATE INDEX audit_by_represented_time ON audit_entries (on_behalf_of, occurred_at) WHERE on_behalf_of IS NOT NULL;
CREATE INDEX audit_by_reason ON audit_entries (reason_code) WHERE reason_code IS NOT NULL;
CREATE INDEX audit_by_reason_time ON audit_entries (reason_code, occurred_at) WHERE reason_code IS NOT NULL;
CREATE INDEX audit_by_sender ON audit_entries (sent_by) WHERE sent_by IS NOT NULL;
CREATE INDEX audit_by_causation ON audit_entries (causation_id);
CREATE INDEX audit_by_correlation ON audit_entries (correlation_id);

-- What a stream was about, by whom it was accounted for, under which path of its source, between two positions (both included).
CREATE TABLE audit_links (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    stream TEXT NOT NULL,
    pos_from INTEGER NOT NULL,
    pos_to INTEGER NOT NULL,
    PRIMARY KEY (kind, value, stream, pos_from)
);
CREATE INDEX audit_links_by_stream ON audit_links (stream, kind);

-- Whom an event names besides those who acted: in what it changed.
CREATE TABLE audit_mentions (
    person TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (person, position)
) WITHOUT ROWID;
