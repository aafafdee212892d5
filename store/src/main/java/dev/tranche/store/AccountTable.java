package dev.tranche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The accounts of a book. */
public final class AccountTable {

    private static final String COLUMNS =
            "name, role, password, created_millis, disabled, password_changed_millis, last_login_millis";

    private final Rows rows;

    AccountTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * An account as stored.
     *
     * @param name its name
     * @param role the word of its role: viewer, reviewer or admin
     * @param password the hash of its password in PHC form; never printed
     * @param created when it was created
     * @param disabled is sign-in disabled?
     * @param passwordChanged when the password was last changed
     * @param lastLogin the last sign-in
     */
    public record Row(
            String name,
            String role,
            String password,
            Instant created,
            boolean disabled,
            Instant passwordChanged,
            Optional<Instant> lastLogin) {

        /** Returns only the name. */
        @Override
        public String toString() {
            return "account " + name;
        }
    }

    /** Returns the number of accounts. */
    public long count() {
        return rows.count("SELECT count(*) FROM account");
    }

    /** Returns the number of enabled accounts with a role. */
    public long countEnabled(String role) {
        return rows.count("SELECT count(*) FROM account WHERE role = ? AND disabled = 0", role);
    }

    /** Returns all accounts, by name. */
    public List<Row> all() {
        return rows.list("SELECT " + COLUMNS + " FROM account", AccountTable::row).stream()
                .sorted(Comparator.comparing(Row::name))
                .toList();
    }

    /** Returns the account with a name. */
    public Optional<Row> find(String name) {
        return rows.find("SELECT " + COLUMNS + " FROM account WHERE name = ?", AccountTable::row, name);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("name"),
                row.getString("role"),
                row.getString("password"),
                Rows.at(row, "created_millis"),
                row.getLong("disabled") != 0,
                Rows.at(row, "password_changed_millis"),
                Rows.findAt(row, "last_login_millis"));
    }

    /** Adds an enabled account without sign-ins. */
    public void insert(String name, String role, String password, Instant now) {
        rows.change(
                "INSERT INTO account (name, role, password, created_millis, disabled, password_changed_millis)"
                        + " VALUES (?, ?, ?, ?, 0, ?)",
                name,
                role,
                password,
                now,
                now);
    }

    /** Changes the role of an account. */
    public void changeRole(String name, String role) {
        rows.change("UPDATE account SET role = ? WHERE name = ?", role, name);
    }

    /** Changes the password of an account. */
    public void changePassword(String name, String password, Instant now) {
        rows.change("UPDATE account SET password = ?, password_changed_millis = ? WHERE name = ?", password, now, name);
    }

    /** Disables an account, or enables it. */
    public void changeDisabled(String name, boolean disabled) {
        rows.change("UPDATE account SET disabled = ? WHERE name = ?", disabled, name);
    }

    /** Records a sign-in. */
    public void noteLogin(String name, Instant now) {
        rows.change("UPDATE account SET last_login_millis = ? WHERE name = ?", now, name);
    }

    void clear() {
        rows.change("DELETE FROM account");
    }
}
