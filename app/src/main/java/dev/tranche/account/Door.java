package dev.tranche.account;

import dev.tranche.account.AccountException.Reason;
import dev.tranche.store.AccountTables;
import dev.tranche.store.AccountTables.AccountRow;
import dev.tranche.store.AccountTables.LoginRow;
import dev.tranche.store.AccountTables.SessionRow;
import dev.tranche.store.AccountTables.TokenRow;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Lets people in by name and password, and programs by tokens; notes who came and who tried. */
public final class Door {

    /** How every token begins, so that it is known where it leaks. */
    public static final String TOKEN_PREFIX = "tranche_";

    /** A session that nobody uses ends after this time. */
    static final Duration IDLE = Duration.ofHours(12);

    /** Every session ends after this time. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final int LONGEST_NAME = 100;

    private final Book book;
    private final Accounts accounts;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Allowance byName = new Allowance(8, Duration.ofSeconds(30));
    private final Allowance byAddress = new Allowance(40, Duration.ofSeconds(10));

    /** Builds the door of a book. */
    public Door(Book book, Accounts accounts, SecureRandom random, InstantSource clock) {
        this.book = book;
        this.accounts = accounts;
        this.secrets = new Secrets(random);
        this.clock = clock;
    }

    /**
     * A session that has begun.
     *
     * @param secret what the cookie holds
     * @param caller who signed in
     */
    public record Begun(String secret, Caller caller) {}

    /**
     * A token that was made.
     *
     * @param secret shown this once
     * @param row what is kept
     */
    public record Made(String secret, TokenRow row) {}

    /**
     * Signs somebody in.
     *
     * <p>Refuses a wrong name, a wrong password and a disabled account with the same words after the same time; refuses
     * more tries of one name or from one address than a person needs.
     */
    public Begun signIn(String name, String password, String address) {
        Instant now = now();
        if (!byAddress.take(address, now) || !byName.take(name, now)) {
            note(name, address, "too-many");
            throw new AccountException(
                    Reason.TOO_MANY,
                    "too many have tried to sign in; try again in " + byName.secondsToWait() + " seconds");
        }
        Optional<AccountRow> account = book.read(tables -> tables.account(name));
        boolean right = account.isPresent()
                ? accounts.passwords().matches(password, account.get().password())
                : accounts.passwords().matchesNobody(password);
        if (account.isEmpty() || !right || account.get().disabled()) {
            note(name, address, account.isEmpty() ? "unknown-name" : right ? "disabled" : "wrong-password");
            throw new AccountException(Reason.WRONG_LOGIN, "the name or the password is wrong");
        }
        byName.forgive(name);
        String secret = secrets.secret();
        String hash = Secrets.hash(secret);
        book.write(tables -> {
            tables.removeSessions(now.minus(LONGEST), now.minus(IDLE));
            tables.add(new SessionRow(hash, name, now, now));
            tables.noteLogin(name, now);
            tables.add(new LoginRow(now, name, address, "signed-in"));
            return true;
        });
        return new Begun(secret, caller(account.get(), Optional.of(hash)));
    }

    private static Caller caller(AccountRow account, Optional<String> session) {
        return new Caller(account.name(), Role.find(account.role()).orElse(Role.VIEWER), session);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void note(String name, String address, String outcome) {
        String told = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        String plain = told.replaceAll("\\p{Cntrl}|\\p{Cs}", "\uFFFD");
        book.write(tables -> {
            tables.add(new LoginRow(now(), plain, address, outcome));
            return true;
        });
    }

    /** Returns who holds the secret of a session that has not ended. */
    public Optional<Caller> session(String secret) {
        String hash = Secrets.hash(secret);
        Instant now = now();
        Optional<SessionRow> session = book.read(tables -> tables.session(hash))
                .filter(row ->
                        row.created().isAfter(now.minus(LONGEST)) && row.used().isAfter(now.minus(IDLE)));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        if (session.get().used().isBefore(now.minusSeconds(60))) {
            book.write(tables -> {
                tables.noteUse(hash, now);
                return true;
            });
        }
        return book.read(tables -> tables.account(session.get().account()))
                .filter(account -> !account.disabled())
                .map(account -> caller(account, Optional.of(hash)));
    }

    /** Ends the session of a caller. */
    public void signOut(Caller caller, String address) {
        caller.session().ifPresent(hash -> {
            book.write(tables -> {
                tables.endSession(hash);
                return true;
            });
            note(caller.name(), address, "signed-out");
        });
    }

    /** Returns who holds a token that is valid; its role is never above its owner's. */
    public Optional<Caller> token(String secret, String address) {
        Optional<TokenRow> token = book.read(tables -> tables.token(Secrets.hash(secret)))
                .filter(row ->
                        row.expires().filter(last -> last.isBefore(today())).isEmpty());
        Optional<AccountRow> owner = token.flatMap(row -> book.read(tables -> tables.account(row.owner())))
                .filter(account -> !account.disabled());
        if (token.isEmpty() || owner.isEmpty()) {
            return Optional.empty();
        }
        Role most = Role.find(owner.get().role()).orElse(Role.VIEWER);
        Role told = Role.find(token.get().role()).orElse(Role.VIEWER);
        noteUse(token.get(), address);
        return Optional.of(new Caller(owner.get().name(), most.covers(told) ? told : most, Optional.empty()));
    }

    /** The time of the last use is kept to a minute; a use after an hour of rest is noted as a login. */
    private void noteUse(TokenRow token, String address) {
        Instant now = now();
        Instant before = token.lastUse().orElse(Instant.EPOCH);
        if (before.isBefore(now.minusSeconds(60))) {
            book.write(tables -> {
                tables.noteTokenUse(token.id(), now);
                return true;
            });
        }
        if (before.isBefore(now.minus(Duration.ofHours(1)))) {
            note(token.owner(), address, "token");
        }
    }

    /** May somebody from this address try one more token? */
    public boolean mayTry(String address) {
        return byAddress.take(address, now());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Makes a token with at most the caller's role. */
    public Made addToken(Caller caller, String label, Role role, Optional<LocalDate> expires) {
        if (label.isBlank() || label.length() > LONGEST_NAME) {
            throw new AccountException(Reason.WRONG_VALUE, "label", "a label has 1 to 100 characters");
        }
        // A token that leaked must not make others that outlive it.
        if (caller.session().isEmpty()) {
            throw new AccountException(Reason.FORBIDDEN, "tokens are made by people who are signed in, not by tokens");
        }
        if (!caller.role().covers(role)) {
            throw new AccountException(
                    Reason.FORBIDDEN,
                    "a token may do no more than you, who are " + caller.role().slug());
        }
        if (expires.filter(last -> last.isBefore(today())).isPresent()) {
            throw new AccountException(Reason.WRONG_VALUE, "expires", "this day has passed");
        }
        String secret = TOKEN_PREFIX + secrets.secret();
        TokenRow row = new TokenRow(
                secrets.id(),
                Secrets.hash(secret),
                label.replaceAll("\\p{Cntrl}|\\p{Cs}", "\uFFFD"),
                caller.name(),
                role.slug(),
                now(),
                expires,
                Optional.empty());
        book.write(tables -> {
            tables.add(row);
            return true;
        });
        return new Made(secret, row);
    }

    /** Returns the caller's tokens, an admin's all. */
    public List<TokenRow> tokens(Caller caller) {
        return book.read(AccountTables::tokens).stream()
                .filter(token -> caller.role() == Role.ADMIN || token.owner().equals(caller.name()))
                .toList();
    }

    /** Removes a token of the caller, or as admin any. */
    public void removeToken(Caller caller, String id) {
        boolean mine = tokens(caller).stream().anyMatch(token -> token.id().equals(id));
        if (!mine || !book.write(tables -> tables.removeToken(id))) {
            throw new AccountException(Reason.UNKNOWN, "you have no token " + id);
        }
    }

    /** Returns how many logins are noted. */
    public int countLogins() {
        return book.read(AccountTables::countLogins);
    }

    /** Returns some logins, the latest first. */
    public List<LoginRow> logins(int skipped, int most) {
        return book.read(tables -> tables.logins(skipped, most));
    }
}
