package dev.tranche.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.StatedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Things are counted by steps of time, and the most reported of them chosen. */
class LaneTest {

    private record Thing(StatedDate date, int reports) {}

    private static Thing on(String day, int reports) {
        return new Thing(StatedDate.on(LocalDate.parse(day)), reports);
    }

    private static Lane<Thing> lane(List<Thing> things, Lane.Step step, String from, String to, int most) {
        return Lane.of(
                things,
                Thing::date,
                Thing::reports,
                step,
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to)),
                most);
    }

    @Test
    void countsEachStepAndNothingTwice() {
        List<Thing> things =
                List.of(on("2031-03-01", 1), on("2031-03-01", 1), on("2031-03-09", 1), on("2031-04-02", 1));
        assertThat(lane(things, Lane.Step.MONTH, "2031-01-01", "2031-12-31", 9).counts())
                .containsExactly(
                        new Lane.Count(LocalDate.parse("2031-03-01"), LocalDate.parse("2031-03-31"), 3),
                        new Lane.Count(LocalDate.parse("2031-04-01"), LocalDate.parse("2031-04-30"), 1));
        assertThat(lane(things, Lane.Step.DAY, "2031-01-01", "2031-12-31", 9).counts())
                .extracting(Lane.Count::count)
                .containsExactly(2, 1, 1);
        // 1 March 2031 is a Saturday.
        assertThat(lane(things, Lane.Step.WEEK, "2031-01-01", "2031-12-31", 9)
                        .counts()
                        .getFirst()
                        .from())
                .isEqualTo("2031-02-24");
    }

    @Test
    void whatIsDatedTooLooselyForAStepIsCountedApart() {
        Thing month = new Thing(StatedDate.between(LocalDate.parse("2031-03-01"), LocalDate.parse("2031-03-31")), 4);
        Lane<Thing> week = lane(List.of(month, on("2031-03-09", 1)), Lane.Step.DAY, "2031-03-05", "2031-03-11", 9);
        assertThat(week.total()).isEqualTo(2);
        assertThat(week.vague()).isEqualTo(1);
        assertThat(week.counts()).hasSize(1);
        assertThat(week.most()).as("a month does not fill a week").containsExactly(on("2031-03-09", 1));
        assertThat(lane(List.of(month), Lane.Step.MONTH, "2031-01-01", "2031-12-31", 9)
                        .most())
                .containsExactly(month);
    }

    @Test
    void theMostToldComeFirstAndEquallyToldOnesAreSpread() {
        List<Thing> things = new ArrayList<>();
        for (int day = 0; day < 256; day++) {
            things.add(new Thing(StatedDate.on(LocalDate.parse("2031-01-01").plusDays(day)), 1));
        }
        things.set(200, new Thing(things.get(200).date(), 7));
        List<Thing> chosen =
                lane(things, Lane.Step.MONTH, "2031-01-01", "2031-12-31", 9).most();
        assertThat(chosen.getFirst().reports()).isEqualTo(7);
        assertThat(chosen.stream()
                        .skip(1)
                        .map(thing -> thing.date().from().orElseThrow().getMonthValue() / 3))
                .as("some of every quarter that has any")
                .contains(0, 1, 2);
    }

    @Test
    void aWindowHasNoMoreThanAHundredSteps() {
        LocalDate first = LocalDate.parse("2031-01-01");
        assertThat(Lane.Step.of(first, first.plusDays(6))).isEqualTo(Lane.Step.DAY);
        assertThat(Lane.Step.of(first, first.plusDays(364))).isEqualTo(Lane.Step.WEEK);
        assertThat(Lane.Step.of(first, first.plusYears(6))).isEqualTo(Lane.Step.MONTH);
        assertThat(Lane.Step.of(first, first.plusYears(80))).isEqualTo(Lane.Step.YEAR);
    }
}
