package dev.tranche.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.account.Changed.Why;
import dev.tranche.store.Access;
import dev.tranche.store.AccountStore;
import dev.tranche.store.BookAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the door of a book does, on every database. */
abstract class DoorContract {

    static final String ANNAS = "ferry on the fjord";
    static final String BERTS = "lamp under an oak";
    static final DoorSettings SETTINGS = new DoorSettings(
            Duration.ofHours(8),
            Duration.ofDays(7),
            new Rate(6, Duration.ofSeconds(10)),
            new Rate(3, Duration.ofMinutes(1)),
            new Rate(20, Duration.ofMinutes(1)),
            100,
            2,
            new HashCost(8, 1, 1));

    static final AccountName ANNA = new AccountName("anna");
    static final AccountName BERT = new AccountName("bert");
    static final Client HOME = new Client("192.0.2.1", "a browser");

    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InstantSource clock = () -> now;

    @SuppressWarnings("NullAway.Init")
    Door door;

    /** Returns the address of this test's book. */
    abstract BookAddress book();

    Door open() {
        return Door.open(book(), Access.WRITE, SETTINGS, clock, new SecureRandom());
    }

    @BeforeEach
    void addTwo() {
        door = open();
        assertThat(door.hasAccounts()).isFalse();
        assertThat(door.add(ANNA, ANNAS, Role.ADMIN)).isInstanceOf(Changed.Done.class);
        assertThat(door.add(BERT, BERTS, Role.REVIEWER)).isInstanceOf(Changed.Done.class);
        assertThat(door.hasAccounts()).isTrue();
    }

    @AfterEach
    void close() {
        door.close();
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    private String session(String name, String password) {
        SignIn signIn = door.signIn(name, password, HOME);
        assertThat(signIn).isInstanceOf(SignIn.Accepted.class);
        return ((SignIn.Accepted) signIn).session();
    }

    private static Why why(Changed changed) {
        assertThat(changed).isInstanceOf(Changed.Refused.class);
        assertThat(((Changed.Refused) changed).sentence()).endsWith(".").doesNotContain(ANNAS, BERTS);
        return ((Changed.Refused) changed).why();
    }

    final TokenAdded.Done token(AccountName owner, Role role, Optional<LocalDate> expires) {
        TokenAdded added = door.addToken(new Caller(owner, role, false), "nightly export", role, expires);
        assertThat(added).isInstanceOf(TokenAdded.Done.class);
        return (TokenAdded.Done) added;
    }

    private List<String> outcomes() {
        return door.logins(0, 100).items().stream()
                .map(login -> login.name() + " " + login.outcome().slug())
                .toList();
    }

    @Test
    void theRightPasswordBeginsASession() {
        SignIn.Accepted accepted = (SignIn.Accepted) door.signIn(" Anna ", ANNAS, HOME);
        assertThat(accepted.session()).matches("[A-Za-z0-9_-]{43}");
        assertThat(accepted.caller()).isEqualTo(new Caller(ANNA, Role.ADMIN, false));
        assertThat(accepted.longest()).isEqualTo(Duration.ofDays(7));
        assertThat(door.session(accepted.session())).contains(accepted.caller());
        assertThat(door.accounts().getFirst().lastLogin()).contains(now);
        assertThat(door.accounts().getLast().lastLogin()).isEmpty();
        try (Door other = open()) {
            assertThat(other.session(accepted.session()))
                    .as("another program on the same book")
                    .isPresent();
        }
    }

    @Test
    void everythingElseIsRefusedAlikeAndNotedApart() {
        door.change(BERT, Change.ofDisabled(true));
        List<SignIn> answers = List.of(
                door.signIn("anna", "ferry on the fjorD", HOME),
                door.signIn("carla", ANNAS, HOME),
                door.signIn("bert", BERTS, HOME));
        assertThat(answers).containsOnly(new SignIn.Refused());
        assertThat(outcomes()).containsExactly("bert disabled", "carla unknown-name", "anna wrong-password");
    }

    @Test
    void hostileNamesAndPasswordsAreRefusedAndTheirNotesAreHarmless() {
        door.signIn("anna\0\u202e\ud800' OR 1=1 --", "\0", new Client("192.0.2.2", "\ud800"));
        door.signIn("x".repeat(5_000), "y".repeat(200_000), new Client("192.0.2.3\n", ""));
        door.signIn("", "", new Client("", ""));
        door.signIn("anna", ANNAS + "\0", HOME);
        door.signIn("anna", ANNAS + "\ud800", HOME);
        List<Login> logins = door.logins(0, 10).items();
        assertThat(logins).hasSize(5).noneMatch(login -> login.outcome() == Login.Outcome.SIGNED_IN);
        assertThat(logins.getLast().name()).isEqualTo("anna\ufffd\ufffd\ufffd' OR 1=1 --");
        assertThat(logins.get(3).name()).isEqualTo("x".repeat(40));
        assertThat(logins.get(3).address()).isEqualTo("192.0.2.3\ufffd");
        assertThat(door.session("\0")).isEmpty();
        assertThat(door.session("x".repeat(100_000))).isEmpty();
        assertThat(door.token("tranche_\0", HOME)).isEmpty();
    }

    @Test
    void aPasswordIsTheSameHoweverItsLettersAreComposed() {
        AccountName name = new AccountName("zoe");
        door.add(name, "caf\u00e9 caf\u00e9 caf\u00e9", Role.VIEWER);
        session("zoe", "cafe\u0301 cafe\u0301 cafe\u0301");
        session("zoe", "\uff43af\u00e9 caf\u00e9 caf\u00e9");
        assertThat(door.signIn("zoe", "cafe cafe cafe", HOME)).isEqualTo(new SignIn.Refused());
    }

    @Test
    void sessionsEndWithoutUseAndAfterTheirTime() {
        String idle = session("anna", ANNAS);
        later(Duration.ofHours(8).minusMillis(1));
        assertThat(door.session(idle)).isPresent();
        later(Duration.ofHours(8).minusMillis(1));
        assertThat(door.session(idle)).as("use prolongs it").isPresent();
        later(Duration.ofHours(8));
        assertThat(door.session(idle)).isEmpty();
        String busy = session("anna", ANNAS);
        for (int i = 0; i < 167; i++) {
            later(Duration.ofHours(1));
            assertThat(door.session(busy)).as("hour %d", i).isPresent();
        }
        later(Duration.ofHours(1));
        assertThat(door.session(busy)).as("seven days").isEmpty();
    }

    /** A session that begins at the moment in which its account is disabled must not outlive it. */
    @Test
    void aSessionOfADisabledAccountIsRefusedEvenIfItIsThere() {
        String bert = session("bert", BERTS);
        try (AccountStore store = AccountStore.open(book(), Access.WRITE)) {
            store.accounts().changeDisabled("bert", true);
        }
        assertThat(door.session(bert)).isEmpty();
    }

    @Test
    void signingOutEndsOneSession() {
        String one = session("anna", ANNAS);
        String two = session("anna", ANNAS);
        door.signOut(one, HOME);
        door.signOut(one, HOME);
        door.signOut("nonsense", HOME);
        assertThat(door.session(one)).isEmpty();
        assertThat(door.session(two)).isPresent();
        assertThat(outcomes()).containsExactly("anna signed-out", "anna signed-in", "anna signed-in");
    }

    @Test
    void anAccountHasABoundedNumberOfSessions() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Sessions.MOST_EACH + 5; i++) {
            later(Duration.ofSeconds(1));
            ids.add(session("anna", ANNAS));
        }
        assertThat(ids.stream().filter(id -> door.session(id).isPresent()))
                .hasSize(Sessions.MOST_EACH)
                .doesNotContain(ids.getFirst())
                .contains(ids.getLast());
    }

    @Test
    void anAccountHasABoundedNumberOfTokens() {
        String first = token(BERT, Role.VIEWER, Optional.empty()).token().id();
        for (int i = 1; i < Tokens.MOST_EACH; i++) {
            token(BERT, Role.VIEWER, Optional.empty());
        }
        assertThat(door.addToken(new Caller(BERT, Role.VIEWER, false), "one more", Role.VIEWER, Optional.empty()))
                .isInstanceOfSatisfying(
                        TokenAdded.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(TokenAdded.Why.FULL));
        token(ANNA, Role.VIEWER, Optional.empty());
        assertThat(door.removeToken(first)).isTrue();
        token(BERT, Role.VIEWER, Optional.empty());
    }

    @Test
    void disablingAndAnotherPasswordEndSessionsAndRefuseTokens() {
        String anna = session("anna", ANNAS);
        String bert = session("bert", BERTS);
        String secret = token(BERT, Role.VIEWER, Optional.empty()).secret();
        door.change(BERT, Change.ofDisabled(true));
        assertThat(door.session(bert)).isEmpty();
        assertThat(door.token(secret, HOME)).isEmpty();
        assertThat(door.session(anna)).isPresent();
        door.change(BERT, Change.ofDisabled(false));
        assertThat(door.session(bert)).as("a session that ended stays so").isEmpty();
        assertThat(door.token(secret, HOME)).isPresent();
        String again = session("bert", BERTS);
        assertThat(door.change(BERT, Change.ofPassword("oak over the lamp"))).isInstanceOf(Changed.Done.class);
        assertThat(door.session(again)).isEmpty();
        assertThat(door.token(secret, HOME)).isEmpty();
        assertThat(door.tokens(BERT)).isEmpty();
        assertThat(door.signIn("bert", BERTS, HOME)).isEqualTo(new SignIn.Refused());
        session("bert", "oak over the lamp");
    }

    @Test
    void aDemotionHoldsAtOnce() {
        String bert = session("bert", BERTS);
        String secret = token(BERT, Role.REVIEWER, Optional.empty()).secret();
        door.change(BERT, Change.ofRole(Role.VIEWER));
        assertThat(door.session(bert)).contains(new Caller(BERT, Role.VIEWER, false));
        assertThat(door.token(secret, HOME)).contains(new Caller(BERT, Role.VIEWER, true));
        door.change(BERT, Change.ofRole(Role.ADMIN));
        assertThat(door.token(secret, HOME)).contains(new Caller(BERT, Role.REVIEWER, true));
    }

    @Test
    void thereIsAlwaysAnAdmin() {
        assertThat(why(door.change(ANNA, Change.ofRole(Role.REVIEWER)))).isEqualTo(Why.LAST_ADMIN);
        assertThat(why(door.change(ANNA, Change.ofDisabled(true)))).isEqualTo(Why.LAST_ADMIN);
        door.change(BERT, Change.ofRole(Role.ADMIN));
        assertThat(door.change(ANNA, Change.ofDisabled(true))).isInstanceOf(Changed.Done.class);
        assertThat(why(door.change(BERT, Change.ofDisabled(true)))).isEqualTo(Why.LAST_ADMIN);
        assertThat(why(door.change(BERT, Change.ofRole(Role.VIEWER)))).isEqualTo(Why.LAST_ADMIN);
        assertThat(door.change(ANNA, Change.ofRole(Role.VIEWER)))
                .as("a disabled admin does not count")
                .isInstanceOf(Changed.Done.class);
    }

    @Test
    void twoAdminsCannotDisableEachOtherAtOnce() throws Exception {
        door.change(BERT, Change.ofRole(Role.ADMIN));
        try (Door other = open();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Changed> one = threads.submit(() -> door.change(BERT, Change.ofDisabled(true)));
            Future<Changed> two = threads.submit(() -> other.change(ANNA, Change.ofDisabled(true)));
            assertThat(List.of(one.get() instanceof Changed.Done, two.get() instanceof Changed.Done))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(door.accounts().stream().filter(account -> !account.disabled()))
                .hasSize(1);
    }

    @Test
    void accountsAreAddedOnceAndTheFirstIsAnAdmin() {
        assertThat(why(door.add(ANNA, "another good one", Role.VIEWER))).isEqualTo(Why.EXISTS);
        assertThat(why(door.change(new AccountName("carla"), Change.ofRole(Role.VIEWER))))
                .isEqualTo(Why.UNKNOWN);
        assertThat(why(door.change(new AccountName("carla"), Change.ofPassword("another good one"))))
                .isEqualTo(Why.UNKNOWN);
        assertThat(why(door.change(ANNA, Change.ofPassword("short")))).isEqualTo(Why.WEAK_PASSWORD);
        assertThat(door.accounts()).extracting(Account::name).containsExactly(ANNA, BERT);
        assertThat(door.accounts()).extracting(Account::created).containsOnly(now);
    }

    @Test
    void theOwnPasswordNeedsTheCurrentOne() {
        assertThat(why(door.changeOwnPassword(BERT, "a wrong guess", "oak over the lamp", HOME)))
                .isEqualTo(Why.WRONG_PASSWORD);
        assertThat(why(door.changeOwnPassword(BERT, BERTS, "short", HOME))).isEqualTo(Why.WEAK_PASSWORD);
        assertThat(door.changeOwnPassword(BERT, BERTS, "oak over the lamp", HOME))
                .isInstanceOf(Changed.Done.class);
        session("bert", "oak over the lamp");
        assertThat(outcomes()).containsExactly("bert signed-in", "bert wrong-password");
        for (int i = 0; i < 3; i++) {
            door.changeOwnPassword(BERT, "a wrong guess", "oak over the lamp", HOME);
        }
        assertThat(why(door.changeOwnPassword(BERT, "oak over the lamp", BERTS, HOME)))
                .isEqualTo(Why.TOO_MANY);
    }

    @Test
    void failuresAreCountedByName() {
        for (int i = 0; i < 3; i++) {
            assertThat(door.signIn("anna", "wrong", HOME)).isEqualTo(new SignIn.Refused());
        }
        assertThat(door.signIn("anna", ANNAS, HOME)).isEqualTo(new SignIn.TooMany(Duration.ofMinutes(1)));
        assertThat(door.signIn("anna", ANNAS, HOME)).isInstanceOf(SignIn.TooMany.class);
        session("bert", BERTS);
        later(Duration.ofMinutes(1));
        session("anna", ANNAS);
        assertThat(outcomes())
                .as("a flood is one line")
                .containsExactly(
                        "anna signed-in",
                        "bert signed-in",
                        "anna too-many",
                        "anna wrong-password",
                        "anna wrong-password",
                        "anna wrong-password");
    }

    @Test
    void strangersDoNotKeepTheOwnerOfANameOut() {
        SignIn.Accepted first = (SignIn.Accepted) door.signIn("anna", ANNAS, HOME);
        Client laptop = new Client("192.0.2.50", "", first.device());
        for (int i = 0; i < 40; i++) {
            door.signIn("anna", "wrong", new Client("198.51.100." + i, ""));
        }
        assertThat(door.signIn("anna", ANNAS, new Client("203.0.113.9", "")))
                .as("a hundred strangers are too many for a device that nobody knows")
                .isInstanceOf(SignIn.TooMany.class);
        assertThat(door.signIn("anna", ANNAS, laptop)).isInstanceOf(SignIn.Accepted.class);
        assertThat(door.signIn("bert", BERTS, new Client("203.0.113.9", "", first.device())))
                .as("the mark of another account does not count")
                .isInstanceOf(SignIn.Accepted.class);
        for (int i = 0; i < 3; i++) {
            assertThat(door.signIn("anna", "wrong", laptop)).isEqualTo(new SignIn.Refused());
        }
        assertThat(door.signIn("anna", ANNAS, laptop)).isInstanceOf(SignIn.TooMany.class);
    }

    @Test
    void aMarkEndsWithThePassword() {
        SignIn.Accepted first = (SignIn.Accepted) door.signIn("bert", BERTS, HOME);
        door.change(BERT, Change.ofPassword("oak over the lamp"));
        for (int i = 0; i < 40; i++) {
            door.signIn("bert", "wrong", new Client("198.51.100." + i, ""));
        }
        assertThat(door.signIn("bert", "oak over the lamp", new Client("192.0.2.50", "", first.device())))
                .isInstanceOf(SignIn.TooMany.class);
    }

    @Test
    void namesThatAreNoneAreRefusedAsKnownOnesAre() {
        List<String> known = answers("anna");
        assertThat(known).contains(new SignIn.Refused().toString()).hasSizeGreaterThan(40);
        assertThat(answers("nobody")).isEqualTo(known);
    }

    private List<String> answers(String name) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Client client = new Client("198.51.100." + i, "", "aa.bb");
            answers.add(door.signIn(name, "wrong", client).toString());
        }
        for (int i = 0; i < 3; i++) {
            answers.add(
                    door.signIn(name, "wrong", new Client("203.0.113.1", "")).toString());
        }
        return answers;
    }

    @Test
    void failuresAreCountedByAddressAlsoForNamesThatAreNone() {
        for (int i = 0; i < 6; i++) {
            assertThat(door.signIn("nobody" + i, "wrong", HOME)).isEqualTo(new SignIn.Refused());
        }
        assertThat(door.signIn("anna", ANNAS, HOME)).isEqualTo(new SignIn.TooMany(Duration.ofSeconds(10)));
        assertThat(door.signIn("anna", ANNAS, new Client("192.0.2.7", ""))).isInstanceOf(SignIn.Accepted.class);
    }

    @Test
    void successesDoNotCount() {
        for (int i = 0; i < 20; i++) {
            session("anna", ANNAS);
        }
    }

    @Test
    void tokensSpeakForTheirOwnerWithinTheirRole() {
        TokenAdded.Done made = token(ANNA, Role.VIEWER, Optional.empty());
        assertThat(made.secret()).matches("tranche_[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(made.secret().substring(8));
        assertThat(door.token(made.secret(), HOME)).contains(new Caller(ANNA, Role.VIEWER, true));
        assertThat(door.token(made.secret().substring(8), HOME)).isEmpty();
        assertThat(door.session(made.secret().substring(8))).isEmpty();
        TokenAdded tooMuch = door.addToken(new Caller(BERT, Role.ADMIN, false), "x", Role.ADMIN, Optional.empty());
        assertThat(tooMuch)
                .isEqualTo(new TokenAdded.Refused(
                        TokenAdded.Why.ROLE, "a token may at most do what its owner may; bert is reviewer."));
        assertThat(door.addToken(new Caller(ANNA, Role.ADMIN, true), "x", Role.VIEWER, Optional.empty()))
                .as("a token makes no tokens")
                .isInstanceOf(TokenAdded.Refused.class);
        assertThat(door.addToken(new Caller(BERT, Role.ADMIN, false), "  ", Role.VIEWER, Optional.empty()))
                .isInstanceOfSatisfying(
                        TokenAdded.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(TokenAdded.Why.LABEL));
        assertThat(door.tokens()).containsExactly(door.tokens(ANNA).getFirst());
        assertThat(door.tokens(BERT)).isEmpty();
        assertThat(door.removeToken(made.token().id())).isTrue();
        assertThat(door.removeToken(made.token().id())).isFalse();
        assertThat(door.token(made.secret(), HOME)).isEmpty();
    }

    @Test
    void tokensExpireAfterTheirLastDay() {
        assertThat(door.addToken(
                        new Caller(ANNA, Role.ADMIN, false), "x", Role.VIEWER, Optional.of(LocalDate.of(2026, 2, 28))))
                .isInstanceOf(TokenAdded.Refused.class);
        String secret =
                token(ANNA, Role.ADMIN, Optional.of(LocalDate.of(2026, 3, 1))).secret();
        now = Instant.parse("2026-03-01T23:59:59.999Z");
        assertThat(door.token(secret, HOME)).isPresent();
        now = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(door.token(secret, HOME)).isEmpty();
    }

    @Test
    void theUseOfATokenIsNotedOnceAMinuteAndOnceADayInTheRecord() {
        String secret = token(ANNA, Role.VIEWER, Optional.empty()).secret();
        assertThat(door.tokens().getFirst().lastUse()).isEmpty();
        door.token(secret, HOME);
        Instant first = now;
        later(Duration.ofSeconds(59));
        door.token(secret, HOME);
        assertThat(door.tokens().getFirst().lastUse()).contains(first);
        later(Duration.ofSeconds(1));
        door.token(secret, HOME);
        assertThat(door.tokens().getFirst().lastUse()).contains(now);
        assertThat(outcomes()).containsExactly("anna token");
        later(Duration.ofDays(1));
        door.token(secret, HOME);
        assertThat(outcomes()).containsExactly("anna token", "anna token");
    }

    @Test
    void signInsAreReadInPages() {
        for (int i = 0; i < 5; i++) {
            session("anna", ANNAS);
        }
        List<Login> all = new ArrayList<>();
        for (int skipped = 0; skipped < 5; skipped += 2) {
            LoginPage page = door.logins(skipped, 2);
            assertThat(page.total()).isEqualTo(5);
            assertThat(page.items()).hasSizeBetween(1, 2);
            all.addAll(page.items());
        }
        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(door.logins(5, 2).items()).isEmpty();
        assertThat(door.logins(-1, 0).items()).containsExactly(all.getFirst());
    }

    @Test
    void manyThreadsUseOneDoor() throws Exception {
        String anna = session("anna", ANNAS);
        String secret = token(BERT, Role.VIEWER, Optional.empty()).secret();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int turn = i % 4;
            work.add(() -> switch (turn) {
                case 0 -> door.session(anna).isPresent();
                case 1 -> door.token(secret, HOME).isPresent();
                case 2 -> door.signIn("anna", ANNAS, HOME) instanceof SignIn.Accepted;
                default -> !door.logins(0, 10).items().isEmpty();
            });
        }
        Set<Boolean> answers = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                answers.add(each.get());
            }
        }
        assertThat(answers).containsExactly(true);
    }
}
