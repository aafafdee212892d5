package dev.tranche.store;

import java.time.Instant;
import java.util.Optional;

/** When the accounts of a book last looked at it. */
public final class VisitTable {

    private static final String LAST = "last";
    private static final String BEFORE = "before";

    private final Rows rows;
    private final boolean isThere;

    VisitTable(Rows rows, boolean isThere) {
        this.rows = rows;
        this.isThere = isThere;
    }

    /**
     * A look at the book.
     *
     * @param head the number of the last entry of the journal that was seen
     * @param at when, in milliseconds precisely
     */
    public record Row(long head, Instant at) {}

    /** Returns the last look of an account; a book of earlier tables has none. */
    public Optional<Row> last(String account) {
        return find(account, LAST);
    }

    /** Returns the last look of the visit before the one that an account is on. */
    public Optional<Row> before(String account) {
        return find(account, BEFORE);
    }

    private Optional<Row> find(String account, String look) {
        return isThere
                ? rows.find(
                        "SELECT head, at_millis FROM visit WHERE account = ? AND look = ?",
                        row -> new Row(row.getLong("head"), Rows.at(row, "at_millis")),
                        account,
                        look)
                : Optional.empty();
    }

    /** Keeps these looks of an account in place of those that it had. */
    public void replace(String account, Row last, Optional<Row> before) {
        rows.change("DELETE FROM visit WHERE account = ?", account);
        insert(account, LAST, last);
        before.ifPresent(row -> insert(account, BEFORE, row));
    }

    private void insert(String account, String look, Row row) {
        rows.change(
                "INSERT INTO visit (account, look, head, at_millis) VALUES (?, ?, ?, ?)",
                account,
                look,
                row.head(),
                row.at());
    }

    void clear() {
        if (isThere) {
            rows.change("DELETE FROM visit");
        }
    }
}
