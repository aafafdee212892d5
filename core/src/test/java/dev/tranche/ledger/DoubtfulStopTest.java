package dev.tranche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.fact.Stage;
import dev.tranche.resolve.Claim;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a stop that reports tell is the stage of an entry. */
class DoubtfulStopTest {

    private static Stage stage(Told... told) {
        List<Claim> claims = Stream.of(told).map(Told::claim).toList();
        return EntryWriter.write(claims).stage();
    }

    private static Told announced(String day) {
        return Told.of("400").on(day);
    }

    private static Told stopped(String day) {
        return Told.of("400").at(Stage.BLOCKED, "cuts").on(day);
    }

    @Test
    void oneOutletAgainstTwoOfTheSameDaysIsNotBelieved() {
        assertThat(stage(announced("2031-05-10"), announced("2031-05-10"), stopped("2031-05-11")))
                .isEqualTo(Stage.ANNOUNCED);
    }

    @Test
    void twoOutletsAreBelieved() {
        assertThat(stage(
                        announced("2031-05-10"), announced("2031-05-10"), stopped("2031-05-11"), stopped("2031-05-11")))
                .isEqualTo(Stage.BLOCKED);
    }

    @Test
    void aStopOfALaterDayIsBelieved() {
        assertThat(stage(announced("2031-05-10"), announced("2031-05-10"), stopped("2031-05-14")))
                .isEqualTo(Stage.BLOCKED);
    }
}
