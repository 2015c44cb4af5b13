-- What people of the office may, and where (a JSON list of sites; empty is all). Those who were
-- there before had no limits.
ALTER TABLE users ADD COLUMN role TEXT NOT NULL DEFAULT 'administrator';
ALTER TABLE users ADD COLUMN sites TEXT NOT NULL DEFAULT '[]';
ALTER TABLE users ADD COLUMN suspended_at TEXT;
ALTER TABLE users ADD COLUMN seen_on TEXT;

-- People who have been removed: the name alone, for the audit log.
CREATE TABLE former_users (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisations, name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The id becomes the user's. The code is stored hashed only.
CREATE TABLE invites (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisations,
  code BLOB NOT NULL UNIQUE, code_until INTEGER NOT NULL, email TEXT NOT NULL,
  name TEXT NOT NULL, role TEXT NOT NULL, sites TEXT NOT NULL, invited_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX invites_of_organisation ON invites (organisation, email);

-- An id that may be shown. Where from is not stored.
ALTER TABLE sessions ADD COLUMN id TEXT NOT NULL DEFAULT '';
UPDATE sessions SET id = lower(hex(randomblob(16)));
CREATE UNIQUE INDEX sessions_by_id ON sessions (id);
CREATE INDEX sessions_of_user ON sessions (user);

-- Who did what to which object when, numbered without gaps for each organisation.
CREATE TABLE audit (
  organisation TEXT NOT NULL REFERENCES organisations, number INTEGER NOT NULL,
  at TEXT NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL, object TEXT NOT NULL,
  PRIMARY KEY (organisation, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

-- INSERT OR REPLACE would pass by the one above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN NEW.number <> (
  SELECT coalesce(max(number), 0) + 1 FROM audit WHERE organisation = NEW.organisation
)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
