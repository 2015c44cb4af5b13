-- Tablets of the kiosk. Codes and tokens are stored hashed only; the report is the last heartbeat.
CREATE TABLE devices (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisations, site TEXT NOT NULL,
  name TEXT NOT NULL, added_at TEXT NOT NULL, pin TEXT NOT NULL, code BLOB UNIQUE,
  code_until INTEGER, used_code BLOB, token BLOB UNIQUE, enrolled_at TEXT, revoked_at TEXT,
  seen_at INTEGER, report TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_of_organisation ON devices (organisation);

-- Answers of a tablet that were not taken, by a hash of their random id, so that one that is sent
-- again is counted once.
CREATE TABLE refusals (
  device TEXT NOT NULL REFERENCES devices ON DELETE CASCADE, id BLOB NOT NULL,
  PRIMARY KEY (device, id)
) STRICT, WITHOUT ROWID;

-- What tablets seal answers with. The private part is encrypted with the installation's secret.
CREATE TABLE sealing_keys (
  id TEXT PRIMARY KEY, made_at INTEGER NOT NULL, public_key TEXT NOT NULL,
  private_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
