package dev.tranche.account;

import dev.tranche.account.AccountException.Reason;
import dev.tranche.store.AccountTables;
import dev.tranche.store.AccountTables.AccountRow;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accounts of a book: who there is and what they may do. */
public final class Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

    private final Book book;
    private final Passwords passwords;
    private final InstantSource clock;

    /** Builds the accounts of a book. */
    public Accounts(Book book, SecureRandom random, InstantSource clock) {
        this.book = book;
        this.passwords = new Passwords(random);
        this.clock = clock;
    }

    /**
     * What is to change of an account; what is left empty stays.
     *
     * @param role what it may do
     * @param password the next password
     * @param current the present password, which those must tell who change their own
     * @param disabled may it not sign in?
     */
    public record Change(
            Optional<Role> role, Optional<String> password, Optional<String> current, Optional<Boolean> disabled) {}

    /** Is there any account, so that everybody must sign in? */
    public boolean exist() {
        return book.read(AccountTables::hasAccounts);
    }

    /** Returns all accounts by their names. */
    public List<AccountRow> all() {
        return book.read(AccountTables::accounts);
    }

    Passwords passwords() {
        return passwords;
    }

    /** Adds an account. */
    public AccountRow add(String name, Role role, String password) {
        if (!NAME.matcher(name).matches()) {
            throw new AccountException(
                    Reason.WRONG_VALUE,
                    "name",
                    "a name has 1 to 40 small letters, digits, full stops, hyphens or underscores and begins with a"
                            + " letter or digit");
        }
        refuseWeak(name, password);
        AccountRow row = new AccountRow(
                name,
                role.slug(),
                passwords.hash(password),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                false,
                Optional.empty());
        if (!book.write(tables -> tables.add(row))) {
            throw new AccountException(Reason.CONFLICT, "name", "there is an account " + name + " already");
        }
        return row;
    }

    private static void refuseWeak(String name, String password) {
        if (password.codePointCount(0, password.length()) < Passwords.SHORTEST
                || password.length() > Passwords.LONGEST) {
            throw new AccountException(
                    Reason.WRONG_VALUE,
                    "password",
                    "a password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters");
        }
        if (password.equals(name) || password.chars().distinct().count() < 4) {
            throw new AccountException(
                    Reason.WRONG_VALUE, "password", "a password of so few different characters is guessed at once");
        }
    }

    /** Changes an account on behalf of the machine's owner, who needs no password for it. */
    public AccountRow change(String name, Change change) {
        return apply(row(name), change, "");
    }

    /** Changes an account on behalf of somebody: admins all of them, others the password of their own. */
    public AccountRow change(Caller caller, String name, Change change) {
        boolean own = caller.name().equals(name);
        boolean more = change.role().isPresent() || change.disabled().isPresent();
        if (caller.role() != Role.ADMIN && (!own || more)) {
            throw new AccountException(
                    Reason.FORBIDDEN,
                    "accounts are changed by admins; others change the password of their own account");
        }
        AccountRow row = row(name);
        if (own && change.password().isPresent()) {
            boolean knows = change.current()
                    .filter(current -> current.length() <= Passwords.LONGEST)
                    .filter(current -> passwords.matches(current, row.password()))
                    .isPresent();
            if (!knows) {
                throw new AccountException(
                        Reason.WRONG_VALUE, "current", "the present password is needed and is not this one");
            }
        }
        return apply(row, change, own ? caller.session().orElse("") : "");
    }

    private AccountRow row(String name) {
        return book.read(tables -> tables.account(name))
                .orElseThrow(() -> new AccountException(Reason.UNKNOWN, "there is no account " + name));
    }

    /** Whoever holds an old password or role is signed out; the session that changes it goes on. */
    private AccountRow apply(AccountRow row, Change change, String butSession) {
        change.password().ifPresent(password -> refuseWeak(row.name(), password));
        AccountRow next = new AccountRow(
                row.name(),
                change.role().map(Role::slug).orElse(row.role()),
                change.password().map(passwords::hash).orElse(row.password()),
                row.created(),
                change.disabled().orElse(row.disabled()),
                row.lastLogin());
        boolean wasAdmin = isAdmin(row);
        book.write(tables -> {
            boolean others =
                    tables.accounts().stream().anyMatch(other -> !other.name().equals(row.name()) && isAdmin(other));
            if (wasAdmin && !isAdmin(next) && !others) {
                throw new AccountException(Reason.CONFLICT, row.name() + " is the last admin; make another one first");
            }
            tables.change(next);
            tables.endSessions(row.name(), next.disabled() ? "" : butSession);
            return next;
        });
        return next;
    }

    private static boolean isAdmin(AccountRow row) {
        return row.role().equals(Role.ADMIN.slug()) && !row.disabled();
    }
}
