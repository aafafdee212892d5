package dev.tranche.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What holds for the visits of accounts, and all that holds for doors. */
abstract class VisitsContract extends AccountLimitsContract {

    @Test
    void aVisitEndsWithHalfAnHourWithoutALookOnAnyDevice() {
        assertThat(door.look(ANNA, 7, false).before()).isEmpty();
        later(Visits.PAUSE);
        try (Door other = open()) {
            assertThat(other.look(ANNA, 9, false).before()).isEmpty();
        }
        Visits.Look end = new Visits.Look(9, now);
        assertThat(door.look(ANNA, 8, false).last())
                .as("a window that is behind")
                .isEqualTo(end);
        later(Visits.PAUSE.plusSeconds(1));
        assertThat(door.look(ANNA, 12, false).before()).contains(end);
        assertThat(door.look(BERT, 12, false).before()).isEmpty();
        later(Duration.ofMinutes(1));
        assertThat(door.look(ANNA, 12, true).before()).contains(new Visits.Look(12, now));
        assertThat(door.look(ANNA, 13, false).before()).contains(new Visits.Look(12, now));
    }
}
