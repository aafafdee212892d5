-- Who may use the server. Of passwords, sessions and tokens only hashes are kept. Times are UTC in ISO 8601.
CREATE TABLE account (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'reviewer', 'admin')),
    password TEXT NOT NULL,
    created TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    last_login TEXT
);

CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (name),
    created TEXT NOT NULL,
    used TEXT NOT NULL
);

CREATE INDEX session_account ON session (account);

CREATE TABLE token (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (name),
    role TEXT NOT NULL CHECK (role IN ('viewer', 'reviewer', 'admin')),
    created TEXT NOT NULL,
    expires TEXT,
    last_use TEXT
);

CREATE TABLE login (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    outcome TEXT NOT NULL
);

UPDATE book SET schema_version = 3;
