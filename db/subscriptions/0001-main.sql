-- Who wants to be told of results. A file of its own, so that nothing here can be read beside a
-- response: no key, time or order in common. Keys are random, rows have no order.

-- The address is locked with the installation's secret; `mark` is a keyed hash of survey and
-- address, which makes it one row. Who has confirmed has no day any more.
CREATE TABLE subscriptions (
  id BLOB PRIMARY KEY, mark BLOB NOT NULL UNIQUE, survey TEXT NOT NULL, address TEXT NOT NULL,
  language TEXT NOT NULL, asked_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX subscriptions_by_survey ON subscriptions (survey, id);

-- How many letters someone has had sent to an address that day, by a keyed hash that is another
-- the next day.
CREATE TABLE askings (
  day TEXT NOT NULL, mark BLOB NOT NULL, letters INTEGER NOT NULL, PRIMARY KEY (day, mark)
) STRICT, WITHOUT ROWID;

-- What subscribers are told. `told` is the last subscription that has its letter; without words
-- every one has, and the row only knows that it was told.
CREATE TABLE news (
  id TEXT PRIMARY KEY, survey TEXT NOT NULL, words TEXT, told BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Letters that wait; without news it is the one that asks whether the address is right.
CREATE TABLE letters (
  subscription BLOB NOT NULL REFERENCES subscriptions ON DELETE CASCADE, news TEXT NOT NULL,
  id BLOB NOT NULL, due_at INTEGER NOT NULL, until INTEGER NOT NULL, tries INTEGER NOT NULL,
  refusals INTEGER NOT NULL, PRIMARY KEY (subscription, news)
) STRICT, WITHOUT ROWID;
CREATE INDEX letters_by_due ON letters (due_at, news);
CREATE INDEX letters_by_news ON letters (news);

-- Surveys of which the office has said that no more letters come.
CREATE TABLE endings (survey TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
