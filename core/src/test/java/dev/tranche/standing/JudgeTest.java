package dev.tranche.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ledger.Books;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which entries count, and why others do not. */
class JudgeTest {

    /** Eight ordinary packages of one donor, so that the book knows what is usual. */
    private static Books usual() {
        Books book = new Books();
        for (int i = 0; i < 8; i++) {
            book.tell(
                    "usual" + i,
                    "Quayside",
                    "2031-0" + (1 + i) + "-10",
                    "Norway announced $" + (90 + 10 * i) + " million in military aid for Ukraine, the ministry said.");
        }
        return book;
    }

    private static Commitment judged(Books book, String sum) {
        Ledger ledger = Judge.judge(book.ledger());
        return ledger.entries().stream()
                .filter(entry -> entry.amount().value().toPlainString().equals(sum))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Commitment entry) {
        return entry.judgement().doubts().stream().map(Doubt::code).toList();
    }

    @Test
    void ordinaryPackagesAreBookedAndCount() {
        Ledger ledger = Judge.judge(usual().ledger());
        assertThat(ledger.entries()).hasSize(8).allSatisfy(entry -> {
            assertThat(entry.standing()).isEqualTo(Standing.BOOKED);
            assertThat(entry.counted()).isTrue();
        });
    }

    @Test
    void aSumOutOfAllProportionIsDoubtfulUntilSeveralTellIt() {
        Books book = usual().tell(
                        "large", "Quayside", "2031-09-20", "Norway announced $6 billion in military aid for Ukraine.");
        Commitment alone = judged(book, "6000000000");
        assertThat(alone.standing()).isEqualTo(Standing.DOUBTFUL);
        assertThat(alone.counted()).isFalse();
        assertThat(codes(alone)).contains("out-of-proportion");
        book.tell(
                        "l2",
                        "Hilltop",
                        "2031-09-20",
                        "Oslo: Norway has announced military aid of $6 billion for Ukraine today.")
                .tell(
                        "l3",
                        "Far Coast",
                        "2031-09-20",
                        "Ukraine is to get $6 billion in military aid, Norway announced.")
                .tell("l4", "Valley", "2031-09-20", "In a speech Norway announced $6 billion in weapons for Ukraine.")
                .tell("l5", "Harbour", "2031-09-20", "Norway announced a package of $6 billion in arms for Ukraine.");
        assertThat(judged(book, "6000000000").standing()).isEqualTo(Standing.BOOKED);
    }

    @Test
    void whatIsStatedAsATotalIsNoPackage() {
        Books book = usual().tell(
                        "total",
                        "Hilltop",
                        "2031-09-01",
                        "Norway has given Ukraine a total of $3 billion in military aid since January 2031.")
                .tell("wrong", "Quayside", "2031-09-20", "Norway announced $3 billion in military aid for Ukraine.");
        Commitment entry = judged(book, "3000000000");
        assertThat(entry.standing()).isEqualTo(Standing.REFUSED);
        assertThat(codes(entry)).contains("running-total");
    }

    @Test
    void aBillsSumIsNoPackage() {
        Books book = usual().tell(
                        "ask",
                        "Hilltop",
                        "2031-09-01",
                        "Norway's government asked parliament for $2 billion in military aid" + " for Ukraine.")
                .tell("wrong", "Quayside", "2031-10-20", "Norway announced $2 billion in military aid for Ukraine.");
        List<Commitment> both = Judge.judge(book.ledger()).entries().stream()
                .filter(entry -> entry.amount().value().toPlainString().equals("2000000000"))
                .toList();
        assertThat(both).anyMatch(entry -> entry.kind() == Commitment.Kind.BILL);
        assertThat(both).noneMatch(Commitment::counted);
    }

    @Test
    void aSlipOfDigitsGivesWayToWhatMoreTell() {
        Books book = new Books()
                .tell("a", "Quayside", "2031-03-04", "Norway announced $185 million in military aid for Ukraine.")
                .tell(
                        "b",
                        "Hilltop",
                        "2031-03-04",
                        "Norway said it is sending $185 million in military aid to Ukraine.")
                .tell(
                        "c",
                        "Far Coast",
                        "2031-03-04",
                        "Norway announced $158 million in military aid for Ukraine, it says.");
        assertThat(judged(book, "185000000").standing()).isEqualTo(Standing.BOOKED);
        assertThat(codes(judged(book, "158000000"))).contains("digit-slip");
        assertThat(judged(book, "158000000").counted()).isFalse();
    }

    @Test
    void aSumThatNobodyGivesDoesNotCount() {
        Books book = new Books()
                .tell(
                        "a",
                        "Quayside",
                        "2031-03-04",
                        "Ukraine will receive $185 million in military aid, a paper said.");
        assertThat(Judge.judge(book.ledger()).entries()).noneMatch(Commitment::counted);
    }

    @Test
    void theOrderOfReportsChangesNoJudgement() {
        Books book =
                usual().tell("x", "Quayside", "2031-09-20", "Norway announced $6 billion in military aid for Ukraine.");
        Books back = new Books();
        book.entries().reversed().forEach(back::add);
        assertThat(Judge.judge(back.ledger())).isEqualTo(Judge.judge(book.ledger()));
    }

    @Test
    void everyDoubtSaysWhatItRestsOn() {
        Books book =
                usual().tell("x", "Quayside", "2031-09-20", "Norway announced $6 billion in military aid for Ukraine.");
        assertThat(Judge.judge(book.ledger()).entries())
                .flatExtracting(entry -> entry.judgement().doubts())
                .isNotEmpty()
                .allSatisfy(doubt -> {
                    assertThat(doubt.message()).endsWith(".");
                    assertThat(doubt.evidence()).isNotEmpty();
                });
    }
}
