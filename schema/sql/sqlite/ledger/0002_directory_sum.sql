-- One row: how many persons there are and the sum of their hashes, so that a row changed beside the program shows.
CREATE TABLE directory_sum (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    persons INTEGER NOT NULL,
    sum BLOB NOT NULL
);

INSERT INTO directory_sum (id, persons, sum)
SELECT 1, count(*), directory_sum_of(id, institution, source, subject, name, email) FROM persons;
