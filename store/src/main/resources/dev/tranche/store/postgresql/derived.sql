DROP TABLE IF EXISTS report;

DROP TABLE IF EXISTS withdrawal;

DROP TABLE IF EXISTS report_words;

CREATE TABLE report (
    entry BIGINT PRIMARY KEY,
    id TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE
);

CREATE TABLE withdrawal (
    entry BIGINT PRIMARY KEY,
    report TEXT NOT NULL
);

CREATE INDEX withdrawal_report ON withdrawal (report);

CREATE TABLE report_words (
    entry BIGINT PRIMARY KEY,
    words TSVECTOR NOT NULL
);

CREATE INDEX report_words_words ON report_words USING gin (words);
