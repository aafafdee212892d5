package dev.tranche.account;

import dev.tranche.account.Changed.Refused;
import dev.tranche.account.Changed.Why;
import dev.tranche.store.Access;
import dev.tranche.store.AccountStore;
import dev.tranche.store.AccountTable;
import dev.tranche.store.BookAddress;
import dev.tranche.store.StoreException;
import dev.tranche.store.ViewTable;
import dev.tranche.store.VisitTable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides who may use a book through the server, and records who did.
 *
 * <p>A book without accounts is open to anyone who can reach the server. Accounts are never deleted, only disabled,
 * since decisions carry their names. What a person may get wrong is answered with a value; what the database refuses is
 * a {@link StoreException}. Many threads may use one door, and several programs one book: a change by one of them takes
 * effect for all at once.
 *
 * <p>Passwords are given as they were typed. Neither they nor their hashes, ids of sessions or secrets of tokens appear
 * in messages.
 */
public final class Door implements AutoCloseable {

    /** The most accounts in a book. */
    static final int MOST_ACCOUNTS = 1_000;

    /** The most characters in a password. */
    public static final int LONGEST_PASSWORD = PasswordRule.MOST;

    /** The most sign-ins on a page. */
    public static final int MOST_LOGINS = 1_000;

    private static final int MOST_TYPED = 40;
    private static final Duration SOON = Duration.ofSeconds(1);

    /** For questions, which must not wait while a change waits for another writer of the book. */
    private final SharedStore reading;

    private final SharedStore writing;
    private final InstantSource clock;
    private final InstantSource ticks;
    private final Passwords passwords;
    private final LoginLimit limit;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Devices devices;
    private final Duration longest;
    private volatile boolean hasAccounts;

    private Door(
            Supplier<AccountStore> opening,
            DoorSettings settings,
            InstantSource clock,
            InstantSource ticks,
            SecureRandom random) {
        this.writing = new SharedStore(opening);
        this.reading = new SharedStore(opening);
        this.clock = clock;
        this.ticks = ticks;
        this.passwords = new Passwords(random, settings.cost(), settings.hashesAtOnce());
        this.limit =
                new LoginLimit(settings.byAddress(), settings.byName(), settings.byStrangers(), settings.mostBuckets());
        Secrets secrets = new Secrets(random);
        UseNotes notes = new UseNotes();
        this.devices = new Devices(secrets);
        this.sessions = new Sessions(settings.idle(), settings.longest(), secrets, notes);
        this.tokens = new Tokens(secrets, notes);
        this.longest = settings.longest();
    }

    /**
     * Opens the door of a book. A book of an earlier version is migrated when opened for writing; opened for reading,
     * it has no accounts.
     *
     * @param clock the time by which sessions begin and end
     * @param random the source of ids, secrets and salts
     */
    public static Door open(
            BookAddress book, Access access, DoorSettings settings, InstantSource clock, SecureRandom random) {
        return open(book, access, settings, clock, clock, random);
    }

    /**
     * Opens the door of a book, as above.
     *
     * @param ticks a monotonic clock, by which waits are measured
     */
    public static Door open(
            BookAddress book,
            Access access,
            DoorSettings settings,
            InstantSource clock,
            InstantSource ticks,
            SecureRandom random) {
        return new Door(() -> AccountStore.open(book, access), settings, clock, ticks, random);
    }

    /** Returns a monotonic clock: it counts from the moment of the call. */
    public static InstantSource ticks() {
        long start = System.nanoTime();
        return () -> Instant.EPOCH.plusNanos(System.nanoTime() - start);
    }

    /** Returns whether the book has accounts, so that one must sign in. */
    public boolean hasAccounts() {
        if (!hasAccounts) {
            hasAccounts = reading.with(Door::hasAccounts);
        }
        return hasAccounts;
    }

    private static boolean hasAccounts(AccountStore store) {
        return store.isThere() && store.accounts().count() > 0;
    }

    /**
     * Begins a session for somebody who knows name and password.
     *
     * <p>An unknown name takes the same time as a wrong password. Failures count against the address and the
     * name at that address; after too many there is a wait. The mark of a known device has attempts of its own, so that
     * nobody else uses them up.
     *
     * @param typed the name; blanks around it and capitals do not count
     */
    public SignIn signIn(String typed, String password, Client client) {
        String name = Shortened.of(typed.strip().toLowerCase(Locale.ROOT), MOST_TYPED);
        Instant now = clock.instant();
        Optional<AccountTable.Row> account = find(name);
        Optional<String> device = device(account, name, client);
        LoginLimit.Attempt attempt = new LoginLimit.Attempt(client.address(), name, device);
        LoginLimit.Verdict verdict = limit.charge(attempt, ticks.instant());
        if (!verdict.isAllowed()) {
            if (verdict.isFirst()) {
                note(Login.Outcome.TOO_MANY, typed, client, now);
            }
            return new SignIn.TooMany(verdict.retryAfter());
        }
        Optional<String> stranger =
                device.isPresent() ? Optional.empty() : Optional.of(LoginLimit.network(client.address()));
        Passwords.Check check = passwords.check(account.map(AccountTable.Row::password), password, stranger);
        if (check == Passwords.Check.BUSY) {
            limit.giveBack(attempt);
            return new SignIn.Busy();
        }
        if (account.isEmpty()
                || check == Passwords.Check.DIFFERS
                || account.get().disabled()) {
            note(refusal(account, check), typed, client, now);
            return new SignIn.Refused();
        }
        limit.giveBack(attempt);
        return begin(account.get(), client, now);
    }

    /** The work is the same for a name that is not an account. */
    private Optional<String> device(Optional<AccountTable.Row> account, String name, Client client) {
        String hash = account.map(AccountTable.Row::password).orElse("nobody");
        return devices.find(client.device(), name, hash).filter(id -> account.isPresent());
    }

    private static Login.Outcome refusal(Optional<AccountTable.Row> account, Passwords.Check check) {
        if (account.isEmpty()) {
            return Login.Outcome.UNKNOWN_NAME;
        }
        return check == Passwords.Check.DIFFERS ? Login.Outcome.WRONG_PASSWORD : Login.Outcome.DISABLED;
    }

    /** While the password was compared, it may have been changed or the account disabled: then there is no session. */
    private SignIn begin(AccountTable.Row checked, Client client, Instant now) {
        return writing.inOneGo(open -> {
            Optional<AccountTable.Row> account = open.accounts()
                    .find(checked.name())
                    .filter(row -> !row.disabled() && row.password().equals(checked.password()));
            if (account.isEmpty()) {
                return new SignIn.Refused();
            }
            String id = sessions.begin(open, account.get(), client, now);
            open.accounts().noteLogin(checked.name(), now);
            open.logins().insert(now, checked.name(), client.address(), Login.Outcome.SIGNED_IN.slug());
            Caller caller = new Caller(
                    new AccountName(checked.name()), Role.of(account.get().role()), false);
            return new SignIn.Accepted(id, caller, longest, devices.mark(checked.name(), checked.password()));
        });
    }

    private Optional<AccountTable.Row> find(String name) {
        return AccountName.find(name)
                .flatMap(one ->
                        reading.with(open -> open.isThere() ? open.accounts().find(one.value()) : Optional.empty()));
    }

    private void note(Login.Outcome outcome, String typed, Client client, Instant now) {
        String name = Shortened.of(typed, MOST_TYPED);
        writing.with(open -> {
            open.logins().insert(now, name, client.address(), outcome.slug());
            return name;
        });
    }

    /** Returns who acts with the session of an id; empty for an unknown or ended session and for a disabled account. */
    public Optional<Caller> session(String id) {
        return reading.with(open -> open.isThere() ? sessions.find(open, id, clock.instant()) : Optional.empty());
    }

    /** Returns who acts with the token of a secret; empty for an unknown or expired token and for a disabled owner. */
    public Optional<Caller> token(String secret, Client client) {
        return reading.with(open ->
                open.isThere() ? tokens.find(open, secret, client.address(), clock.instant()) : Optional.empty());
    }

    /** Ends a session; an unknown id changes nothing. */
    public void signOut(String id, Client client) {
        Instant now = clock.instant();
        Optional<Caller> who = session(id);
        if (!Secrets.isOne(id)) {
            return;
        }
        writing.inOneGo(open -> {
            boolean ended = open.sessions().delete(Secrets.digest(id));
            if (ended && who.isPresent()) {
                open.logins().insert(now, who.get().name().value(), client.address(), Login.Outcome.SIGNED_OUT.slug());
            }
            return ended;
        });
    }

    /** Returns all accounts by their names. */
    public List<Account> accounts() {
        return reading.with(open ->
                open.isThere() ? open.accounts().all().stream().map(Account::of).toList() : List.of());
    }

    /** Returns why no account of this name and role can be added, before anyone has to think of a password for it. */
    public Optional<Refused> refusal(AccountName name, Role role) {
        return reading.with(open -> addObjection(open, name, role));
    }

    /** Adds an account; the first must be an admin. */
    public Changed add(AccountName name, String password, Role role) {
        Optional<Refused> early = objection(name, password);
        if (early.isPresent()) {
            return early.get();
        }
        // Checked before the costly hash, and again when nobody else can add.
        Optional<Refused> refused = refusal(name, role);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<PasswordHash> hash = passwords.hash(password);
        if (hash.isEmpty()) {
            return tooMany(SOON);
        }
        return writing.inOneGo(open -> {
            Optional<Refused> late = addObjection(open, name, role);
            if (late.isPresent()) {
                return late.get();
            }
            open.accounts().insert(name.value(), role.slug(), hash.get().phc(), clock.instant());
            open.hideFromOthers();
            return done(open, name);
        });
    }

    private static Optional<Refused> objection(AccountName name, String password) {
        return PasswordRule.objection(name, password).map(sentence -> new Refused(Why.WEAK_PASSWORD, sentence));
    }

    private static Optional<Refused> addObjection(AccountStore open, AccountName name, Role role) {
        long count = open.accounts().count();
        if (count == 0 && role != Role.ADMIN) {
            return Optional.of(new Refused(Why.NO_ADMIN, "the first account must be an admin."));
        }
        if (open.accounts().find(name.value()).isPresent()) {
            return Optional.of(new Refused(Why.EXISTS, "there is an account " + name + " already."));
        }
        if (count >= MOST_ACCOUNTS) {
            return Optional.of(new Refused(Why.FULL, "a book holds at most " + MOST_ACCOUNTS + " accounts."));
        }
        return Optional.empty();
    }

    private static Changed done(AccountStore open, AccountName name) {
        return new Changed.Done(Account.of(open.accounts().find(name.value()).orElseThrow(IllegalStateException::new)));
    }

    private static Refused tooMany(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Refused(
                Why.TOO_MANY, "there were too many attempts; try again in " + seconds + " seconds.", seconds);
    }

    /** Changes an account as an admin may; the last admin who can sign in remains one. */
    public Changed change(AccountName name, Change change) {
        Optional<PasswordHash> hash = Optional.empty();
        if (change.password().isPresent()) {
            Optional<Refused> weak = objection(name, change.password().get());
            if (weak.isPresent()) {
                return weak.get();
            }
            if (find(name.value()).isEmpty()) {
                return unknown(name);
            }
            hash = passwords.hash(change.password().get());
            if (hash.isEmpty()) {
                return tooMany(SOON);
            }
        }
        Optional<PasswordHash> password = hash;
        return writing.inOneGo(open -> change(open, name, change, password));
    }

    private static Refused unknown(AccountName name) {
        return new Refused(Why.UNKNOWN, "there is no account " + name + ".");
    }

    private Changed change(AccountStore open, AccountName name, Change change, Optional<PasswordHash> password) {
        Optional<AccountTable.Row> account = open.accounts().find(name.value());
        if (account.isEmpty()) {
            return unknown(name);
        }
        Role before = Role.of(account.get().role());
        boolean canManage = before == Role.ADMIN && !account.get().disabled();
        boolean disabled = change.disabled().orElse(account.get().disabled());
        boolean staysAdmin = change.role().orElse(before) == Role.ADMIN && !disabled;
        if (canManage && !staysAdmin && open.accounts().countEnabled(Role.ADMIN.slug()) <= 1) {
            return new Refused(Why.LAST_ADMIN, name + " is the last admin; make another account an admin first.");
        }
        change.role().ifPresent(role -> open.accounts().changeRole(name.value(), role.slug()));
        change.disabled().ifPresent(is -> open.accounts().changeDisabled(name.value(), is));
        Instant now = clock.instant();
        password.ifPresent(hash -> {
            open.accounts().changePassword(name.value(), hash.phc(), now);
            open.tokens().removeOf(name.value(), now);
        });
        if (password.isPresent() || disabled) {
            open.sessions().deleteOf(name.value());
        }
        return done(open, name);
    }

    /** Changes the password of someone who knows the current one; failures count like those of signing in. */
    public Changed changeOwnPassword(AccountName name, String current, String password, Client client) {
        Optional<Refused> weak = objection(name, password);
        if (weak.isPresent()) {
            return weak.get();
        }
        // Someone with a session is known: strangers who try the name do not use up these attempts.
        LoginLimit.Attempt attempt = new LoginLimit.Attempt(client.address(), name.value(), Optional.of("a session"));
        LoginLimit.Verdict verdict = limit.charge(attempt, ticks.instant());
        if (!verdict.isAllowed()) {
            return tooMany(verdict.retryAfter());
        }
        Instant now = clock.instant();
        Optional<AccountTable.Row> account = find(name.value());
        return switch (passwords.check(account.map(AccountTable.Row::password), current, Optional.empty())) {
            case BUSY -> {
                limit.giveBack(attempt);
                yield tooMany(SOON);
            }
            case DIFFERS -> {
                note(Login.Outcome.WRONG_PASSWORD, name.value(), client, now);
                yield new Refused(Why.WRONG_PASSWORD, "the current password is wrong.");
            }
            case MATCHES -> {
                limit.giveBack(attempt);
                yield change(name, Change.ofPassword(password));
            }
        };
    }

    /** Returns the tokens of all accounts, the oldest first. */
    public List<Token> tokens() {
        return reading.with(open ->
                open.isThere() ? open.tokens().all().stream().map(Token::of).toList() : List.of());
    }

    /** Returns the tokens of one account, the oldest first. */
    public List<Token> tokens(AccountName owner) {
        return reading.with(open -> open.isThere()
                ? open.tokens().of(owner.value()).stream().map(Token::of).toList()
                : List.of());
    }

    /**
     * Creates a token for its caller, who must not be a token.
     *
     * @param label what it is for, 1 to 100 characters
     * @param role at most the owner's; a later demotion of the owner also limits the token
     * @param expires the last day on which it may be used, in UTC
     */
    public TokenAdded addToken(Caller caller, String label, Role role, Optional<LocalDate> expires) {
        return writing.inOneGo(open -> tokens.add(open, caller, label, role, expires, clock.instant()));
    }

    /** Removes a token and returns whether there was one. */
    public boolean removeToken(String id) {
        return writing.with(open -> open.tokens().remove(id, clock.instant()));
    }

    /** Returns the views that an account has named, in their order. */
    public List<SavedView> views(AccountName account) {
        return reading.with(open -> open.views().of(account.value()).stream()
                .map(row -> new SavedView(row.name(), row.query()))
                .toList());
    }

    /** Replaces the views of an account with these. */
    public void keepViews(AccountName account, List<SavedView> views) {
        writing.inOneGo(open -> {
            open.views()
                    .replace(
                            account.value(),
                            views.stream()
                                    .map(view -> new ViewTable.Row(view.name(), view.query()))
                                    .toList());
            return true;
        });
    }

    /**
     * Records that an account is looking at the book, and returns its visits. While another program holds the book for
     * writing, nothing is recorded, so that no reader waits.
     *
     * @param head the number of the last entry of the journal that it sees
     * @param seen whether only later additions are new to it
     */
    public Visits look(AccountName account, long head, boolean seen) {
        return writing.with(open -> {
            VisitTable table = open.visits();
            Visits.Look look = new Visits.Look(head, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            Optional<Visits> known = table.last(account.value())
                    .map(last ->
                            new Visits(look(last), table.before(account.value()).map(Door::look)));
            Visits before = known.orElseGet(() -> Visits.first(look));
            Visits now = seen ? before.seen(look) : before.with(look);
            open.inOneGoOrNot(() ->
                    table.replace(account.value(), row(now.last()), now.before().map(Door::row)));
            return now;
        });
    }

    private static Visits.Look look(VisitTable.Row row) {
        return new Visits.Look(row.head(), row.at());
    }

    private static VisitTable.Row row(Visits.Look look) {
        return new VisitTable.Row(look.head(), look.at());
    }

    /** Returns whether someone at an address may try again after a wrong secret; counts as a failed sign-in. */
    public boolean mayTry(String address) {
        return limit.charge(address, ticks.instant());
    }

    /**
     * Returns who signed in or tried to, the latest first.
     *
     * @param skipped number of later ones skipped
     * @param most the most returned, 1 to {@value #MOST_LOGINS}
     */
    public LoginPage logins(int skipped, int most) {
        int count = Math.clamp(most, 1, MOST_LOGINS);
        return reading.with(open -> {
            if (!open.isThere()) {
                return new LoginPage(List.of(), 0);
            }
            return new LoginPage(
                    open.logins().page(Math.max(0, skipped), count).stream()
                            .map(Login::of)
                            .toList(),
                    open.logins().count());
        });
    }

    /** Closes the book. */
    @Override
    public void close() {
        writing.close();
        reading.close();
    }
}
