-- An address may have an account in several organisations, none of which hears of another: what is
-- unique is the address within one. SQLite cannot loosen a table, so its rows move to a new one.
CREATE TABLE people (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisations, email TEXT NOT NULL,
  name TEXT NOT NULL, password TEXT NOT NULL, role TEXT NOT NULL, sites TEXT NOT NULL,
  suspended_at TEXT, seen_on TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO people
  SELECT id, organisation, email, name, password, role, sites, suspended_at, seen_on FROM users;
CREATE TEMP TABLE open_sessions AS SELECT * FROM sessions;
DELETE FROM sessions;
DROP TABLE users;
ALTER TABLE people RENAME TO users;
INSERT INTO sessions SELECT * FROM open_sessions;
DROP TABLE open_sessions;
CREATE UNIQUE INDEX users_of_organisation ON users (organisation, email);
CREATE INDEX users_by_email ON users (email);

-- Letters that wait to be sent. They name things by ids: words, addresses and one-time links are
-- made when they are sent. A row goes when it has been sent or is over.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY, letter TEXT NOT NULL, language TEXT NOT NULL, due_at INTEGER NOT NULL,
  until INTEGER NOT NULL, tries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_by_due ON outbox (due_at);

-- One-time links to a new password, hashed; a newer one takes the place of the one before.
CREATE TABLE resets (
  user TEXT PRIMARY KEY REFERENCES users, code BLOB NOT NULL UNIQUE, code_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Networks that someone has signed in from: two bytes of a keyed hash, enough to know one again
-- and too little to tell which it was.
CREATE TABLE networks (
  user TEXT NOT NULL REFERENCES users, mark BLOB NOT NULL, seen_on TEXT NOT NULL,
  PRIMARY KEY (user, mark)
) STRICT, WITHOUT ROWID;
