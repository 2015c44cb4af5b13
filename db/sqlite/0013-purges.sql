-- Raw responses deleted as promised: the protocol of it, which stays. Rows still go while
-- `erased_at` is empty; `pages` is how many pages the database shrank by.
CREATE TABLE purges (
  survey TEXT PRIMARY KEY REFERENCES surveys, purged_on TEXT NOT NULL, retain_until TEXT NOT NULL,
  decision TEXT NOT NULL, way TEXT NOT NULL, reason TEXT, responses INTEGER NOT NULL,
  texts INTEGER NOT NULL, erased_at TEXT, pages INTEGER
) STRICT, WITHOUT ROWID;

-- Which warning the office has had of which day of deletion.
CREATE TABLE purge_warnings (
  survey TEXT NOT NULL REFERENCES surveys, retain_until TEXT NOT NULL, days INTEGER NOT NULL,
  PRIMARY KEY (survey, retain_until, days)
) STRICT, WITHOUT ROWID;

-- Local dates on which single responses were deleted whose traces are still to be overwritten.
CREATE TABLE owed_erasures (since TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
