package dev.tranche.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How often somebody may try to sign in. */
class LoginLimitTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final LoginLimit limit =
            new LoginLimit(new Rate(4, Duration.ofSeconds(10)), new Rate(2, Duration.ofMinutes(1)), 50);

    @Test
    void bucketsFillAgainWithTime() {
        assertThat(limit.charge("a", "anna", START).isAllowed()).isTrue();
        assertThat(limit.charge("b", "anna", START).isAllowed()).isTrue();
        assertThat(limit.charge("c", "anna", START))
                .isEqualTo(new LoginLimit.Verdict(false, Duration.ofMinutes(1), true));
        assertThat(limit.charge("c", "anna", START.plusSeconds(59)))
                .isEqualTo(new LoginLimit.Verdict(false, Duration.ofSeconds(1), false));
        assertThat(limit.charge("c", "anna", START.plusSeconds(60)).isAllowed()).isTrue();
        assertThat(limit.charge("c", "anna", START.plusSeconds(60)).isFirst()).isTrue();
        assertThat(limit.charge("d", "anna", START.plus(Duration.ofDays(1))).isAllowed())
                .isTrue();
        assertThat(limit.charge("d", "anna", START.plus(Duration.ofDays(1))).isAllowed())
                .isTrue();
        assertThat(limit.charge("d", "anna", START.plus(Duration.ofDays(1))).isAllowed())
                .as("a bucket is never more than full")
                .isFalse();
    }

    @Test
    void anAddressThatIsRefusedDoesNotCountAgainstANameAndWhatIsGivenBackIsThere() {
        for (int i = 0; i < 4; i++) {
            limit.charge("a", "n" + i, START);
        }
        assertThat(limit.charge("a", "anna", START).isAllowed()).isFalse();
        assertThat(limit.charge("b", "anna", START).isAllowed()).isTrue();
        assertThat(limit.charge("b", "anna", START).isAllowed()).isTrue();
        limit.giveBack("b", "anna");
        limit.giveBack("nowhere", "nobody");
        assertThat(limit.charge("b", "anna", START).isAllowed()).isTrue();
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        for (int i = 0; i < 4; i++) {
            assertThat(limit.charge("2001:db8:0:1::" + i, "n" + i, START).isAllowed())
                    .isTrue();
        }
        assertThat(limit.charge("2001:db8:0:1:ffff::9", "n9", START).isAllowed())
                .isFalse();
        assertThat(limit.charge("2001:db8:0:2::9", "n9", START).isAllowed()).isTrue();
    }

    @Test
    void memoryIsBoundedAndTheOldestGoFirst() {
        for (int i = 0; i < 10_000; i++) {
            limit.charge("address" + i, "name" + i, START);
        }
        assertThat(limit.held()).isEqualTo(100);
    }

    @Test
    void aRateAllowsSomething() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
