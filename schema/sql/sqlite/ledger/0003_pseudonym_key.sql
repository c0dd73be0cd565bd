-- Persons are streams of the ledger. Of those whom sources know, the streams are found again by a key: whoever lacks it cannot tell whom a
-- pseudonym names.
DROP TABLE directory_sum;
DROP TABLE persons;

CREATE TABLE pseudonym_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL
);
