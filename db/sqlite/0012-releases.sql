-- A final release is numbered and signed with a SHA-256 over its canonical JSON; one from before
-- there were hashes has none. `came` is why no tablet was waited for any more.
ALTER TABLE releases ADD COLUMN number INTEGER NOT NULL DEFAULT 1;
ALTER TABLE releases ADD COLUMN hash TEXT;
ALTER TABLE releases ADD COLUMN came TEXT;

-- Final releases that nobody was in, which went when their survey was opened again: the next one
-- counts on from them.
CREATE TABLE empty_releases (
  survey TEXT NOT NULL REFERENCES surveys, number INTEGER NOT NULL, hash TEXT,
  released_at TEXT NOT NULL, PRIMARY KEY (survey, number)
) STRICT, WITHOUT ROWID;
