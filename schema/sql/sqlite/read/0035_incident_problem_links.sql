-- A link of an incident and a problem is known by the position of its first event.
CREATE TABLE incident_problem_links (
    born INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    institution TEXT NOT NULL,
    incident TEXT NOT NULL,
    problem TEXT NOT NULL
);
CREATE INDEX incident_problem_links_by_incident ON incident_problem_links (incident);
CREATE INDEX incident_problem_links_by_problem ON incident_problem_links (problem);

-- One row per version of the stream, as in 0010_articles.sql: each is a step that somebody took.
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
