package dev.tranche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tokens of a book; a removed token stays in the table but is not found. */
public final class TokenTable {

    private static final String COLUMNS = "id, digest, label, owner, role, created_millis, expires, used_millis";

    private final Rows rows;

    TokenTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A token as stored.
     *
     * @param id its public id
     * @param digest SHA-256 of its secret; never printed
     * @param label what it is for
     * @param owner the name of the account that created it
     * @param role the word of its role
     * @param created when it was created
     * @param expires the last day on which it may be used
     * @param used when it was last used
     */
    public record Row(
            String id,
            String digest,
            String label,
            String owner,
            String role,
            Instant created,
            Optional<LocalDate> expires,
            Optional<Instant> used) {

        /** Returns only the id. */
        @Override
        public String toString() {
            return "token " + id;
        }
    }

    /** Returns the token with a digest. */
    public Optional<Row> find(String digest) {
        return rows.find(
                "SELECT " + COLUMNS + " FROM token WHERE digest = ? AND removed_millis IS NULL",
                TokenTable::row,
                digest);
    }

    /** Returns the tokens of all accounts, in the order of creation. */
    public List<Row> all() {
        return rows.list(
                "SELECT " + COLUMNS + " FROM token WHERE removed_millis IS NULL ORDER BY created_millis, id",
                TokenTable::row);
    }

    /** Returns the tokens of an account, in the order of creation. */
    public List<Row> of(String owner) {
        return rows.list(
                "SELECT " + COLUMNS
                        + " FROM token WHERE owner = ? AND removed_millis IS NULL ORDER BY created_millis, id",
                TokenTable::row,
                owner);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("digest"),
                row.getString("label"),
                row.getString("owner"),
                row.getString("role"),
                Rows.at(row, "created_millis"),
                Optional.ofNullable(row.getString("expires")).map(LocalDate::parse),
                Rows.findAt(row, "used_millis"));
    }

    /** Adds an unused token. */
    public void insert(Row token) {
        rows.change(
                "INSERT INTO token (id, digest, label, owner, role, created_millis, expires)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                token.digest(),
                token.label(),
                token.owner(),
                token.role(),
                token.created(),
                token.expires().map(LocalDate::toString));
    }

    /** Records the use of a token. */
    public void noteUse(String id, Instant now) {
        rows.change("UPDATE token SET used_millis = ? WHERE id = ?", now, id);
    }

    /** Removes a token and returns whether there was one. */
    public boolean remove(String id, Instant now) {
        return rows.change("UPDATE token SET removed_millis = ? WHERE id = ? AND removed_millis IS NULL", now, id) > 0;
    }

    /** Removes all tokens of an account. */
    public void removeOf(String owner, Instant now) {
        rows.change("UPDATE token SET removed_millis = ? WHERE owner = ? AND removed_millis IS NULL", now, owner);
    }

    void clear() {
        rows.change("DELETE FROM token");
    }
}
