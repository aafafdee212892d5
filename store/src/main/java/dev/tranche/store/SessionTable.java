package dev.tranche.store;

import java.time.Instant;
import java.util.Optional;

/** The sessions of a book. */
public final class SessionTable {

    private final Rows rows;

    SessionTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A session as stored.
     *
     * @param digest SHA-256 of its id; never printed
     * @param account the name of the account
     * @param created when it began
     * @param used when it was last used
     * @param address address from which it began
     * @param agent the client program it began with
     */
    public record Row(String digest, String account, Instant created, Instant used, String address, String agent) {

        /** Returns only the account. */
        @Override
        public String toString() {
            return "session of " + account;
        }
    }

    /** Returns the session with a digest. */
    public Optional<Row> find(String digest) {
        return rows.find(
                "SELECT digest, account, created_millis, used_millis, address, agent FROM session WHERE digest = ?",
                row -> new Row(
                        row.getString("digest"),
                        row.getString("account"),
                        Rows.at(row, "created_millis"),
                        Rows.at(row, "used_millis"),
                        row.getString("address"),
                        row.getString("agent")),
                digest);
    }

    /** Returns the number of sessions stored. */
    public long count() {
        return rows.count("SELECT count(*) FROM session");
    }

    /** Adds a session. */
    public void insert(Row session) {
        rows.change(
                "INSERT INTO session (digest, account, created_millis, used_millis, address, agent)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                session.digest(),
                session.account(),
                session.created(),
                session.used(),
                session.address(),
                session.agent());
    }

    /** Records the use of a session. */
    public void noteUse(String digest, Instant now) {
        rows.change("UPDATE session SET used_millis = ? WHERE digest = ?", now, digest);
    }

    /** Ends a session and returns whether there was one. */
    public boolean delete(String digest) {
        return rows.change("DELETE FROM session WHERE digest = ?", digest) > 0;
    }

    /** Ends all sessions of an account. */
    public void deleteOf(String account) {
        rows.change("DELETE FROM session WHERE account = ?", account);
    }

    /** Ends all sessions of an account except those used last. */
    public void deleteAllBut(String account, int most) {
        rows.change(
                "DELETE FROM session WHERE account = ? AND digest NOT IN"
                        + " (SELECT digest FROM session WHERE account = ? ORDER BY used_millis DESC, digest LIMIT ?)",
                account,
                account,
                most);
    }

    /** Ends all sessions that began, or were last used, before a time. */
    public void deleteOld(Instant createdBefore, Instant usedBefore) {
        rows.change("DELETE FROM session WHERE created_millis < ? OR used_millis < ?", createdBefore, usedBefore);
    }

    void clear() {
        rows.change("DELETE FROM session");
    }
}
