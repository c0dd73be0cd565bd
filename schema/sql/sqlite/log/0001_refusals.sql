-- What was refused, and who was there last. No part of the ledger and not made from it: nobody's act, and kept for a time only.
CREATE TABLE refusals (
    id INTEGER PRIMARY KEY,
    minute INTEGER NOT NULL, -- minutes since 1970; the same within one is a row
    person TEXT NOT NULL, -- pseudonym; empty = nobody signed in
    action TEXT NOT NULL, -- mutation, import or request
    code TEXT NOT NULL,
    stream TEXT NOT NULL, -- empty = none is known
    institution TEXT NOT NULL, -- empty = none is known
    times INTEGER NOT NULL,
    first_at INTEGER NOT NULL, -- microseconds
    last_at INTEGER NOT NULL, -- microseconds
    UNIQUE (minute, person, action, code, stream, institution)
) STRICT;

CREATE TABLE last_uses (
    person TEXT PRIMARY KEY, -- pseudonym
    at INTEGER NOT NULL -- microseconds
) STRICT, WITHOUT ROWID;
