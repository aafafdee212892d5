package dev.tranche.store;

import java.time.Instant;
import java.util.List;

/** Who signed in to a book or tried to, the last {@value #MOST} times. */
public final class LoginTable {

    /** So many are kept; years of a team, and not more than the disk of one flooded with attempts. */
    static final int MOST = 100_000;

    /** The old ones are looked for every so many times. */
    private static final int EACH = 100;

    private final Rows rows;

    LoginTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A sign-in as it is kept.
     *
     * @param number its number; a later one has a higher number
     * @param at when
     * @param name the name as it was typed
     * @param address where from
     * @param outcome the word of what became of it
     */
    public record Row(long number, Instant at, String name, String address, String outcome) {}

    /** Returns how many are kept. */
    public int count() {
        return Math.toIntExact(rows.count("SELECT count(*) FROM login"));
    }

    /**
     * Returns a part of the record, the latest first.
     *
     * @param skipped so many later ones are left out
     * @param most how many at most
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

    /** Adds one, and lets go of the oldest from time to time. */
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
