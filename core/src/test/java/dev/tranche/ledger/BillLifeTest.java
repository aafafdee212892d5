package dev.tranche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.fact.Basis;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.BillLife.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of a bill come from the words for its stage. */
class BillLifeTest {

    @Test
    void everyStepHasItsFirstDayAndReports() {
        Told asked = Told.of("6000").at(Stage.REQUESTED, "asked").on("2031-05-10");
        Told debated = Told.of("6000").at(Stage.REQUESTED, "Debate").on("2031-05-20");
        Told passed = Told.of("6000").at(Stage.APPROPRIATED, "passed").on("2031-06-01");
        Told signed = Told.of("6000").at(Stage.APPROPRIATED, "signed").on("2031-06-03");
        Told again = Told.of("6000").at(Stage.APPROPRIATED, "signed").on("2031-06-05");
        List<BillLife.Reached> life = BillLife.of(Told.entry(asked, debated, passed, signed, again), List.of());
        assertThat(life)
                .extracting(BillLife.Reached::step)
                .containsExactly(Step.ASKED, Step.BEFORE_CHAMBERS, Step.PASSED, Step.SIGNED);
        assertThat(life.getLast().date().from().orElseThrow()).hasToString("2031-06-03");
        assertThat(life.getLast().reports()).containsExactlyInAnyOrder(signed.report(), again.report());
        assertThat(Step.BEFORE_CHAMBERS.slug()).isEqualTo("before-chambers");
    }

    @Test
    void aStopIsStalledOrRejected() {
        Commitment held = Told.entry(Told.of("6000").at(Stage.BLOCKED, "delayed"));
        assertThat(BillLife.of(held, List.of())).singleElement().matches(one -> one.step() == Step.STALLED);
        Commitment vetoed = Told.entry(Told.of("6000").at(Stage.BLOCKED, "vetoed"));
        assertThat(BillLife.of(vetoed, List.of())).singleElement().matches(one -> one.step() == Step.REJECTED);
    }

    @Test
    void bookedPartsDrawOnIt() {
        Commitment bill = Told.entry(Told.of("6000").at(Stage.APPROPRIATED, "passed"));
        assertThat(BillLife.of(bill, List.of(Told.entry(Told.of("400")))))
                .extracting(BillLife.Reached::step)
                .containsExactly(Step.PASSED, Step.DRAWN_ON);
        Commitment refused = Told.entry(Told.of("400")).judged(new Judgement(Standing.REFUSED, List.of()));
        assertThat(BillLife.of(bill, List.of(refused)))
                .as("a part that is not booked")
                .hasSize(1);
        Commitment planned = Told.entry(Told.of("400").at(Stage.PLANNED, "plans"));
        assertThat(BillLife.of(bill, List.of(planned))).hasSize(1);
        assertThat(BillLife.of(Told.entry(Told.of("400")), List.of())).isEmpty();
    }

    @Test
    void aStageThatIsOnlyUsualSaysNothingBesideWords() {
        Told usual = Told.of("400").resting(Basis.WORDS, Basis.WORDS, Basis.DEFAULT);
        Told planned = Told.of("400").at(Stage.PLANNED, "plans");
        assertThat(Told.entry(usual, planned).stage()).isEqualTo(Stage.PLANNED);
        assertThat(Told.entry(usual).stage()).isEqualTo(Stage.ANNOUNCED);
    }
}
