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
    changes TEXT NOT NULL
);
CREATE INDEX audit_by_stream ON audit_entries (stream, position);
CREATE INDEX audit_by_person ON audit_entries (person, position);
CREATE INDEX audit_by_causation ON audit_entries (causation_id, position);
CREATE INDEX audit_by_correlation ON audit_entries (correlation_id, position);

-- What a stream was about, by whom it was accounted for, between two positions (both included).
CREATE TABLE audit_links (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    stream TEXT NOT NULL,
    pos_from INTEGER NOT NULL,
    pos_to INTEGER NOT NULL,
    PRIMARY KEY (kind, value, stream, pos_from)
);
CREATE INDEX audit_links_by_stream ON audit_links (stream, kind);
