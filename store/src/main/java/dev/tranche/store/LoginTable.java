package dev.tranche.store;

import java.time.Instant;
import java.util.List;

/** Sign-ins to a book and attempts, the last {@value #MOST} of them. */
public final class LoginTable {

    /** The number kept: years for a team, without filling the disk of one flooded with attempts. */
    static final int MOST = 100_000;

    /** Old ones are removed after this many additions. */
    private static final int EACH = 100;

    private final Rows rows;

    LoginTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A sign-in as stored.
     *
     * @param number its number; a later one has a higher number
     * @param at the time
     * @param name the name as typed
     * @param address the address it came from
     * @param outcome the word for its outcome
     */
    public record Row(long number, Instant at, String name, String address, String outcome) {}

    /** Returns the number kept. */
    public int count() {
        return Math.toIntExact(rows.count("SELECT count(*) FROM login"));
    }

    /**
     * Returns a part of the record, latest first.
     *
     * @param skipped number of later ones skipped
     * @param most the most returned
     */
    public List<Row> page(int skipped, int most) {
        return rows.list(
                "SELECT number, at_millis, name, address, outcome FROM login ORDER BY number DESC LIMIT ? OFFSET ?",
                row -> new Row(
                        row.getLong("number"),
                        Rows.at(row, "at_millis"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("outcome")),
                most,
                skipped);
    }

    /** Adds one, and removes the oldest from time to time. */
    public void insert(Instant at, String name, String address, String outcome) {
        rows.change(
                "INSERT INTO login (at_millis, name, address, outcome) VALUES (?, ?, ?, ?)",
                at,
                name,
                address,
                outcome);
        long last = rows.count("SELECT max(number) FROM login");
        if (last % EACH == 0) {
            rows.change("DELETE FROM login WHERE number <= ?", last - MOST);
        }
    }

    void clear() {
        rows.change("DELETE FROM login");
    }
}
