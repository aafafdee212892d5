package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the accounts of a book must do on every database. */
abstract class AccountContract extends TrustContract {

    /** What stands for the hash of a password. */
    private static final String PASSWORD = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA";

    /** What stands for the digest of a secret. */
    private static final String DIGEST = "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";

    /** When everything happens. */
    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09.010Z");

    /** Opens the accounts of this test's book. */
    private AccountStore openAccounts() {
        return AccountStore.open(book(), Access.WRITE, count);
    }

    /** Adds one of everything. */
    private static void fill(AccountStore store) {
        store.accounts().insert("anna", "admin", PASSWORD, NOW);
        store.sessions().insert(session(DIGEST, NOW));
        store.tokens().insert(token("t1", DIGEST, Optional.of(LocalDate.of(2024, 6, 1))));
        store.logins().insert(NOW, "anna", "192.0.2.1", "signed-in");
    }

    private static SessionTable.Row session(String digest, Instant used) {
        return new SessionTable.Row(digest, "anna", NOW, used, "192.0.2.1", "a browser");
    }

    private static TokenTable.Row token(String id, String digest, Optional<LocalDate> expires) {
        return new TokenTable.Row(id, digest, "nightly", "anna", "viewer", NOW, expires, Optional.empty());
    }

    @Test
    void whatWasKeptComesBack() {
        try (AccountStore store = openAccounts()) {
            fill(store);
        }
        try (AccountStore store = openAccounts()) {
            assertThat(store.accounts().all())
                    .containsExactly(
                            new AccountTable.Row("anna", "admin", PASSWORD, NOW, false, NOW, Optional.empty()));
            assertThat(store.accounts().find("anna")).isPresent();
            assertThat(store.accounts().find("Anna")).isEmpty();
            assertThat(store.sessions().find(DIGEST)).contains(session(DIGEST, NOW));
            assertThat(store.tokens().find(DIGEST))
                    .contains(token("t1", DIGEST, Optional.of(LocalDate.of(2024, 6, 1))));
            assertThat(store.logins().page(0, 10))
                    .extracting(LoginTable.Row::at, LoginTable.Row::name, LoginTable.Row::outcome)
                    .containsExactly(tuple(NOW, "anna", "signed-in"));
        }
    }

    @Test
    void nothingSecretIsPrinted() {
        try (AccountStore store = openAccounts()) {
            fill(store);
            assertThat(store.accounts().all() + " "
                            + store.sessions().find(DIGEST) + " "
                            + store.tokens().all())
                    .contains("anna", "t1")
                    .doesNotContain(PASSWORD)
                    .doesNotContain(DIGEST);
            assertThatThrownBy(() -> store.accounts().insert("anna", "admin", PASSWORD, NOW))
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining("argon2id");
        }
    }

    @Test
    void accountsAreChangedInParts() {
        Instant later = NOW.plusSeconds(5);
        try (AccountStore store = openAccounts()) {
            fill(store);
            store.accounts().insert("bert", "viewer", PASSWORD, NOW);
            assertThat(store.accounts().countEnabled("admin")).isEqualTo(1);
            store.accounts().changeRole("bert", "admin");
            assertThat(store.accounts().countEnabled("admin")).isEqualTo(2);
            store.accounts().changeDisabled("anna", true);
            assertThat(store.accounts().countEnabled("admin")).isEqualTo(1);
            store.accounts().changePassword("bert", "another", later);
            store.accounts().noteLogin("bert", later);
            assertThat(store.accounts().find("bert"))
                    .contains(new AccountTable.Row("bert", "admin", "another", NOW, false, later, Optional.of(later)));
            assertThatThrownBy(() -> store.accounts().changeRole("bert", "owner"))
                    .as("the database itself knows three roles")
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void sessionsEnd() {
        try (AccountStore store = openAccounts()) {
            fill(store);
            for (int i = 0; i < 9; i++) {
                store.sessions().insert(session("digest" + i, NOW.plus(Duration.ofHours(i))));
            }
            store.sessions().deleteAllBut("anna", 5);
            assertThat(store.sessions().count()).isEqualTo(5);
            assertThat(store.sessions().find("digest4")).isPresent();
            assertThat(store.sessions().find("digest3")).isEmpty();
            store.sessions().noteUse("digest4", NOW.plus(Duration.ofDays(1)));
            store.sessions().deleteOld(NOW, NOW.plus(Duration.ofHours(8)));
            assertThat(store.sessions().find("digest4")).isPresent();
            assertThat(store.sessions().count()).isEqualTo(2);
            assertThat(store.sessions().delete("digest4")).isTrue();
            assertThat(store.sessions().delete("digest4")).isFalse();
            store.sessions().deleteOf("anna");
            assertThat(store.sessions().count()).isZero();
        }
    }

    @Test
    void removedTokensAreNotFound() {
        try (AccountStore store = openAccounts()) {
            fill(store);
            store.tokens().insert(token("t2", "other", Optional.empty()));
            assertThat(store.tokens().find("other")).contains(token("t2", "other", Optional.empty()));
            store.tokens().noteUse("t2", NOW.plusSeconds(9));
            assertThat(store.tokens().of("anna"))
                    .extracting(TokenTable.Row::used)
                    .containsExactly(Optional.empty(), Optional.of(NOW.plusSeconds(9)));
            assertThat(store.tokens().remove("t1", NOW)).isTrue();
            assertThat(store.tokens().remove("t1", NOW)).isFalse();
            assertThat(store.tokens().all()).hasSize(1);
            store.tokens().removeOf("anna", NOW);
            assertThat(store.tokens().all()).isEmpty();
            assertThat(store.tokens().find(DIGEST)).isEmpty();
        }
    }

    @Test
    void signInsAreReadInPages() {
        try (AccountStore store = openAccounts()) {
            for (int i = 0; i < 25; i++) {
                store.logins().insert(NOW.plusSeconds(i), "name" + i, "192.0.2.1", "unknown-name");
            }
            List<LoginTable.Row> first = store.logins().page(0, 10);
            List<LoginTable.Row> second = store.logins().page(10, 100);
            assertThat(first)
                    .extracting(LoginTable.Row::name)
                    .startsWith("name24")
                    .hasSize(10);
            assertThat(second)
                    .extracting(LoginTable.Row::name)
                    .startsWith("name14")
                    .endsWith("name0")
                    .hasSize(15);
            assertThat(store.logins().count()).isEqualTo(25);
        }
    }

    @Test
    void whatFailsInTheMiddleChangesNothing() {
        try (AccountStore store = openAccounts()) {
            fill(store);
            assertThatThrownBy(() -> store.inOneGo(() -> {
                        store.accounts().changeDisabled("anna", true);
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(store.accounts().countEnabled("admin")).isEqualTo(1);
            assertThat(store.inOneGoOrNot(() -> store.accounts().changeDisabled("anna", true)))
                    .isTrue();
            assertThat(store.accounts().countEnabled("admin")).isZero();
        }
    }

    @Test
    void whatCanWaitIsGivenUpWhileAnotherWrites() throws Exception {
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (AccountStore store = openAccounts();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            fill(store);
            Future<?> other = thread.submit(() -> {
                try (AccountStore holder = openAccounts()) {
                    holder.inOneGo(() -> {
                        holder.accounts().noteLogin("anna", NOW);
                        holds.countDown();
                        awaitQuietly(done);
                        return true;
                    });
                }
            });
            holds.await();
            assertThat(store.inOneGoOrNot(() -> store.sessions().noteUse(DIGEST, NOW.plusSeconds(60))))
                    .isFalse();
            assertThat(store.sessions().find(DIGEST)).contains(session(DIGEST, NOW));
            done.countDown();
            other.get();
            store.inOneGoOrNot(() -> store.sessions().noteUse(DIGEST, NOW.plusSeconds(60)));
            assertThat(store.sessions().find(DIGEST)).contains(session(DIGEST, NOW.plusSeconds(60)));
        }
    }

    @Test
    void aBookWithoutAccountsGetsTheirTables() throws SQLException {
        MigrationRun.to(book(), 2);
        try (Store old = Store.open(book(), Access.READ, CLOCK, count);
                AccountStore none = AccountStore.open(book(), Access.READ, count)) {
            assertThat(old.verify().entries()).isZero();
            assertThat(none.isThere()).isFalse();
        }
        assertThat(rows("SELECT schema_version FROM book"))
                .as("reading does not change the tables")
                .containsExactly("2|");
        try (Store store = open()) {
            assertThat(store.append(text("a", "Ferry", "A ferry."))).isTrue();
            assertThat(found(store, "ferry")).containsExactly("a");
        }
        assertThat(rows("SELECT schema_version FROM book")).containsExactly(Migrations.CURRENT + "|");
        try (AccountStore accounts = AccountStore.open(book(), Access.READ, count)) {
            assertThat(accounts.isThere()).isTrue();
            assertThat(accounts.accounts().all()).isEmpty();
        }
    }

    @Test
    void aBackupTakesNoAccountsAlong() throws IOException {
        try (Store store = open()) {
            store.append(text("a", "Ferry", "A ferry."));
            store.append(text("b", "Ferry", "Two."));
        }
        try (Store store = open();
                AccountStore accounts = AccountStore.open(book(), Access.WRITE, count)) {
            fill(accounts);
            Path file = folder.resolve("copy.db");
            assertThat(store.backup(file).entries()).isEqualTo(2);
            assertThat(accounts.accounts().all()).as("the book keeps them").isNotEmpty();
            try (AccountStore copied = AccountStore.open(new BookAddress.InFile(file), Access.READ, count)) {
                assertThat(copied.accounts().all()).isEmpty();
                assertThat(copied.sessions().count()).isZero();
                assertThat(copied.tokens().all()).isEmpty();
                assertThat(copied.logins().count()).isZero();
            }
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as("nothing is left between the pages")
                    .doesNotContain(PASSWORD)
                    .doesNotContain(DIGEST);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
