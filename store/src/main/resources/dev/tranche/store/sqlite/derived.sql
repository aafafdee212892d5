DROP TABLE IF EXISTS report;

DROP TABLE IF EXISTS withdrawal;

DROP TABLE IF EXISTS report_words;

CREATE TABLE report (
    entry INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE withdrawal (
    entry INTEGER PRIMARY KEY,
    report TEXT NOT NULL
) STRICT;

CREATE INDEX withdrawal_report ON withdrawal (report);

CREATE VIRTUAL TABLE report_words USING fts5(
    title, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
