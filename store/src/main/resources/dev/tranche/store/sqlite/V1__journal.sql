-- The journal. An entry is never changed; hash is SHA-256 over number, added_at, prev_hash and digest,
-- digest is SHA-256 over payload (see Chain.java).
CREATE TABLE book (
    schema_version INTEGER NOT NULL
) STRICT;

INSERT INTO book (schema_version) VALUES (1);

CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    added_at TEXT NOT NULL,
    payload TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER entry_is_not_updated BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'the journal is only ever added to');
END;

CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'the journal is only ever added to');
END;

-- Also keeps INSERT OR REPLACE from removing an entry.
CREATE TRIGGER entry_is_the_next BEFORE INSERT ON entry
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entry)
    OR NEW.prev_hash IS NOT coalesce((SELECT hash FROM entry ORDER BY number DESC LIMIT 1), '')
    OR EXISTS (SELECT 1 FROM entry WHERE digest = NEW.digest)
BEGIN
    SELECT RAISE(ABORT, 'the journal is only ever added to at its end');
END;
