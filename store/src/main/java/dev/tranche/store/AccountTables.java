package dev.tranche.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may use the server of a book. These tables are no part of the journal: they change, and hold only hashes of what
 * is secret. Names of roles and outcomes are the caller's. Belongs to the thread of its store.
 */
public final class AccountTables {

    /** So many logins are kept; older ones are removed. */
    static final int MOST_LOGINS = 100_000;

    private final BookAddress book;
    private final Connection connection;

    AccountTables(BookAddress book, Connection connection) {
        this.book = book;
        this.connection = connection;
    }

    /**
     * Somebody who may sign in.
     *
     * @param name unique name
     * @param role word of the role
     * @param password salted hash of the password
     * @param created when it was made
     * @param disabled may it not sign in at present?
     * @param lastLogin when it signed in last
     */
    public record AccountRow(
            String name,
            String role,
            String password,
            Instant created,
            boolean disabled,
            Optional<Instant> lastLogin) {}

    /**
     * Somebody who is signed in.
     *
     * @param hash hash of the secret in the cookie
     * @param account name of the account
     * @param created when it was begun
     * @param used when it was used last, to about a minute
     */
    public record SessionRow(String hash, String account, Instant created, Instant used) {}

    /**
     * A secret with which a program asks.
     *
     * @param id public name
     * @param hash hash of the secret
     * @param label what it is for
     * @param owner name of the account that made it
     * @param role word of the most that it may do
     * @param created when it was made
     * @param expires the last day on which it is taken
     * @param lastUse when it was used last, to about a minute
     */
    public record TokenRow(
            String id,
            String hash,
            String label,
            String owner,
            String role,
            Instant created,
            Optional<LocalDate> expires,
            Optional<Instant> lastUse) {}

    /**
     * Somebody signed in or tried to.
     *
     * @param at when
     * @param name the name that was given
     * @param address from where
     * @param outcome word of what came of it
     */
    public record LoginRow(Instant at, String name, String address, String outcome) {}

    /** Binds values and runs a statement. */
    private int update(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(Reading<T> reading, String sql, Object... values) {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Integer number -> statement.setInt(i + 1, number);
                case Optional<?> maybe ->
                    statement.setString(i + 1, maybe.map(Object::toString).orElse(null));
                default -> statement.setString(i + 1, values[i].toString());
            }
        }
    }

    private static final String ACCOUNT = "SELECT name, role, password, created, disabled, last_login FROM account";

    private static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Instant.parse(row.getString(4)),
                row.getInt(5) == 1,
                Optional.ofNullable(row.getString(6)).map(Instant::parse));
    }

    /** Is there any account? */
    public boolean hasAccounts() {
        return !select(row -> row.getString(1), "SELECT name FROM account LIMIT 1")
                .isEmpty();
    }

    /** Returns all accounts by their names. */
    public List<AccountRow> accounts() {
        return select(AccountTables::account, ACCOUNT + " ORDER BY name");
    }

    /** Returns the account of a name. */
    public Optional<AccountRow> account(String name) {
        return select(AccountTables::account, ACCOUNT + " WHERE name = ?", name).stream()
                .findFirst();
    }

    /** Adds an account unless there is one of its name. */
    public boolean add(AccountRow account) {
        return update(
                        "INSERT INTO account (name, role, password, created, disabled) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (name) DO NOTHING",
                        account.name(),
                        account.role(),
                        account.password(),
                        account.created(),
                        account.disabled() ? 1 : 0)
                == 1;
    }

    /** Sets role, password and whether it is disabled as in a row of the same name. */
    public void change(AccountRow account) {
        update(
                "UPDATE account SET role = ?, password = ?, disabled = ? WHERE name = ?",
                account.role(),
                account.password(),
                account.disabled() ? 1 : 0,
                account.name());
    }

    /** Notes that somebody signed in. */
    public void noteLogin(String name, Instant at) {
        update("UPDATE account SET last_login = ? WHERE name = ?", at, name);
    }

    /** Begins a session. */
    public void add(SessionRow session) {
        update(
                "INSERT INTO session (hash, account, created, used) VALUES (?, ?, ?, ?)",
                session.hash(),
                session.account(),
                session.created(),
                session.used());
    }

    /** Returns the session of a hash. */
    public Optional<SessionRow> session(String hash) {
        return select(
                        row -> new SessionRow(
                                row.getString(1),
                                row.getString(2),
                                Instant.parse(row.getString(3)),
                                Instant.parse(row.getString(4))),
                        "SELECT hash, account, created, used FROM session WHERE hash = ?",
                        hash)
                .stream()
                .findFirst();
    }

    /** Notes that a session was used. */
    public void noteUse(String hash, Instant at) {
        update("UPDATE session SET used = ? WHERE hash = ?", at, hash);
    }

    /** Ends a session. */
    public void endSession(String hash) {
        update("DELETE FROM session WHERE hash = ?", hash);
    }

    /** Ends all sessions of an account but one. */
    public void endSessions(String account, String butHash) {
        update("DELETE FROM session WHERE account = ? AND hash <> ?", account, butHash);
    }

    /** Removes sessions that were begun or used last before a time. */
    public void removeSessions(Instant begunBefore, Instant usedBefore) {
        update("DELETE FROM session WHERE created < ? OR used < ?", begunBefore, usedBefore);
    }

    private static final String TOKEN = "SELECT id, hash, label, owner, role, created, expires, last_use FROM token";

    private static TokenRow token(ResultSet row) throws SQLException {
        return new TokenRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Instant.parse(row.getString(6)),
                Optional.ofNullable(row.getString(7)).map(LocalDate::parse),
                Optional.ofNullable(row.getString(8)).map(Instant::parse));
    }

    /** Returns all tokens, the latest first. */
    public List<TokenRow> tokens() {
        return select(AccountTables::token, TOKEN + " ORDER BY created DESC, id");
    }

    /** Returns the token of a hash. */
    public Optional<TokenRow> token(String hash) {
        return select(AccountTables::token, TOKEN + " WHERE hash = ?", hash).stream()
                .findFirst();
    }

    /** Adds a token. */
    public void add(TokenRow token) {
        update(
                "INSERT INTO token (id, hash, label, owner, role, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                token.hash(),
                token.label(),
                token.owner(),
                token.role(),
                token.created(),
                token.expires());
    }

    /** Notes that a token was used. */
    public void noteTokenUse(String id, Instant at) {
        update("UPDATE token SET last_use = ? WHERE id = ?", at, id);
    }

    /** Removes a token. */
    public boolean removeToken(String id) {
        return update("DELETE FROM token WHERE id = ?", id) == 1;
    }

    /** Notes that somebody signed in or tried to; the oldest such notes give way. */
    public void add(LoginRow login) {
        update(
                "INSERT INTO login (at, name, address, outcome) VALUES (?, ?, ?, ?)",
                login.at(),
                login.name(),
                login.address(),
                login.outcome());
        update("DELETE FROM login WHERE number <= (SELECT max(number) FROM login) - " + MOST_LOGINS);
    }

    /** Returns how many logins are noted. */
    public int countLogins() {
        return select(row -> row.getInt(1), "SELECT count(*) FROM login").getFirst();
    }

    /** Returns some logins, the latest first. */
    public List<LoginRow> logins(int skipped, int most) {
        return select(
                row -> new LoginRow(
                        Instant.parse(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)),
                "SELECT at, name, address, outcome FROM login ORDER BY number DESC LIMIT ? OFFSET ?",
                most,
                skipped);
    }
}
