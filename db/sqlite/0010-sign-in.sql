-- Ways into the office besides the password. What is a person's goes with the person.

-- How someone signed in: `password` (and code, where there is one), `passkey` or `provider`.
ALTER TABLE sessions ADD COLUMN way TEXT NOT NULL DEFAULT 'password';

-- The password was right, and the code is still to come.
CREATE TABLE half_sessions (
  token BLOB PRIMARY KEY, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
  until INTEGER NOT NULL, tries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER half_sessions_end AFTER UPDATE OF password, suspended_at ON users
BEGIN DELETE FROM half_sessions WHERE user = NEW.id; END;

-- The secret is encrypted. Codes of the step that was used last, and of those before it, are void.
CREATE TABLE second_factors (
  user TEXT PRIMARY KEY REFERENCES users ON DELETE CASCADE, secret TEXT NOT NULL,
  step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Hashed; a used one is deleted.
CREATE TABLE recovery_codes (
  user TEXT NOT NULL REFERENCES second_factors ON DELETE CASCADE, code BLOB NOT NULL,
  PRIMARY KEY (user, code)
) STRICT, WITHOUT ROWID;

-- Organisations in which a password alone is not enough.
CREATE TABLE second_factor_demands (
  organisation TEXT PRIMARY KEY REFERENCES organisations, demanded_at TEXT NOT NULL,
  demanded_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE passkeys (
  id TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE, name TEXT NOT NULL,
  public_key BLOB NOT NULL, counter INTEGER NOT NULL, transports TEXT NOT NULL,
  added_at TEXT NOT NULL, used_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_of_user ON passkeys (user);

-- What a browser has begun and may end once. The token is hashed; the browser has it in a cookie.
CREATE TABLE errands (
  token BLOB PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- An organisation's own service for signing in. The secret is encrypted; `mapping` is a JSON list.
CREATE TABLE providers (
  organisation TEXT PRIMARY KEY REFERENCES organisations, issuer TEXT NOT NULL,
  client_id TEXT NOT NULL, secret TEXT, claim TEXT NOT NULL, mapping TEXT NOT NULL,
  passwords INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who someone is at a provider.
CREATE TABLE identities (
  organisation TEXT NOT NULL REFERENCES organisations, issuer TEXT NOT NULL,
  subject TEXT NOT NULL, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
  PRIMARY KEY (organisation, issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_of_user ON identities (user);
