package dev.tranche.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often somebody may try to sign in. */
class LoginLimitTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final LoginLimit limit = new LoginLimit(
            new Rate(4, Duration.ofSeconds(10)),
            new Rate(2, Duration.ofMinutes(1)),
            new Rate(6, Duration.ofSeconds(30)),
            50);

    private LoginLimit.Verdict charge(String address, String name, Instant now) {
        return limit.charge(new LoginLimit.Attempt(address, name, Optional.empty()), now);
    }

    private LoginLimit.Verdict chargeDevice(String device, String name, Instant now) {
        return limit.charge(new LoginLimit.Attempt("a", name, Optional.of(device)), now);
    }

    @Test
    void bucketsFillAgainWithTime() {
        assertThat(charge("a", "anna", START).isAllowed()).isTrue();
        assertThat(charge("a", "anna", START).isAllowed()).isTrue();
        assertThat(charge("a", "anna", START)).isEqualTo(new LoginLimit.Verdict(false, Duration.ofMinutes(1), true));
        assertThat(charge("a", "anna", START.plusSeconds(59)))
                .isEqualTo(new LoginLimit.Verdict(false, Duration.ofSeconds(1), false));
        assertThat(charge("a", "anna", START.plusSeconds(60)).isAllowed()).isTrue();
        assertThat(charge("a", "anna", START.plusSeconds(60)).isFirst()).isTrue();
        Instant day = START.plus(Duration.ofDays(1));
        assertThat(charge("a", "anna", day).isAllowed()).isTrue();
        assertThat(charge("a", "anna", day).isAllowed()).isTrue();
        assertThat(charge("a", "anna", day).isAllowed())
                .as("a bucket is never more than full")
                .isFalse();
    }

    @Test
    void strangersElsewhereDoNotUseUpTheAttemptsOfAnAddress() {
        for (int i = 0; i < 4; i++) {
            charge("stranger", "anna", START);
        }
        assertThat(charge("stranger", "anna", START).isAllowed()).isFalse();
        assertThat(charge("home", "anna", START).isAllowed()).isTrue();
    }

    @Test
    void strangersEverywhereDoNotKeepAKnownDeviceOut() {
        for (int i = 0; i < 40; i++) {
            charge("stranger" + i, "anna", START);
        }
        assertThat(charge("another", "anna", START).isAllowed()).isFalse();
        assertThat(charge("another", "bert", START).isAllowed()).isTrue();
        assertThat(chargeDevice("laptop", "anna", START).isAllowed()).isTrue();
        assertThat(chargeDevice("laptop", "anna", START).isAllowed()).isTrue();
        assertThat(chargeDevice("laptop", "anna", START).isAllowed())
                .as("a stolen device has few attempts too")
                .isFalse();
    }

    /** Somebody sets the clock, or the machine does. */
    @Test
    void aClockSetBackMakesNoWaitLongerThanThatOfAnEmptyBucket() {
        for (int i = 0; i < 9; i++) {
            charge("a", "anna", START);
            limit.giveBack(new LoginLimit.Attempt("a", "anna", Optional.empty()));
        }
        charge("a", "anna", START);
        Instant before = START.minus(Duration.ofDays(1));
        assertThat(charge("a", "anna", before).retryAfter()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(charge("a", "anna", before.plusSeconds(60)).isAllowed()).isTrue();
    }

    @Test
    void anAddressThatIsRefusedDoesNotCountAgainstANameAndWhatIsGivenBackIsThere() {
        for (int i = 0; i < 4; i++) {
            charge("a", "n" + i, START);
        }
        assertThat(charge("a", "anna", START).isAllowed()).isFalse();
        assertThat(charge("b", "anna", START).isAllowed()).isTrue();
        assertThat(charge("b", "anna", START).isAllowed()).isTrue();
        limit.giveBack(new LoginLimit.Attempt("b", "anna", Optional.empty()));
        limit.giveBack(new LoginLimit.Attempt("nowhere", "nobody", Optional.empty()));
        assertThat(charge("b", "anna", START).isAllowed()).isTrue();
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        for (int i = 0; i < 4; i++) {
            assertThat(charge("2001:db8:0:1::" + i, "n" + i, START).isAllowed()).isTrue();
        }
        assertThat(charge("2001:db8:0:1:ffff::9", "n9", START).isAllowed()).isFalse();
        assertThat(charge("2001:db8:0:2::9", "n9", START).isAllowed()).isTrue();
    }

    @Test
    void memoryIsBoundedAndTheOldestGoFirst() {
        for (int i = 0; i < 10_000; i++) {
            charge("address" + i, "name" + i, START);
            chargeDevice("device" + i, "name" + i, START);
        }
        assertThat(limit.held()).isEqualTo(200);
    }

    @Test
    void aRateAllowsSomething() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
