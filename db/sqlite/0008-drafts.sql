-- The draft as it was given (a survey file's tree), also incomplete or faulty, and how often it
-- was edited. Marks hold the source text that each translation was last right for.
CREATE TABLE drafts (
  survey TEXT PRIMARY KEY REFERENCES surveys, tree TEXT NOT NULL, marks TEXT NOT NULL,
  revision INTEGER NOT NULL, edited_by TEXT NOT NULL, edited_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO drafts SELECT id, coalesce(draft -> '$.tree', 'null'), '{}', 1, '', '' FROM surveys;
