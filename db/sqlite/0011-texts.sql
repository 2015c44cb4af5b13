-- What people of the office do about released texts. A text's id is a hash of its batch's key and
-- its place there: it tells neither which texts came together nor in which order.
CREATE TABLE hidings (
  survey TEXT NOT NULL, text TEXT NOT NULL, question TEXT NOT NULL, site TEXT NOT NULL,
  reason TEXT NOT NULL, hidden_by TEXT NOT NULL, hidden_at TEXT NOT NULL,
  PRIMARY KEY (survey, text)
) STRICT, WITHOUT ROWID;

-- Passages that nobody reads any more, by their place in the text.
CREATE TABLE maskings (
  survey TEXT NOT NULL, text TEXT NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
  masked_by TEXT NOT NULL, masked_at TEXT NOT NULL, PRIMARY KEY (survey, text, begins)
) STRICT, WITHOUT ROWID;

-- The codebook of a survey, in order of place.
CREATE TABLE themes (
  survey TEXT NOT NULL REFERENCES surveys, id TEXT NOT NULL, name TEXT NOT NULL,
  description TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (survey, id)
) STRICT, WITHOUT ROWID;

-- The themes (a JSON list, possibly empty) that one person gave a text; each person's own.
CREATE TABLE codings (
  survey TEXT NOT NULL, text TEXT NOT NULL, coder TEXT NOT NULL, themes TEXT NOT NULL,
  coded_at TEXT NOT NULL, PRIMARY KEY (survey, text, coder)
) STRICT, WITHOUT ROWID;
