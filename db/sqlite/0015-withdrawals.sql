-- Responses that their authors took back, by key: the same sending again does not bring them back.
CREATE TABLE withdrawals (
  survey TEXT NOT NULL, id BLOB NOT NULL, PRIMARY KEY (survey, id)
) STRICT, WITHOUT ROWID;
