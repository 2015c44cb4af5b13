-- What is being prepared for the public, as it was last saved.
CREATE TABLE publication_drafts (
  survey TEXT PRIMARY KEY REFERENCES surveys, revision INTEGER NOT NULL, edition TEXT NOT NULL,
  saved_by TEXT NOT NULL, saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Each publishing, amending and withdrawing; the newest says how results stand. The edition is
-- what was picked then (absent where results were withdrawn), the note says why it changed.
CREATE TABLE publications (
  survey TEXT NOT NULL REFERENCES surveys, number INTEGER NOT NULL, what TEXT NOT NULL,
  edition TEXT, note TEXT NOT NULL, "by" TEXT NOT NULL, "at" TEXT NOT NULL,
  PRIMARY KEY (survey, number)
) STRICT, WITHOUT ROWID;

-- "You said, we did", in all its versions.
CREATE TABLE undertakings (
  survey TEXT NOT NULL REFERENCES surveys, id TEXT NOT NULL, version INTEGER NOT NULL,
  body TEXT NOT NULL, "by" TEXT NOT NULL, "at" TEXT NOT NULL, PRIMARY KEY (survey, id, version)
) STRICT, WITHOUT ROWID;
