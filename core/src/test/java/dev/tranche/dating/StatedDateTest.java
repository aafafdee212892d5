package dev.tranche.dating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatedDateTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    @Test
    void writesEachGranularityAsExtendedDate() {
        assertThat(StatedDate.on(FIRST).edtf()).isEqualTo("2024-01-01");
        assertThat(Unit.MONTH.around(FIRST).edtf()).isEqualTo("2024-01");
        assertThat(Unit.QUARTER.around(FIRST).edtf()).isEqualTo("2024-33");
        assertThat(Unit.HALF.around(FIRST).edtf()).isEqualTo("2024-40");
        assertThat(Unit.YEAR.around(FIRST).edtf()).isEqualTo("2024");
        assertThat(Unit.DECADE.around(FIRST).edtf()).isEqualTo("202X");
        assertThat(Unit.SEASON.around(FIRST).edtf()).isEqualTo("2023-24");
        assertThat(Unit.WEEK.around(FIRST).edtf()).isEqualTo("2024-01-01/2024-01-07");
        assertThat(StatedDate.since(FIRST).edtf()).isEqualTo("2024-01-01/..");
        assertThat(StatedDate.until(FIRST).edtf()).isEqualTo("../2024-01-01");
        assertThat(StatedDate.UNKNOWN.edtf()).isEqualTo("../..");
    }

    @Test
    void refusesAnIntervalThatEndsBeforeItStarts() {
        assertThatThrownBy(() -> StatedDate.between(FIRST, FIRST.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void daysOutsideTheKnownTimeAreNoDays() {
        assertThat(DaySet.between(LocalDate.of(1960, 1, 1), LocalDate.of(1965, 1, 1))
                        .isEmpty())
                .isTrue();
        assertThat(DaySet.since(FIRST).hull()).isEqualTo(StatedDate.since(FIRST));
        assertThat(DaySet.since(FIRST).and(DaySet.until(FIRST)).hull()).isEqualTo(StatedDate.on(FIRST));
    }
}
