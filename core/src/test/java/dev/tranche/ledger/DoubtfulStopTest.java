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

    /** Given and stopped on the same days contradict each other; on later days one follows the other. */
    @Test
    void aStopOfALaterDayContradictsNothing() {
        assertThat(contradictions(announced("2031-05-10"), stopped("2031-05-11"), stopped("2031-05-11")))
                .isOne();
        assertThat(contradictions(announced("2031-05-10"), stopped("2031-05-12"), stopped("2031-05-12")))
                .isZero();
        assertThat(contradictions(Told.of("400").at(Stage.DELIVERED, "sent"), stopped("2031-05-12")))
                .as("a delivery is no announcement of the same days")
                .isZero();
    }

    private static long contradictions(Told... told) {
        return Contradictions.within(Told.entry(told)).stream()
                .filter(one -> one.kind() == Contradiction.Kind.STAGE)
                .count();
    }

    @Test
    void aStopOfALaterDayIsBelieved() {
        assertThat(stage(announced("2031-05-10"), announced("2031-05-10"), stopped("2031-05-14")))
                .isEqualTo(Stage.BLOCKED);
    }
}
