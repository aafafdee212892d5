package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.store.AccountTables.AccountRow;
import dev.tranche.store.AccountTables.LoginRow;
import dev.tranche.store.AccountTables.SessionRow;
import dev.tranche.store.AccountTables.TokenRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the tables of accounts must do on every database. */
final class AccountTablesChecks {

    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");

    private AccountTablesChecks() {}

    static void check(AccountTables tables) {
        accounts(tables);
        sessions(tables);
        tokens(tables);
        logins(tables);
    }

    private static void accounts(AccountTables tables) {
        assertThat(tables.hasAccounts()).isFalse();
        AccountRow anna = new AccountRow("anna", "admin", "hash", NOW, false, Optional.empty());
        assertThat(tables.add(anna)).isTrue();
        assertThat(tables.add(new AccountRow("anna", "viewer", "other", NOW, false, Optional.empty())))
                .isFalse();
        assertThat(tables.hasAccounts()).isTrue();
        assertThat(tables.account("anna")).contains(anna);
        assertThat(tables.account("Anna")).isEmpty();
        AccountRow changed = new AccountRow("anna", "viewer", "next", NOW, true, Optional.empty());
        tables.change(changed);
        tables.noteLogin("anna", NOW.plusSeconds(1));
        assertThat(tables.accounts())
                .containsExactly(new AccountRow("anna", "viewer", "next", NOW, true, Optional.of(NOW.plusSeconds(1))));
        assertThatThrownBy(() -> tables.add(new AccountRow("b", "king", "hash", NOW, false, Optional.empty())))
                .isInstanceOf(StoreException.class);
    }

    private static void sessions(AccountTables tables) {
        for (String hash : new String[] {"one", "two", "three"}) {
            tables.add(new SessionRow(hash, "anna", NOW, NOW));
        }
        tables.noteUse("one", NOW.plusSeconds(60));
        assertThat(tables.session("one")).contains(new SessionRow("one", "anna", NOW, NOW.plusSeconds(60)));
        tables.endSession("two");
        assertThat(tables.session("two")).isEmpty();
        tables.endSessions("anna", "one");
        assertThat(tables.session("three")).isEmpty();
        assertThat(tables.session("one")).isPresent();
        tables.removeSessions(NOW.minusSeconds(1), NOW.plusSeconds(60));
        assertThat(tables.session("one")).isPresent();
        tables.removeSessions(NOW.minusSeconds(1), NOW.plusSeconds(61));
        assertThat(tables.session("one")).isEmpty();
    }

    private static void tokens(AccountTables tables) {
        TokenRow token = new TokenRow(
                "id1",
                "hash1",
                "robot",
                "anna",
                "viewer",
                NOW,
                Optional.of(LocalDate.of(2025, 1, 2)),
                Optional.empty());
        TokenRow later = new TokenRow(
                "id2", "hash2", "robot", "anna", "viewer", NOW.plusSeconds(1), Optional.empty(), Optional.empty());
        tables.add(token);
        tables.add(later);
        assertThat(tables.tokens()).containsExactly(later, token);
        assertThat(tables.token("hash1")).contains(token);
        tables.noteTokenUse("id1", NOW.plusSeconds(2));
        assertThat(tables.token("hash1").orElseThrow().lastUse()).contains(NOW.plusSeconds(2));
        assertThat(tables.removeToken("id1")).isTrue();
        assertThat(tables.removeToken("id1")).isFalse();
        assertThat(tables.token("hash1")).isEmpty();
    }

    private static void logins(AccountTables tables) {
        for (int i = 0; i < 5; i++) {
            tables.add(new LoginRow(NOW.plusSeconds(i), "n" + i, "127.0.0.1", "signed-in"));
        }
        assertThat(tables.countLogins()).isEqualTo(5);
        assertThat(tables.logins(1, 2).stream().map(LoginRow::name)).containsExactly("n3", "n2");
    }
}
