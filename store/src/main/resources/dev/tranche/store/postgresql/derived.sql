DROP TABLE IF EXISTS report;

DROP TABLE IF EXISTS withdrawal;

DROP TABLE IF EXISTS decision;

DROP TABLE IF EXISTS last_word;

DROP TABLE IF EXISTS report_words;

DROP TABLE IF EXISTS lean_reading;

DROP TABLE IF EXISTS ledger_entry;

DROP TABLE IF EXISTS tie;

-- part_key: the key of a text that shares its id with another. recall_name: the name by which its agency withdraws it, or
-- nothing. reader: the latest that read it.
CREATE TABLE report (
    entry BIGINT PRIMARY KEY,
    id TEXT NOT NULL,
    part_key TEXT NOT NULL,
    recall_name TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    reader TEXT NOT NULL
);

CREATE INDEX report_id ON report (id);

-- The entries that take reports back, bring them back, or undo decisions.
CREATE TABLE decision (
    entry BIGINT PRIMARY KEY
);

-- What these come to: the last word on each report, named by its id, its key or that of its agency; later words have higher numbers.
CREATE TABLE last_word (
    report TEXT PRIMARY KEY,
    number BIGINT NOT NULL,
    withdrawn INTEGER NOT NULL
);

CREATE TABLE report_words (
    entry BIGINT PRIMARY KEY,
    words TSVECTOR NOT NULL
);

CREATE INDEX report_words_words ON report_words USING gin (words);

-- Readings without their texts, by the version of their bytes, as Base64; a book is opened from these.
CREATE TABLE lean_reading (
    entry BIGINT PRIMARY KEY,
    version TEXT NOT NULL,
    reading TEXT NOT NULL
);

-- The entries on which the ledger depends whatever else is in the journal: readings with sums, and all that are no readings.
CREATE TABLE ledger_entry (
    entry BIGINT PRIMARY KEY
);

-- What ties entries to one another, as hashes: the ledger also depends on entries that are tied to one of its own, and so on.
CREATE TABLE tie (
    name BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    PRIMARY KEY (name, entry)
);

CREATE INDEX tie_entry ON tie (entry);

-- A re-reading of the book that is under way: the version of its readings, and the last reading that it has read again.
-- It is kept when the other tables are rebuilt; without it, an interrupted re-reading starts from the beginning.
CREATE TABLE IF NOT EXISTS rereading (
    version TEXT NOT NULL,
    through BIGINT NOT NULL
);
