package dev.tranche.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.account.Changed.Why;
import dev.tranche.store.Access;
import dev.tranche.store.AccountStore;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many accounts a book has, and when their use is noted; and all that holds for doors. */
abstract class AccountLimitsContract extends DoorContract {

    @Test
    void aUseAfterTheClockWasSetBackIsNoted() {
        String secret = token(ANNA, Role.VIEWER, Optional.empty()).secret();
        door.token(secret, HOME);
        later(Duration.ofSeconds(-1));
        door.token(secret, HOME);
        assertThat(door.tokens().getFirst().lastUse()).contains(now);
        later(Duration.ofDays(-3));
        door.token(secret, HOME);
        assertThat(door.tokens().getFirst().lastUse()).contains(now);
    }

    @Test
    void aBookHasABoundedNumberOfAccounts() {
        try (AccountStore store = AccountStore.open(book(), Access.WRITE)) {
            String hash = store.accounts().find("anna").orElseThrow().password();
            store.inOneGoOrNot(() -> {
                for (int i = 2; i < Door.MOST_ACCOUNTS - 1; i++) {
                    store.accounts().insert("reader" + i, Role.VIEWER.slug(), hash, now);
                }
            });
        }
        assertThat(door.add(new AccountName("last"), BERTS, Role.VIEWER)).isInstanceOf(Changed.Done.class);
        assertThat(door.add(new AccountName("more"), BERTS, Role.VIEWER))
                .isInstanceOfSatisfying(Changed.Refused.class, refused -> {
                    assertThat(refused.why()).isEqualTo(Why.FULL);
                    assertThat(refused.sentence()).isEqualTo("a book holds at most 1000 accounts.");
                });
    }
}
