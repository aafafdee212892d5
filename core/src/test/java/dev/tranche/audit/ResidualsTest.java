package dev.tranche.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What explains a residual is named: a pair, a whole in place of its part, an equal twin. */
class ResidualsTest {

    private static final BigDecimal ROUNDING = BigDecimal.valueOf(10);

    private static AuditRow row(String id, int day, long amount, long whole) {
        return new AuditRow(
                id,
                LocalDate.of(2031, 5, day),
                BigDecimal.valueOf(amount),
                "EUR",
                BigDecimal.valueOf(whole),
                Optional.of("X"),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                id);
    }

    private static List<Explanation> explain(List<AuditRow> rows, long residual) {
        return Residuals.explain(rows, BigDecimal.valueOf(residual), ROUNDING, List.of(), List.of(), "in May");
    }

    @Test
    void aPairIsNamedWhenNothingSmallerFits() {
        List<AuditRow> rows = List.of(row("a", 1, 300, 300), row("b", 9, 450, 450), row("c", 20, 1000, 1000));
        List<Explanation> found = explain(rows, -750);
        assertThat(found).extracting(one -> one.entry().orElse("")).containsExactly("a", "b");
        assertThat(found)
                .extracting(Explanation::alternative)
                .containsOnly(found.getFirst().alternative());
        assertThat(found).allMatch(one -> one.how() == How.WRONG_AUTHORITY);
    }

    @Test
    void aRowThatIsNotCountedExplainsNoSumThatIsOver() {
        AuditRow counted = row("a", 1, 750, 750);
        AuditRow apart = new AuditRow(
                "b",
                counted.date().plusDays(4),
                counted.amount(),
                counted.currency(),
                counted.whole(),
                Optional.of("Y"),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "b");
        assertThat(explain(List.of(counted, apart), -750))
                .anyMatch(one -> one.entry().equals(Optional.of("a")));
        assertThat(explain(List.of(counted, apart), -750))
                .noneMatch(one -> one.entry().equals(Optional.of("b")));
    }

    @Test
    void aPairThatFitsOnlyRoughlyIsNotNamed() {
        List<AuditRow> rows = List.of(row("a", 1, 300, 300), row("b", 9, 455, 455), row("c", 20, 1000, 1000));
        assertThat(explain(rows, -750)).isEmpty();
    }

    @Test
    void aSingleRowOfTheSizeLeavesPairsAlone() {
        List<AuditRow> rows = List.of(row("a", 1, 300, 300), row("b", 9, 450, 450), row("c", 20, 750, 750));
        assertThat(explain(rows, -750).getFirst().entry()).contains("c");
    }

    @Test
    void theWholeInPlaceOfItsPartIsNamed() {
        List<Explanation> found = explain(List.of(row("a", 1, 300, 900), row("b", 9, 450, 450)), 600);
        assertThat(found)
                .filteredOn(one -> one.how() == How.PART_WITH_WHOLE)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.entry()).contains("a");
                    assertThat(one.amount()).isEqualByComparingTo("600");
                });
        assertThat(explain(List.of(row("a", 1, 300, 950)), 600)).noneMatch(one -> one.how() == How.PART_WITH_WHOLE);
    }

    @Test
    void anEqualTwinOfTheNextDayIsNamedWhenItsSumIsOver() {
        List<AuditRow> rows = List.of(row("a", 1, 300, 300), row("b", 2, 300, 300));
        assertThat(explain(rows, -300))
                .filteredOn(one -> one.how() == How.DOUBLED)
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("b may repeat a"));
        assertThat(explain(rows, -200)).noneMatch(one -> one.how() == How.DOUBLED);
        assertThat(explain(List.of(row("a", 1, 300, 300), row("b", 9, 300, 300)), -300))
                .noneMatch(one -> one.how() == How.DOUBLED);
    }

    @Test
    void whatIsMissingIsNamedByItsSize() {
        assertThat(explain(List.of(row("a", 1, 300, 300)), 400))
                .anyMatch(one -> one.how() == How.MISSING && one.amount().intValueExact() == 400);
    }

    @Test
    void roundingExplainsOnlyWhatItHides() {
        assertThat(explain(List.of(row("a", 1, 300, 300)), 10))
                .singleElement()
                .satisfies(one -> assertThat(one.how()).isEqualTo(How.ROUNDING));
        assertThat(explain(List.of(row("a", 1, 300, 300)), 0)).isEmpty();
    }
}
