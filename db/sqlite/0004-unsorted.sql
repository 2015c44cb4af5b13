-- Responses of a burst, kept and not yet sorted into their table: a row a batch (a JSON list in
-- order of key), under a random key.
CREATE TABLE unsorted (id BLOB PRIMARY KEY, responses TEXT NOT NULL) STRICT, WITHOUT ROWID;
