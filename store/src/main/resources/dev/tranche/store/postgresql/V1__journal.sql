-- The journal. An entry is never changed; hash is SHA-256 over number, added_at, prev_hash and digest,
-- digest is SHA-256 over payload (see Chain.java).
CREATE TABLE book (
    schema_version BIGINT NOT NULL
);

INSERT INTO book (schema_version) VALUES (1);

CREATE TABLE entry (
    number BIGINT PRIMARY KEY,
    added_at TEXT NOT NULL,
    payload TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE FUNCTION entry_is_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is only ever added to';
END
$$;

CREATE TRIGGER entry_is_not_updated BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION entry_is_not_changed();

CREATE FUNCTION entry_is_the_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number IS DISTINCT FROM (SELECT coalesce(max(number), 0) + 1 FROM entry)
        OR NEW.prev_hash IS DISTINCT FROM coalesce((SELECT hash FROM entry ORDER BY number DESC LIMIT 1), '') THEN
        RAISE EXCEPTION 'the journal is only ever added to at its end';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER entry_is_the_next BEFORE INSERT ON entry
    FOR EACH ROW EXECUTE FUNCTION entry_is_the_next();
