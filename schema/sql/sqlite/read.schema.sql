CREATE TABLE article_attachments (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    file INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    person TEXT NOT NULL,
    revision INTEGER NOT NULL,
    until_revision INTEGER,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL
);

CREATE INDEX article_attachments_by_article ON article_attachments (born);

CREATE INDEX article_attachments_open ON article_attachments (born, file) WHERE rec_to = 9223372036854775807;

CREATE TABLE article_flags (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    flag INTEGER NOT NULL,
    person TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    reason_code TEXT,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL
);

CREATE INDEX article_flags_by_article ON article_flags (born);

CREATE INDEX article_flags_open ON article_flags (born, flag) WHERE rec_to = 9223372036854775807;

CREATE TABLE article_paths (
    institution TEXT NOT NULL,
    path TEXT NOT NULL,
    born INTEGER NOT NULL,
    PRIMARY KEY (institution, path, born)
) WITHOUT ROWID;

CREATE TABLE article_revision_steps (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    step TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    person TEXT NOT NULL,
    reason_code TEXT,
    at INTEGER
);

CREATE INDEX article_revision_steps_by_revision ON article_revision_steps (born, revision);

CREATE TABLE article_revisions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    number INTEGER NOT NULL,
    origin TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    person TEXT NOT NULL,
    on_behalf_of TEXT,
    institution TEXT NOT NULL,
    reason_code TEXT,
    commitment TEXT,
    source_path TEXT,
    source_version TEXT,
    source_time INTEGER,
    causation_id TEXT NOT NULL
);

CREATE INDEX article_revisions_by_number ON article_revisions (born, number);

CREATE TABLE article_tags (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    born INTEGER NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (kind, value, born, rec_from)
) WITHOUT ROWID;

CREATE TABLE article_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    template TEXT,
    latest_revision INTEGER NOT NULL,
    latest_position INTEGER NOT NULL,
    latest_stage TEXT NOT NULL,
    in_review_revision INTEGER,
    approved_revision INTEGER,
    published_revision INTEGER,
    published_position INTEGER,
    lapses_at INTEGER,
    before_revision INTEGER,
    before_position INTEGER,
    scheduled_revision INTEGER,
    scheduled_at INTEGER,
    accountable TEXT,
    steward_person TEXT,
    steward_at INTEGER,
    source_path TEXT,
    source_repository TEXT,
    source_version TEXT,
    behind TEXT,
    applies_from INTEGER,
    applies_until INTEGER,
    next_review_on TEXT,
    open_flags INTEGER NOT NULL,
    successor TEXT,
    end_position INTEGER,
    open_to_all INTEGER NOT NULL,
    classification TEXT,
    audience TEXT,
    section_audiences TEXT
);

CREATE INDEX article_versions_accountable ON article_versions (accountable)
    WHERE rec_to = 9223372036854775807 AND accountable IS NOT NULL;

CREATE INDEX article_versions_by_position ON article_versions (born);

CREATE INDEX article_versions_by_validity ON article_versions (born, valid_from);

CREATE INDEX article_versions_by_version ON article_versions (born, version);

CREATE INDEX article_versions_flagged ON article_versions (born)
    WHERE rec_to = 9223372036854775807 AND open_flags > 0;

CREATE INDEX article_versions_in_review ON article_versions (born)
    WHERE rec_to = 9223372036854775807 AND in_review_revision IS NOT NULL;

CREATE INDEX article_versions_lapsing ON article_versions (lapses_at)
    WHERE rec_to = 9223372036854775807 AND lapses_at IS NOT NULL;

CREATE INDEX article_versions_open ON article_versions (born) WHERE rec_to = 9223372036854775807;

CREATE INDEX article_versions_review ON article_versions (next_review_on)
    WHERE rec_to = 9223372036854775807 AND next_review_on IS NOT NULL;

CREATE INDEX article_versions_scheduled ON article_versions (scheduled_at)
    WHERE rec_to = 9223372036854775807 AND scheduled_at IS NOT NULL;

CREATE INDEX article_versions_steward ON article_versions (steward_person)
    WHERE rec_to = 9223372036854775807 AND steward_person IS NOT NULL;

CREATE TABLE articles (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL
);

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

CREATE INDEX audit_by_causation ON audit_entries (causation_id);

CREATE INDEX audit_by_correlation ON audit_entries (correlation_id);

CREATE INDEX audit_by_institution ON audit_entries (institution);

CREATE INDEX audit_by_institution_time ON audit_entries (institution, occurred_at);

CREATE INDEX audit_by_person ON audit_entries (person);

CREATE INDEX audit_by_person_time ON audit_entries (person, occurred_at);

CREATE INDEX audit_by_reason ON audit_entries (reason_code) WHERE reason_code IS NOT NULL;

CREATE INDEX audit_by_reason_time ON audit_entries (reason_code, occurred_at) WHERE reason_code IS NOT NULL;

CREATE INDEX audit_by_represented ON audit_entries (on_behalf_of) WHERE on_behalf_of IS NOT NULL;

CREATE INDEX audit_by_represented_time ON audit_entries (on_behalf_of, occurred_at) WHERE on_behalf_of IS NOT NULL;

CREATE INDEX audit_by_sender ON audit_entries (sent_by) WHERE sent_by IS NOT NULL;

CREATE INDEX audit_by_stream ON audit_entries (stream);

CREATE INDEX audit_by_time ON audit_entries (occurred_at);

CREATE TABLE audit_links (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    stream TEXT NOT NULL,
    pos_from INTEGER NOT NULL,
    pos_to INTEGER NOT NULL,
    PRIMARY KEY (kind, value, stream, pos_from)
);

CREATE INDEX audit_links_by_stream ON audit_links (stream, kind);

CREATE TABLE audit_mentions (
    person TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (person, position)
) WITHOUT ROWID;

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

CREATE TABLE catalogue_descriptions (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    text_position INTEGER,
    PRIMARY KEY (stream, rec_from, valid_from)
);

CREATE TABLE catalogue_entries (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL
);

CREATE INDEX catalogue_by_code ON catalogue_entries (code, kind);

CREATE TABLE catalogue_presence (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (stream, rec_from, valid_from)
);

CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL,
    root TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    origin TEXT NOT NULL
);

CREATE TABLE citation_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    useful INTEGER,
    rating_position INTEGER,
    withdrawn INTEGER NOT NULL,
    withdrawn_by TEXT,
    reason_code TEXT,
    withdrawn_at INTEGER
);

CREATE INDEX citation_versions_by_position ON citation_versions (born);

CREATE INDEX citation_versions_by_validity ON citation_versions (born, valid_from);

CREATE INDEX citation_versions_open ON citation_versions (born) WHERE rec_to = 9223372036854775807;

CREATE TABLE citations (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    article TEXT NOT NULL,
    revision INTEGER NOT NULL,
    revision_position INTEGER NOT NULL,
    record TEXT,
    person TEXT NOT NULL,
    on_behalf_of TEXT,
    duty TEXT,
    support_level INTEGER,
    used_at INTEGER NOT NULL
);

CREATE INDEX citations_by_article ON citations (article);

CREATE INDEX citations_by_other ON citations (on_behalf_of) WHERE on_behalf_of IS NOT NULL;

CREATE INDEX citations_by_person ON citations (person);

CREATE INDEX citations_by_record ON citations (record) WHERE record IS NOT NULL;

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

CREATE TABLE erasures (
    position INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL
);

CREATE TABLE files_to_delete (
    position INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL
);

CREATE TABLE generation (fingerprint TEXT PRIMARY KEY);

CREATE TABLE glass_breaks (
    position INTEGER PRIMARY KEY,
    until INTEGER NOT NULL, -- position; 9223372036854775807 = it has not ended
    person TEXT NOT NULL,
    recorded_at INTEGER NOT NULL -- microseconds
) STRICT;

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

CREATE TABLE identities (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL
);

CREATE TABLE identity_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    status TEXT NOT NULL,
    person TEXT,
    proposed_by TEXT,
    text_position INTEGER,
    event_id TEXT NOT NULL
);

CREATE INDEX identity_versions_by_person ON identity_versions (person) WHERE person IS NOT NULL;

CREATE INDEX identity_versions_by_position ON identity_versions (born);

CREATE INDEX identity_versions_by_validity ON identity_versions (born, valid_from);

CREATE INDEX identity_versions_open ON identity_versions (born) WHERE rec_to = 9223372036854775807;

CREATE TABLE incident_problem_link_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    state TEXT NOT NULL,
    rule TEXT,
    confidence REAL,
    text_position INTEGER,
    person TEXT NOT NULL,
    on_behalf_of TEXT,
    duty TEXT,
    acting_institution TEXT NOT NULL,
    via TEXT NOT NULL,
    reason_code TEXT,
    occurred_at INTEGER NOT NULL
);

CREATE INDEX incident_problem_link_versions_by_position ON incident_problem_link_versions (born);

CREATE INDEX incident_problem_link_versions_by_validity ON incident_problem_link_versions (born, valid_from);

CREATE INDEX incident_problem_link_versions_open ON incident_problem_link_versions (born) WHERE rec_to = 9223372036854775807;

CREATE TABLE incident_problem_links (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    incident TEXT NOT NULL,
    problem TEXT NOT NULL
);

CREATE INDEX incident_problem_links_by_incident ON incident_problem_links (incident);

CREATE INDEX incident_problem_links_by_problem ON incident_problem_links (problem);

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

CREATE TABLE institutions (
    stream TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    registration_number TEXT,
    position INTEGER NOT NULL,
    state_rules INTEGER NOT NULL
);

CREATE INDEX institutions_by_code ON institutions (code);

CREATE INDEX institutions_by_state_rules ON institutions (code) WHERE state_rules = 1;

CREATE TABLE knowledge_sources (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    position INTEGER NOT NULL,
    repository TEXT NOT NULL
);

CREATE INDEX knowledge_sources_of_institution ON knowledge_sources (institution, stream);

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

CREATE INDEX known_error_versions_considered ON known_error_versions (born)
    WHERE rec_to = 9223372036854775807 AND considered_at IS NOT NULL AND reopening_for IS NULL;

CREATE INDEX known_error_versions_open ON known_error_versions (born) WHERE rec_to = 9223372036854775807;

CREATE INDEX known_error_versions_workaround ON known_error_versions (workaround) WHERE workaround IS NOT NULL;

CREATE TABLE known_errors (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    problem TEXT NOT NULL
);

CREATE INDEX known_errors_by_problem ON known_errors (problem);

CREATE TABLE legal_hold_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    in_force INTEGER NOT NULL,
    cases TEXT NOT NULL
);

CREATE INDEX legal_hold_versions_by_position ON legal_hold_versions (born);

CREATE INDEX legal_hold_versions_by_validity ON legal_hold_versions (born, valid_from);

CREATE INDEX legal_hold_versions_open ON legal_hold_versions (born) WHERE rec_to = 9223372036854775807;

CREATE TABLE legal_holds (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    held TEXT NOT NULL
);

CREATE INDEX legal_holds_by_held ON legal_holds (held);

CREATE TABLE lineage_edges (
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    born INTEGER NOT NULL,
    stream TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    from_origin TEXT,
    from_stream TEXT,
    from_number INTEGER,
    from_at INTEGER,
    file TEXT,
    person TEXT NOT NULL,
    reason_code TEXT,
    occurred_at INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (position, type)
) WITHOUT ROWID;

CREATE INDEX lineage_edges_from ON lineage_edges (from_stream, from_number) WHERE from_stream IS NOT NULL;

CREATE INDEX lineage_edges_of ON lineage_edges (stream, number);

CREATE INDEX lineage_edges_open ON lineage_edges (born, type) WHERE rec_to = 9223372036854775807;

CREATE TABLE lineage_newest (
    stream TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

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

CREATE TABLE person_names (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    text_position INTEGER NOT NULL,
    PRIMARY KEY (stream, rec_from, valid_from)
);

CREATE TABLE person_presence (
    stream TEXT NOT NULL,
    rec_from INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (stream, rec_from, valid_from)
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

CREATE TABLE persons (
    stream TEXT PRIMARY KEY,
    institution TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT,
    position INTEGER NOT NULL
);

CREATE INDEX persons_by_position ON persons (position);

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

CREATE TABLE recorded_times (
    recorded_at INTEGER PRIMARY KEY,
    position INTEGER NOT NULL
);

CREATE TABLE service_record_versions (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    version INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    text_position INTEGER,
    row INTEGER,
    facts TEXT,
    state TEXT,
    phase TEXT,
    deviation TEXT,
    service TEXT,
    resource TEXT,
    priority INTEGER,
    major INTEGER,
    support_level INTEGER,
    support_channel TEXT,
    team TEXT,
    assignee TEXT,
    opened_at INTEGER,
    restored_at INTEGER,
    resolved_at INTEGER,
    closed_at INTEGER,
    problem TEXT,
    caused_by_change TEXT,
    resolved_by_change TEXT,
    parent TEXT,
    duplicate_of TEXT
);

CREATE INDEX service_record_versions_assignee ON service_record_versions (assignee)
    WHERE rec_to = 9223372036854775807 AND assignee IS NOT NULL;

CREATE INDEX service_record_versions_by_position ON service_record_versions (born);

CREATE INDEX service_record_versions_by_validity ON service_record_versions (born, valid_from);

CREATE INDEX service_record_versions_days_open ON service_record_versions (born, phase, service, position, rec_to, valid_from, valid_to)
    WHERE phase = 'open';

CREATE INDEX service_record_versions_open ON service_record_versions (born) WHERE rec_to = 9223372036854775807;

CREATE INDEX service_record_versions_parent ON service_record_versions (parent)
    WHERE rec_to = 9223372036854775807 AND parent IS NOT NULL;

CREATE INDEX service_record_versions_problem ON service_record_versions (problem)
    WHERE rec_to = 9223372036854775807 AND problem IS NOT NULL;

CREATE INDEX service_record_versions_resource ON service_record_versions (resource)
    WHERE rec_to = 9223372036854775807 AND resource IS NOT NULL;

CREATE INDEX service_record_versions_service ON service_record_versions (service)
    WHERE rec_to = 9223372036854775807 AND service IS NOT NULL;

CREATE INDEX service_record_versions_team ON service_record_versions (team) WHERE rec_to = 9223372036854775807 AND team IS NOT NULL;

CREATE INDEX service_record_versions_unclassified ON service_record_versions (born)
    WHERE rec_to = 9223372036854775807 AND phase = 'open' AND service IS NULL;

CREATE TABLE service_records (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    system TEXT,
    kind TEXT NOT NULL,
    number TEXT NOT NULL
);

CREATE INDEX service_records_by_number ON service_records (number);

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
