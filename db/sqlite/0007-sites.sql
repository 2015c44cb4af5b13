-- The organisation's register of sites. Names of other languages (JSON) only where they differ.
CREATE TABLE sites (
  organisation TEXT NOT NULL REFERENCES organisations, id TEXT NOT NULL, name TEXT NOT NULL,
  names TEXT NOT NULL, listed INTEGER, counted_on TEXT, site_group TEXT, retired_at TEXT,
  PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE site_groups (
  organisation TEXT NOT NULL REFERENCES organisations, id TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;

-- Files of sites that wait for a yes; once it is given, only what came of it stays.
CREATE TABLE site_files (
  id TEXT PRIMARY KEY, organisation TEXT NOT NULL REFERENCES organisations,
  held_at TEXT NOT NULL, text TEXT NOT NULL, encoding TEXT NOT NULL, outcome TEXT
) STRICT, WITHOUT ROWID;

-- Sites that surveys have had so far: as issued, before those of drafts.
INSERT OR IGNORE INTO sites (organisation, id, name, names, listed)
SELECT surveys.organisation, site.value ->> '$.id',
  coalesce((SELECT value FROM json_each(site.value, '$.name') LIMIT 1), site.value ->> '$.id'),
  coalesce(site.value -> '$.name', '{}'), site.value ->> '$.listed'
FROM surveys
JOIN (
  SELECT survey, content, number FROM questionnaires
  UNION ALL SELECT id, draft -> '$.content', 0 FROM surveys
) AS versions ON versions.survey = surveys.id
JOIN json_each(versions.content, '$.sites') AS site
WHERE coalesce(site.value ->> '$.id', '') <> ''
ORDER BY versions.number DESC;

-- An organisation's logo: its twin beside the row says what it is, without its bytes.
ALTER TABLE organisations ADD COLUMN logo TEXT;
CREATE TABLE logos (
  organisation TEXT PRIMARY KEY REFERENCES organisations, hash TEXT NOT NULL UNIQUE,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
