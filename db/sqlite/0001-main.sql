-- Who asks, and what.
CREATE TABLE organisations (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, accent TEXT NOT NULL, demo INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE surveys (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisations, draft TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX surveys_of_organisation ON surveys (organisation);

CREATE TABLE questionnaires (
  survey TEXT NOT NULL REFERENCES surveys, number INTEGER NOT NULL, content TEXT NOT NULL,
  issued_at TEXT NOT NULL, issued_by TEXT NOT NULL, PRIMARY KEY (survey, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE closings (
  survey TEXT PRIMARY KEY REFERENCES surveys, closed_at TEXT NOT NULL, closed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One person's sending each. The key is a hash of the sender's id: nothing orders the rows.
CREATE TABLE responses (
  survey TEXT NOT NULL, id BLOB NOT NULL, questionnaire INTEGER NOT NULL, site TEXT NOT NULL,
  channel TEXT NOT NULL, language TEXT NOT NULL, date TEXT NOT NULL, answers TEXT NOT NULL,
  checksum INTEGER NOT NULL, PRIMARY KEY (survey, id)
) STRICT, WITHOUT ROWID;

-- Counts of one question at one site, by how far they have come towards readers: a cell is
-- [filling batch, held batch, shown]. Texts wait here until their batch is shown.
CREATE TABLE tallies (
  survey TEXT NOT NULL, site TEXT NOT NULL, question TEXT NOT NULL, cells TEXT NOT NULL,
  waiting TEXT NOT NULL, PRIMARY KEY (survey, site, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE participation (
  survey TEXT NOT NULL, site TEXT NOT NULL, channel TEXT NOT NULL, language TEXT NOT NULL,
  date TEXT NOT NULL, responses INTEGER NOT NULL,
  PRIMARY KEY (survey, site, channel, language, date)
) STRICT, WITHOUT ROWID;

-- Texts that readers may see, apart from their responses: a row a batch (a JSON list), under a
-- random key.
CREATE TABLE texts (
  survey TEXT NOT NULL, question TEXT NOT NULL, site TEXT NOT NULL, id BLOB NOT NULL,
  texts TEXT NOT NULL, PRIMARY KEY (survey, question, site, id)
) STRICT, WITHOUT ROWID;

-- The final release of a survey; once it stands, nothing more is counted.
CREATE TABLE releases (
  survey TEXT PRIMARY KEY REFERENCES surveys, body TEXT NOT NULL, released_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Office people. Secrets are stored hashed only.
CREATE TABLE users (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisations,
  email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  token BLOB PRIMARY KEY, user TEXT NOT NULL REFERENCES users,
  started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE welcomes (
  organisation TEXT PRIMARY KEY REFERENCES organisations, code BLOB NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  token BLOB PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisations,
  scope TEXT NOT NULL, made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
