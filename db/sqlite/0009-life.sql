-- What was done with a survey by hand: opened, paused, resumed, closed, reopened, archived. `until`
-- is a pause's last local date, or the instant until which a closing can be taken back.
CREATE TABLE moves (
  survey TEXT NOT NULL REFERENCES surveys, number INTEGER NOT NULL, what TEXT NOT NULL,
  by TEXT NOT NULL, at TEXT NOT NULL, until TEXT, PRIMARY KEY (survey, number)
) STRICT, WITHOUT ROWID;

-- A colleague has read this revision of a draft and finds it right.
CREATE TABLE approvals (
  survey TEXT NOT NULL REFERENCES surveys, revision INTEGER NOT NULL, by TEXT NOT NULL,
  at TEXT NOT NULL, PRIMARY KEY (survey, revision, by)
) STRICT, WITHOUT ROWID;

-- Names the sending of the form that made a draft, so that the same form twice is one.
ALTER TABLE drafts ADD COLUMN once TEXT;
CREATE UNIQUE INDEX drafts_by_form ON drafts (once);
