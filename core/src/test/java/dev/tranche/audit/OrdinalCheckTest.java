package dev.tranche.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.Told;
import dev.tranche.record.OfficialRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A number is missing between two that are known, not before the book began. */
class OrdinalCheckTest {

    private static List<Equation> of(Told... told) {
        List<Commitment> entries =
                List.of(told).stream().map(one -> Told.entry(one)).toList();
        Ledger ledger = Told.ledger(entries, List.of());
        return OrdinalCheck.of(ledger, OfficialRecord.EMPTY);
    }

    @Test
    void aNumberBetweenTwoKnownOnesIsMissing() {
        assertThat(of(
                        Told.of("100").number(4).on("2031-05-10"),
                        Told.of("200").number(6).on("2031-06-10")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.subject()).isEqualTo("NO to UA 5");
                    assertThat(one.stated()).isEqualByComparingTo("1");
                    assertThat(one.unit()).as("a count").isEmpty();
                });
        assertThat(of(Told.of("100").number(4), Told.of("200").number(5).on("2031-06-10")))
                .isEmpty();
    }

    @Test
    void aNumberOfAnotherRecipientFillsNoGap() {
        Told four = Told.of("100").number(4).on("2031-05-10");
        Told six = Told.of("200").number(6).on("2031-06-10");
        Told five = Told.of("150").number(5).on("2031-05-20");
        assertThat(of(four, five, six)).isEmpty();
        assertThat(of(four, Told.of("150").number(5).to("MD").on("2031-05-20"), six))
                .singleElement()
                .satisfies(one -> assertThat(one.subject()).isEqualTo("NO to UA 5"));
    }

    @Test
    void numbersBeforeTheFirstKnownOneAreNot() {
        assertThat(of(Told.of("100").number(4))).isEmpty();
    }

    @Test
    void awiderGapThanFiveSaysNothing() {
        assertThat(of(Told.of("100").number(1), Told.of("200").number(7).on("2031-06-10")))
                .hasSize(1);
        assertThat(of(Told.of("100").number(1), Told.of("200").number(8).on("2031-06-10")))
                .isEmpty();
    }
}
