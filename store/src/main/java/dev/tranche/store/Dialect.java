package dev.tranche.store;

import java.util.function.Function;

/**
 * The SQL that differs between databases; everything else is the same text for both.
 *
 * @param folder where the migrations and the derived tables are among the resources
 * @param tables lists the tables at the book's address
 * @param snapshot begins a read-only transaction in which every statement sees the same state
 * @param lock keeps other writers out until the end of the transaction; empty if starting it does so
 * @param lockAccounts keeps out others who change accounts, until the end of the transaction; empty if starting it does
 *     so
 * @param hurry from now on, waits only briefly for other writers
 * @param calm waits for other writers as usual again
 * @param insertWords adds the words of a report to the search: entry, title, text
 * @param findReports finds entries of reports, best first: query, limit
 * @param query writes a search in the database's own form
 */
record Dialect(
        String folder,
        String tables,
        String snapshot,
        String lock,
        String lockAccounts,
        String hurry,
        String calm,
        String insertWords,
        String findReports,
        Function<SearchWords, String> query) {

    static final Dialect SQLITE = new Dialect(
            "sqlite",
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
            "BEGIN",
            "",
            "",
            "PRAGMA busy_timeout = 200",
            "PRAGMA busy_timeout = " + Connections.BUSY_MILLIS,
            "INSERT INTO report_words (rowid, title, body) VALUES (?, ?, ?)",
            """
            SELECT report.entry FROM report_words JOIN report ON report.entry = report_words.rowid
            WHERE report_words MATCH ?
                AND coalesce((
                    SELECT withdrawn FROM last_word WHERE last_word.report IN (report.id, report.part_key, report.recall_name)
                    ORDER BY number DESC LIMIT 1), 0) = 0
            ORDER BY bm25(report_words, 5.0, 1.0), report.entry
            LIMIT ?
            """,
            SearchWords::fts5);

    static final Dialect POSTGRESQL = new Dialect(
            "postgresql",
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()",
            "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            "LOCK TABLE book IN EXCLUSIVE MODE",
            "LOCK TABLE account IN EXCLUSIVE MODE",
            "SET lock_timeout = 200",
            "SET lock_timeout = " + Connections.BUSY_MILLIS,
            """
            INSERT INTO report_words (entry, words)
            VALUES (?, setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'D'))
            """,
            """
            SELECT report.entry
            FROM report_words JOIN report ON report.entry = report_words.entry
                CROSS JOIN to_tsquery('simple', ?) AS looked
            WHERE report_words.words @@ looked
                AND coalesce((
                    SELECT withdrawn FROM last_word WHERE last_word.report IN (report.id, report.part_key, report.recall_name)
                    ORDER BY number DESC LIMIT 1), 0) = 0
            ORDER BY ts_rank(report_words.words, looked) DESC, report.entry
            LIMIT ?
            """,
            SearchWords::tsquery);

    static Dialect of(BookAddress book) {
        return switch (book) {
            case BookAddress.InFile file -> SQLITE;
            case BookAddress.OnServer server -> POSTGRESQL;
        };
    }
}
