-- Who may use the server. Times are milliseconds since 1970, in UTC; of ids and secrets only SHA-256 digests are kept,
-- of passwords strings in PHC form. No part of the journal: nothing here is chained or derived.
CREATE TABLE account (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'reviewer', 'admin')),
    password TEXT NOT NULL,
    created_millis INTEGER NOT NULL,
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    password_changed_millis INTEGER NOT NULL,
    last_login_millis INTEGER
) STRICT;

CREATE TABLE session (
    digest TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (name),
    created_millis INTEGER NOT NULL,
    used_millis INTEGER NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL
) STRICT;

CREATE INDEX session_account ON session (account);

-- expires is the last day on which the token may be used, as in 2027-01-31.
CREATE TABLE token (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (name),
    role TEXT NOT NULL CHECK (role IN ('viewer', 'reviewer', 'admin')),
    created_millis INTEGER NOT NULL,
    expires TEXT,
    used_millis INTEGER,
    removed_millis INTEGER
) STRICT;

CREATE INDEX token_owner ON token (owner);

CREATE TABLE login (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at_millis INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    outcome TEXT NOT NULL
) STRICT;

UPDATE book SET schema_version = 3;
