-- When whoever ran the server wrote without signing in: from the position at which the glass was broken to the one at which that ended.
CREATE TABLE glass_breaks (
    position INTEGER PRIMARY KEY,
    until INTEGER NOT NULL, -- position; 9223372036854775807 = it has not ended
    person TEXT NOT NULL,
    recorded_at INTEGER NOT NULL -- microseconds
) STRICT;
