package dev.tranche.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.audit.Equation.Kind;
import dev.tranche.record.OfficialRecord;
import dev.tranche.record.RecordRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The record that ships balances, and breaks by name when a row is removed or repeated. */
class RecordAuditTest {

    private static final OfficialRecord RECORD = OfficialRecord.shipped();
    private static final LocalDate FIRST = LocalDate.of(2022, 6, 23);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 7);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal ROUNDING = BigDecimal.valueOf(100).multiply(MILLION);

    @Test
    void sixteenOfNineteenStepsHold() {
        List<Equation> steps = steps(Audit.of(RECORD, "US", "UA"));
        assertThat(steps).hasSize(19);
        List<Equation> broken = steps.stream().filter(step -> !step.holds()).toList();
        assertThat(broken)
                .extracting(step -> step.to().toString())
                .containsExactly("2023-10-05", "2024-03-12", "2024-05-10");
        assertThat(broken)
                .extracting(step -> step.residual().divide(MILLION).intValueExact())
                .containsExactly(-675, -1500, -1000);
        assertThat(broken).allSatisfy(step -> assertThat(step.explanations()).isNotEmpty());
        assertThat(broken.get(1).explanations())
                .filteredOn(one -> one.alternative() == 1)
                .hasSize(8)
                .allMatch(one -> one.how() == How.WRONG_AUTHORITY);
        assertThat(broken.get(2).explanations().getFirst().entry()).contains("PDA-56");
    }

    @Test
    void sumsOfAuthoritiesBalancesAndCapsAreThose() {
        List<Equation> equations = Audit.of(RECORD, "US", "UA");
        assertThat(predicted(equations, Kind.SUM, "29 PDA")).isEqualTo(15_835);
        assertThat(predicted(equations, Kind.SUM, "37 PDA")).isEqualTo(21_085);
        assertThat(predicted(equations, Kind.SUM, "5 USAI")).isEqualTo(4_795);
        assertThat(predicted(equations, Kind.CAP, "PDA fiscal year 2022")).isEqualTo(10_850);
        assertThat(equations)
                .filteredOn(equation -> equation.kind() == Kind.BALANCE)
                .extracting(equation -> equation.predicted().divide(MILLION).intValueExact())
                .containsExactly(5_600, 3_850);
        assertThat(equations)
                .filteredOn(equation -> !equation.holds())
                .extracting(Equation::subject)
                .containsExactly("since 2022-02-24", "since 2022-02-24", "since 2022-02-24", "PDA fiscal year 2023");
    }

    @Test
    void aMissingRowIsNamedBySpanAndSize() {
        List<RecordRow> candidates = candidates();
        assertThat(candidates).hasSizeGreaterThan(60);
        for (RecordRow gone : candidates) {
            List<RecordRow> rows = new ArrayList<>(RECORD.rows());
            rows.remove(gone);
            assertThat(Audit.of(with(rows), "US", "UA"))
                    .as("without %s of %s", gone.id(), gone.amount())
                    .anySatisfy(equation -> {
                        assertThat(equation.from().orElseThrow()).isBefore(gone.date());
                        assertThat(equation.to()).isAfterOrEqualTo(gone.date());
                        assertThat(equation.explanations()).anySatisfy(one -> {
                            assertThat(one.how()).isEqualTo(How.MISSING);
                            assertThat(one.amount().subtract(gone.amount()).abs())
                                    .isLessThanOrEqualTo(ROUNDING);
                        });
                    });
        }
    }

    @Test
    void aMissingNumberIsNamed() {
        List<RecordRow> numbered = RECORD.rows().stream()
                .filter(row -> row.authority().equals("PDA") && row.ordinal().isPresent())
                .sorted(Comparator.comparingInt(row -> row.ordinal().getAsInt()))
                .toList();
        assertThat(numbered).hasSizeGreaterThan(10);
        for (RecordRow gone : numbered.subList(1, numbered.size() - 1)) {
            List<RecordRow> rows = new ArrayList<>(RECORD.rows());
            rows.remove(gone);
            assertThat(Audit.of(with(rows), "US", "UA"))
                    .extracting(Equation::subject)
                    .contains("PDA " + gone.ordinal().getAsInt());
        }
    }

    @Test
    void aDoubledRowIsNamed() {
        for (RecordRow twice : candidates()) {
            List<RecordRow> rows = new ArrayList<>(RECORD.rows());
            rows.add(twice);
            List<Equation> equations = Audit.of(with(rows), "US", "UA");
            assertThat(steps(equations))
                    .as("twice %s", twice.id())
                    .anySatisfy(equation -> assertThat(equation.explanations())
                            .isNotEmpty()
                            .first()
                            .satisfies(one -> {
                                assertThat(one.how()).isEqualTo(How.DOUBLED);
                                assertThat(one.entry()).contains(twice.id());
                            }));
        }
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        List<RecordRow> rows = new ArrayList<>(RECORD.rows());
        java.util.Collections.reverse(rows);
        assertThat(Audit.of(with(rows), "US", "UA")).isEqualTo(Audit.of(RECORD, "US", "UA"));
    }

    private static List<RecordRow> candidates() {
        return RECORD.rows().stream()
                .filter(row -> row.authority().equals("PDA") || row.authority().equals("USAI"))
                .filter(row -> row.date().isAfter(FIRST) && !row.date().isAfter(LAST))
                .filter(row -> row.amount().compareTo(ROUNDING) >= 0)
                .toList();
    }

    private static OfficialRecord with(List<RecordRow> rows) {
        return new OfficialRecord(rows, RECORD.totals(), RECORD.balances(), RECORD.caps(), RECORD.events());
    }

    private static List<Equation> steps(List<Equation> equations) {
        return equations.stream()
                .filter(equation -> equation.kind() == Kind.TOTAL)
                .filter(equation -> !equation.from().orElseThrow().isBefore(FIRST))
                .filter(equation -> !equation.to().isAfter(LAST))
                .toList();
    }

    private static int predicted(List<Equation> equations, Kind kind, String subject) {
        return equations.stream()
                .filter(equation ->
                        equation.kind() == kind && equation.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .predicted()
                .divide(MILLION)
                .intValueExact();
    }
}
