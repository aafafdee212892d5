package dev.tranche.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.account.Changed.Why;
import dev.tranche.store.Access;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gate of a book does, on every database. */
abstract class GateContract {

    static final String ANNAS = "ferry on the fjord";
    static final String BERTS = "lamp under an oak";
    static final GateSettings SETTINGS = new GateSettings(
            Duration.ofHours(8),
            Duration.ofDays(7),
            new Rate(6, Duration.ofSeconds(10)),
            new Rate(3, Duration.ofMinutes(1)),
            100,
            2,
            new HashCost(8, 1, 1));

    private static final AccountName ANNA = new AccountName("anna");
    private static final AccountName BERT = new AccountName("bert");
    private static final Client HOME = new Client("192.0.2.1", "a browser");

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InstantSource clock = () -> now;

    @SuppressWarnings("NullAway.Init")
    private Gate gate;

    /** Returns the address of this test's book. */
    abstract BookAddress book();

    private Gate open() {
        return Gate.open(book(), Access.WRITE, SETTINGS, clock, new SecureRandom());
    }

    @BeforeEach
    void addTwo() {
        gate = open();
        assertThat(gate.hasAccounts()).isFalse();
        assertThat(gate.add(ANNA, ANNAS, Role.ADMIN)).isInstanceOf(Changed.Done.class);
        assertThat(gate.add(BERT, BERTS, Role.REVIEWER)).isInstanceOf(Changed.Done.class);
        assertThat(gate.hasAccounts()).isTrue();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private String session(String name, String password) {
        SignIn signIn = gate.signIn(name, password, HOME);
        assertThat(signIn).isInstanceOf(SignIn.Accepted.class);
        return ((SignIn.Accepted) signIn).session();
    }

    private static Why why(Changed changed) {
        assertThat(changed).isInstanceOf(Changed.Refused.class);
        assertThat(((Changed.Refused) changed).sentence()).endsWith(".").doesNotContain(ANNAS, BERTS);
        return ((Changed.Refused) changed).why();
    }

    private TokenAdded.Done token(AccountName owner, Role role, Optional<LocalDate> expires) {
        TokenAdded added = gate.addToken(owner, "nightly export", role, expires);
        assertThat(added).isInstanceOf(TokenAdded.Done.class);
        return (TokenAdded.Done) added;
    }

    private List<String> outcomes() {
        return gate.logins(OptionalLong.empty(), 100).items().stream()
                .map(login -> login.name() + " " + login.outcome().slug())
                .toList();
    }

    @Test
    void theRightPasswordBeginsASession() {
        SignIn.Accepted accepted = (SignIn.Accepted) gate.signIn(" Anna ", ANNAS, HOME);
        assertThat(accepted.session()).matches("[A-Za-z0-9_-]{43}");
        assertThat(accepted.identity()).isEqualTo(new Identity(ANNA, Role.ADMIN, false));
        assertThat(accepted.longest()).isEqualTo(Duration.ofDays(7));
        assertThat(gate.session(accepted.session())).contains(accepted.identity());
        assertThat(gate.accounts().getFirst().lastLogin()).contains(now);
        assertThat(gate.accounts().getLast().lastLogin()).isEmpty();
        try (Gate other = open()) {
            assertThat(other.session(accepted.session()))
                    .as("another program on the same book")
                    .isPresent();
        }
    }

    @Test
    void everythingElseIsRefusedAlikeAndNotedApart() {
        gate.change(BERT, Change.ofDisabled(true));
        List<SignIn> answers = List.of(
                gate.signIn("anna", "ferry on the fjorD", HOME),
                gate.signIn("carla", ANNAS, HOME),
                gate.signIn("bert", BERTS, HOME));
        assertThat(answers).containsOnly(new SignIn.Refused());
        assertThat(outcomes()).containsExactly("bert disabled", "carla unknown-name", "anna wrong-password");
    }

    @Test
    void hostileNamesAndPasswordsAreRefusedAndTheirNotesAreHarmless() {
        gate.signIn("anna\0\u202e\ud800' OR 1=1 --", "\0", new Client("192.0.2.2", "\ud800"));
        gate.signIn("x".repeat(5_000), "y".repeat(200_000), new Client("192.0.2.3\n", ""));
        gate.signIn("", "", new Client("", ""));
        gate.signIn("anna", ANNAS + "\0", HOME);
        gate.signIn("anna", ANNAS + "\ud800", HOME);
        List<Login> logins = gate.logins(OptionalLong.empty(), 10).items();
        assertThat(logins).hasSize(5).noneMatch(login -> login.outcome() == Login.Outcome.SIGNED_IN);
        assertThat(logins.getLast().name()).isEqualTo("anna\ufffd\ufffd\ufffd' OR 1=1 --");
        assertThat(logins.get(3).name()).isEqualTo("x".repeat(40));
        assertThat(logins.get(3).address()).isEqualTo("192.0.2.3\ufffd");
        assertThat(gate.session("\0")).isEmpty();
        assertThat(gate.session("x".repeat(100_000))).isEmpty();
        assertThat(gate.token("tranche_\0", HOME)).isEmpty();
    }

    @Test
    void aPasswordIsTheSameHoweverItsLettersAreComposed() {
        AccountName name = new AccountName("zoe");
        gate.add(name, "caf\u00e9 caf\u00e9 caf\u00e9", Role.VIEWER);
        session("zoe", "cafe\u0301 cafe\u0301 cafe\u0301");
        session("zoe", "\uff43af\u00e9 caf\u00e9 caf\u00e9");
        assertThat(gate.signIn("zoe", "cafe cafe cafe", HOME)).isEqualTo(new SignIn.Refused());
    }

    @Test
    void sessionsEndWithoutUseAndAfterTheirTime() {
        String idle = session("anna", ANNAS);
        later(Duration.ofHours(8).minusMillis(1));
        assertThat(gate.session(idle)).isPresent();
        later(Duration.ofHours(8).minusMillis(1));
        assertThat(gate.session(idle)).as("use prolongs it").isPresent();
        later(Duration.ofHours(8));
        assertThat(gate.session(idle)).isEmpty();
        String busy = session("anna", ANNAS);
        for (int i = 0; i < 167; i++) {
            later(Duration.ofHours(1));
            assertThat(gate.session(busy)).as("hour %d", i).isPresent();
        }
        later(Duration.ofHours(1));
        assertThat(gate.session(busy)).as("seven days").isEmpty();
    }

    @Test
    void signingOutEndsOneSession() {
        String one = session("anna", ANNAS);
        String two = session("anna", ANNAS);
        gate.signOut(one, HOME);
        gate.signOut(one, HOME);
        gate.signOut("nonsense", HOME);
        assertThat(gate.session(one)).isEmpty();
        assertThat(gate.session(two)).isPresent();
        assertThat(outcomes()).containsExactly("anna signed-out", "anna signed-in", "anna signed-in");
    }

    @Test
    void anAccountHasABoundedNumberOfSessions() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Sessions.MOST_EACH + 5; i++) {
            later(Duration.ofSeconds(1));
            ids.add(session("anna", ANNAS));
        }
        assertThat(ids.stream().filter(id -> gate.session(id).isPresent()))
                .hasSize(Sessions.MOST_EACH)
                .doesNotContain(ids.getFirst())
                .contains(ids.getLast());
    }

    @Test
    void disablingAndAnotherPasswordEndSessionsAndRefuseTokens() {
        String anna = session("anna", ANNAS);
        String bert = session("bert", BERTS);
        String secret = token(BERT, Role.VIEWER, Optional.empty()).secret();
        gate.change(BERT, Change.ofDisabled(true));
        assertThat(gate.session(bert)).isEmpty();
        assertThat(gate.token(secret, HOME)).isEmpty();
        assertThat(gate.session(anna)).isPresent();
        gate.change(BERT, Change.ofDisabled(false));
        assertThat(gate.session(bert)).as("a session that ended stays so").isEmpty();
        assertThat(gate.token(secret, HOME)).isPresent();
        String again = session("bert", BERTS);
        assertThat(gate.change(BERT, Change.ofPassword("oak over the lamp"))).isInstanceOf(Changed.Done.class);
        assertThat(gate.session(again)).isEmpty();
        assertThat(gate.token(secret, HOME)).isEmpty();
        assertThat(gate.tokens(BERT)).isEmpty();
        assertThat(gate.signIn("bert", BERTS, HOME)).isEqualTo(new SignIn.Refused());
        session("bert", "oak over the lamp");
    }

    @Test
    void aDemotionHoldsAtOnce() {
        String bert = session("bert", BERTS);
        String secret = token(BERT, Role.REVIEWER, Optional.empty()).secret();
        gate.change(BERT, Change.ofRole(Role.VIEWER));
        assertThat(gate.session(bert)).contains(new Identity(BERT, Role.VIEWER, false));
        assertThat(gate.token(secret, HOME)).contains(new Identity(BERT, Role.VIEWER, true));
        gate.change(BERT, Change.ofRole(Role.ADMIN));
        assertThat(gate.token(secret, HOME)).contains(new Identity(BERT, Role.REVIEWER, true));
    }

    @Test
    void thereIsAlwaysAnAdmin() {
        assertThat(why(gate.change(ANNA, Change.ofRole(Role.REVIEWER)))).isEqualTo(Why.LAST_ADMIN);
        assertThat(why(gate.change(ANNA, Change.ofDisabled(true)))).isEqualTo(Why.LAST_ADMIN);
        gate.change(BERT, Change.ofRole(Role.ADMIN));
        assertThat(gate.change(ANNA, Change.ofDisabled(true))).isInstanceOf(Changed.Done.class);
        assertThat(why(gate.change(BERT, Change.ofDisabled(true)))).isEqualTo(Why.LAST_ADMIN);
        assertThat(why(gate.change(BERT, Change.ofRole(Role.VIEWER)))).isEqualTo(Why.LAST_ADMIN);
        assertThat(gate.change(ANNA, Change.ofRole(Role.VIEWER)))
                .as("a disabled admin is none")
                .isInstanceOf(Changed.Done.class);
    }

    @Test
    void twoAdminsCannotDisableEachOtherAtOnce() throws Exception {
        gate.change(BERT, Change.ofRole(Role.ADMIN));
        try (Gate other = open();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Changed> one = threads.submit(() -> gate.change(BERT, Change.ofDisabled(true)));
            Future<Changed> two = threads.submit(() -> other.change(ANNA, Change.ofDisabled(true)));
            assertThat(List.of(one.get() instanceof Changed.Done, two.get() instanceof Changed.Done))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(gate.accounts().stream().filter(account -> !account.disabled()))
                .hasSize(1);
    }

    @Test
    void accountsAreAddedOnceAndTheFirstIsAnAdmin() {
        assertThat(why(gate.add(ANNA, "another good one", Role.VIEWER))).isEqualTo(Why.EXISTS);
        assertThat(why(gate.change(new AccountName("carla"), Change.ofRole(Role.VIEWER))))
                .isEqualTo(Why.UNKNOWN);
        assertThat(why(gate.change(new AccountName("carla"), Change.ofPassword("another good one"))))
                .isEqualTo(Why.UNKNOWN);
        assertThat(why(gate.change(ANNA, Change.ofPassword("short")))).isEqualTo(Why.WEAK_PASSWORD);
        assertThat(gate.accounts()).extracting(Account::name).containsExactly(ANNA, BERT);
        assertThat(gate.accounts()).extracting(Account::created).containsOnly(now);
    }

    @Test
    void theOwnPasswordNeedsTheCurrentOne() {
        assertThat(why(gate.changeOwnPassword(BERT, "a wrong guess", "oak over the lamp", HOME)))
                .isEqualTo(Why.WRONG_PASSWORD);
        assertThat(why(gate.changeOwnPassword(BERT, BERTS, "short", HOME))).isEqualTo(Why.WEAK_PASSWORD);
        assertThat(gate.changeOwnPassword(BERT, BERTS, "oak over the lamp", HOME))
                .isInstanceOf(Changed.Done.class);
        session("bert", "oak over the lamp");
        assertThat(outcomes()).containsExactly("bert signed-in", "bert wrong-password");
        for (int i = 0; i < 3; i++) {
            gate.changeOwnPassword(BERT, "a wrong guess", "oak over the lamp", HOME);
        }
        assertThat(why(gate.changeOwnPassword(BERT, "oak over the lamp", BERTS, HOME)))
                .isEqualTo(Why.TOO_MANY);
    }

    @Test
    void failuresAreCountedByName() {
        for (int i = 0; i < 3; i++) {
            assertThat(gate.signIn("anna", "wrong", new Client("192.0.2." + i, "")))
                    .isEqualTo(new SignIn.Refused());
        }
        assertThat(gate.signIn("anna", ANNAS, new Client("192.0.2.9", "")))
                .isEqualTo(new SignIn.TooMany(Duration.ofMinutes(1)));
        assertThat(gate.signIn("anna", ANNAS, new Client("192.0.2.8", ""))).isInstanceOf(SignIn.TooMany.class);
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
    void failuresAreCountedByAddressAlsoForNamesThatAreNone() {
        for (int i = 0; i < 6; i++) {
            assertThat(gate.signIn("nobody" + i, "wrong", HOME)).isEqualTo(new SignIn.Refused());
        }
        assertThat(gate.signIn("anna", ANNAS, HOME)).isEqualTo(new SignIn.TooMany(Duration.ofSeconds(10)));
        assertThat(gate.signIn("anna", ANNAS, new Client("192.0.2.7", ""))).isInstanceOf(SignIn.Accepted.class);
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
        assertThat(gate.token(made.secret(), HOME)).contains(new Identity(ANNA, Role.VIEWER, true));
        assertThat(gate.token(made.secret().substring(8), HOME)).isEmpty();
        assertThat(gate.session(made.secret().substring(8))).isEmpty();
        TokenAdded tooMuch = gate.addToken(BERT, "x", Role.ADMIN, Optional.empty());
        assertThat(tooMuch)
                .isEqualTo(new TokenAdded.Refused(
                        TokenAdded.Why.ROLE, "a token may at most do what its owner may; bert is reviewer."));
        assertThat(gate.addToken(BERT, "  ", Role.VIEWER, Optional.empty()))
                .isInstanceOfSatisfying(
                        TokenAdded.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(TokenAdded.Why.LABEL));
        assertThat(gate.tokens()).containsExactly(gate.tokens(ANNA).getFirst());
        assertThat(gate.tokens(BERT)).isEmpty();
        assertThat(gate.removeToken(made.token().id())).isTrue();
        assertThat(gate.removeToken(made.token().id())).isFalse();
        assertThat(gate.token(made.secret(), HOME)).isEmpty();
    }

    @Test
    void tokensExpireAfterTheirLastDay() {
        assertThat(gate.addToken(ANNA, "x", Role.VIEWER, Optional.of(LocalDate.of(2026, 2, 28))))
                .isInstanceOf(TokenAdded.Refused.class);
        String secret =
                token(ANNA, Role.ADMIN, Optional.of(LocalDate.of(2026, 3, 1))).secret();
        now = Instant.parse("2026-03-01T23:59:59.999Z");
        assertThat(gate.token(secret, HOME)).isPresent();
        now = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(gate.token(secret, HOME)).isEmpty();
    }

    @Test
    void theUseOfATokenIsNotedOnceAMinuteAndOnceADayInTheRecord() {
        String secret = token(ANNA, Role.VIEWER, Optional.empty()).secret();
        assertThat(gate.tokens().getFirst().lastUse()).isEmpty();
        gate.token(secret, HOME);
        Instant first = now;
        later(Duration.ofSeconds(59));
        gate.token(secret, HOME);
        assertThat(gate.tokens().getFirst().lastUse()).contains(first);
        later(Duration.ofSeconds(1));
        gate.token(secret, HOME);
        assertThat(gate.tokens().getFirst().lastUse()).contains(now);
        assertThat(outcomes()).containsExactly("anna token");
        later(Duration.ofDays(1));
        gate.token(secret, HOME);
        assertThat(outcomes()).containsExactly("anna token", "anna token");
    }

    @Test
    void signInsAreReadInPages() {
        for (int i = 0; i < 5; i++) {
            session("anna", ANNAS);
        }
        List<Login> all = new ArrayList<>();
        OptionalLong next = OptionalLong.empty();
        do {
            LoginPage page = gate.logins(next, 2);
            assertThat(page.total()).isEqualTo(5);
            assertThat(page.items()).hasSizeBetween(1, 2);
            all.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(gate.logins(OptionalLong.of(all.getLast().number()), 2).items())
                .isEmpty();
    }

    @Test
    void manyThreadsUseOneGate() throws Exception {
        String anna = session("anna", ANNAS);
        String secret = token(BERT, Role.VIEWER, Optional.empty()).secret();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int turn = i % 4;
            work.add(() -> switch (turn) {
                case 0 -> gate.session(anna).isPresent();
                case 1 -> gate.token(secret, HOME).isPresent();
                case 2 -> gate.signIn("anna", ANNAS, HOME) instanceof SignIn.Accepted;
                default -> !gate.logins(OptionalLong.empty(), 10).items().isEmpty();
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
