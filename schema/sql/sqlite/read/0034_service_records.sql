-- A record of the request management system is known by the position of its first event.
CREATE TABLE service_records (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    system TEXT,
    kind TEXT NOT NULL,
    number TEXT NOT NULL
);
CREATE INDEX service_records_by_number ON service_records (number);

-- One row per version of the stream, as in 0010_articles.sql. All facts are in facts; what lists are narrowed by is a column as well.
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
CREATE INDEX service_record_versions_by_position ON service_record_versions (born);
CREATE INDEX service_record_versions_by_validity ON service_record_versions (born, valid_from);
CREATE INDEX service_record_versions_open ON service_record_versions (born) WHERE rec_to = 9223372036854775807;
CREATE INDEX service_record_versions_service ON service_record_versions (service)
    WHERE rec_to = 9223372036854775807 AND service IS NOT NULL;
CREATE INDEX service_record_versions_resource ON service_record_versions (resource)
    WHERE rec_to = 9223372036854775807 AND resource IS NOT NULL;
CREATE INDEX service_record_versions_team ON service_record_versions (team) WHERE rec_to = 9223372036854775807 AND team IS NOT NULL;
CREATE INDEX service_record_versions_assignee ON service_record_versions (assignee)
    WHERE rec_to = 9223372036854775807 AND assignee IS NOT NULL;
CREATE INDEX service_record_versions_problem ON service_record_versions (problem)
    WHERE rec_to = 9223372036854775807 AND problem IS NOT NULL;
CREATE INDEX service_record_versions_parent ON service_record_versions (parent)
    WHERE rec_to = 9223372036854775807 AND parent IS NOT NULL;
CREATE INDEX service_record_versions_unclassified ON service_record_versions (born)
    WHERE rec_to = 9223372036854775807 AND phase = 'open' AND service IS NULL;

-- All that the days without a service are counted from.
CREATE INDEX service_record_versions_days_open ON service_record_versions (born, phase, service, position, rec_to, valid_from, valid_to)
    WHERE phase = 'open';
