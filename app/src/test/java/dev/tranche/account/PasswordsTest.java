package dev.tranche.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How passwords are hashed, compared and judged. */
class PasswordsTest {

    private static final AccountName ANNA = new AccountName("anna");

    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords(random, new HashCost(8, 1, 1), 2);

    /** From the reference program of Argon2 (phc-winner-argon2, test.c). */
    @Test
    void hashesAreThoseOfTheReference() {
        assertThat(passwords.check(
                        Optional.of("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
                        "password",
                        Optional.empty()))
                .isEqualTo(Passwords.Check.MATCHES);
        assertThat(passwords.check(
                        Optional.of("$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ"
                                + "$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"),
                        "password",
                        Optional.empty()))
                .isEqualTo(Passwords.Check.MATCHES);
    }

    @Test
    void theUsualCostIsWrittenIntoTheHash() {
        Passwords usual = new Passwords(random, HashCost.USUAL, 1);
        String phc = usual.hash("ferry on the fjord").orElseThrow().phc();
        assertThat(phc).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(usual.hash("ferry on the fjord").orElseThrow().phc())
                .as("another salt")
                .isNotEqualTo(phc);
        assertThat(passwords.check(Optional.of(phc), "ferry on the fjord", Optional.empty()))
                .as("the cost is read from the hash")
                .isEqualTo(Passwords.Check.MATCHES);
        assertThat(passwords.check(Optional.of(phc), "ferry on the fjord ", Optional.empty()))
                .isEqualTo(Passwords.Check.DIFFERS);
    }

    @Test
    void nothingMatchesAnAccountThatIsNotThere() {
        assertThat(passwords.check(Optional.empty(), "", Optional.empty())).isEqualTo(Passwords.Check.DIFFERS);
        assertThat(passwords.check(Optional.empty(), "ferry on the fjord", Optional.empty()))
                .isEqualTo(Passwords.Check.DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ferry",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=256,t=99,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=8,t=1,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$bQk8"
            })
    void aDamagedOrCostlyHashMatchesNothing(String kept) {
        assertThat(PasswordHash.find(kept)).isEmpty();
        assertThat(passwords.check(Optional.of(kept), "password", Optional.empty()))
                .isEqualTo(Passwords.Check.DIFFERS);
    }

    @Test
    void aHashIsWrittenAsItWasReadAndNeverPrinted() {
        PasswordHash hash = passwords.hash("ferry on the fjord").orElseThrow();
        assertThat(PasswordHash.find(hash.phc()).orElseThrow().phc()).isEqualTo(hash.phc());
        assertThat(hash.toString()).doesNotContain("$");
        assertThatThrownBy(() -> new HashCost(7, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlySoManyWaitAndTheOthersAreToldSo() throws Exception {
        Passwords slow = new Passwords(random, new HashCost(1024, 8, 1), 1);
        int callers = 60;
        CountDownLatch ready = new CountDownLatch(callers);
        List<Future<Passwords.Check>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                answers.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return slow.check(Optional.empty(), "ferry", Optional.of(""));
                }));
            }
            List<Passwords.Check> got = new ArrayList<>();
            for (Future<Passwords.Check> answer : answers) {
                got.add(answer.get());
            }
            assertThat(got).contains(Passwords.Check.DIFFERS, Passwords.Check.BUSY);
        }
        assertThat(slow.check(Optional.empty(), "ferry", Optional.of("")))
                .as("the places are free again")
                .isEqualTo(Passwords.Check.DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "elevenchars",
                "annaannaanna",
                "Anna12345678!",
                "PasswordPassword",
                "correct horse battery staple",
                "aaaaaaaabbbbbbbb",
                "Summer2026!!",
                "trancheadmin",
                "carla1234567",
                "liverpool2024!",
                "trustno1trustno1",
                "p4ssw0rdp4ssw0rd",
                "ferry on the\0fjord",
                "ferry on the\nfjord",
                "ferry on the \ud800 fjord",
                "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
            })
    void weakPasswordsAreRefusedWithoutBeingRepeated(String password) {
        Optional<String> objection = PasswordRule.objection(ANNA, password);
        assertThat(objection).isPresent();
        assertThat(objection.get()).doesNotContain(password).endsWith(".");
    }

    @Test
    void lengthIsCountedInCharacters() {
        assertThat(PasswordRule.objection(ANNA, "annabelle's ferry")).isEmpty();
        assertThat(PasswordRule.objection(ANNA, "Über den Fjörd")).isEmpty();
        String rest = "\ud83d\udea2abcdefg".repeat(123);
        assertThat(PasswordRule.objection(ANNA, "ferry on fjordst" + rest)).isEmpty();
        assertThat(PasswordRule.objection(ANNA, "ferry on fjordst" + rest + "x"))
                .contains("the password is longer than 1000 characters.");
        // One character that normalisation makes eighteen.
        String long18 = "\ufdfa".repeat(999) + "x";
        assertThat(PasswordRule.bytes(long18).orElseThrow().length)
                .isGreaterThan(18_000)
                .isLessThan(40_000);
        assertThat(PasswordRule.bytes("a\uff41").orElseThrow()).isEqualTo("aa".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesHaveOneForm() {
        assertThat(AccountName.find("m.berg-2_x")).isPresent();
        assertThat(AccountName.find("a".repeat(40))).isPresent();
        for (String wrong : List.of("", "Anna", ".a", "a b", "a\0", "a\n", "\u00e4nne", "a".repeat(41), "../a")) {
            assertThat(AccountName.find(wrong)).as(wrong).isEmpty();
            assertThatThrownBy(() -> new AccountName(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void rolesAreOrdered() {
        assertThat(Role.values()).containsExactly(Role.VIEWER, Role.REVIEWER, Role.ADMIN);
        assertThat(Role.ADMIN.covers(Role.VIEWER)).isTrue();
        assertThat(Role.VIEWER.covers(Role.REVIEWER)).isFalse();
        assertThat(Role.REVIEWER.covers(Role.REVIEWER)).isTrue();
        assertThat(Role.ADMIN.atMost(Role.VIEWER)).isEqualTo(Role.VIEWER);
        assertThat(Role.VIEWER.atMost(Role.ADMIN)).isEqualTo(Role.VIEWER);
        assertThat(Role.find("Admin")).isEmpty();
    }
}
