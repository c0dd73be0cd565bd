-- Edges from an article's revision to an exact version of another: the six relations, and adopted, successor and instead.
CREATE TABLE article_relations (
    position INTEGER PRIMARY KEY,
    born INTEGER NOT NULL,
    article TEXT NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    target_origin TEXT,
    target_article TEXT NOT NULL,
    target_revision INTEGER NOT NULL,
    target_position INTEGER NOT NULL,
    person TEXT NOT NULL,
    reason_code TEXT,
    occurred_at INTEGER NOT NULL,
    rec_to INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL
);
CREATE INDEX article_relations_by_source ON article_relations (article, revision);
CREATE INDEX article_relations_by_target ON article_relations (target_article, target_revision);
CREATE INDEX article_relations_open ON article_relations (born, target_article) WHERE rec_to = 9223372036854775807;
