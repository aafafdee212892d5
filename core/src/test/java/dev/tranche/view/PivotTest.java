package dev.tranche.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ledger.Books;
import dev.tranche.ledger.Commitment;
import dev.tranche.standing.Judge;
import dev.tranche.view.Pivot.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The law of the pivot: rows, columns and the whole agree, whatever makes the rows. */
class PivotTest {

    private static List<Commitment> entries() {
        Books book = new Books();
        List<String> donors = List.of("Norway", "Denmark", "Japan", "The United States");
        List<String> takers = List.of("Ukraine", "Moldova", "Egypt");
        List<String> verbs = List.of(
                "announced %s in military aid for %s",
                "asked parliament for %s in humanitarian aid for %s", "delivered %s in humanitarian aid to %s");
        int i = 0;
        for (String donor : donors) {
            for (String taker : takers) {
                String verb = verbs.get(i % verbs.size());
                String sum = (i % 2 == 0 ? "$" : "€") + (110 + 7 * i) + " million";
                String text = donor + " "
                        + verb.replaceFirst("%s", sum.replace("$", "\\$")).replace("%s", taker) + ".";
                book.tell("r" + i, "Outlet " + i, "202" + (1 + i % 3) + "-0" + (1 + i % 9) + "-1" + i % 9, text);
                i++;
            }
        }
        return Judge.judge(book.ledger()).entries();
    }

    @Test
    void partiesAreDonorsAndRecipients() {
        LedgerIndex index = LedgerIndex.of(entries(), key -> "", code -> code);
        assertThat(index.parties())
                .containsExactly(
                        Map.entry("DK", 3),
                        Map.entry("EG", 4),
                        Map.entry("JP", 3),
                        Map.entry("MD", 4),
                        Map.entry("NO", 3),
                        Map.entry("UA", 4),
                        Map.entry("US", 3));
    }

    @Test
    void rowsColumnsAndTheWholeAgree() {
        List<Commitment> entries = entries();
        assertThat(entries.stream().filter(Commitment::adds)).hasSizeGreaterThan(6);
        List<List<Side>> ways = new ArrayList<>();
        for (Side side : Side.values()) {
            ways.add(List.of(side));
            ways.add(List.of(Side.DONOR, side == Side.DONOR ? Side.TYPE : side));
        }
        ways.add(List.of());
        for (Optional<String> into : List.of(Optional.<String>empty(), Optional.of("USD"), Optional.of("EUR"))) {
            Map<String, BigDecimal> whole =
                    added(Pivot.of(entries, List.of(), into).rows());
            for (List<Side> way : ways) {
                Pivot pivot = Pivot.of(entries, way, into);
                assertThat(added(pivot.rows())).as("%s %s", way, into).isEqualTo(whole);
                assertThat(added(pivot.whole())).as("%s %s", way, into).isEqualTo(whole);
                assertThat(pivot.rows().stream()
                                        .mapToInt(row -> row.entries().size())
                                        .sum()
                                + pivot.leftOut())
                        .isEqualTo(
                                (int) entries.stream().filter(Commitment::adds).count());
            }
        }
    }

    private static Map<String, BigDecimal> added(List<Pivot.Row> rows) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row ->
                row.stages().forEach((stage, sum) -> sums.merge(row.currency() + " " + stage, sum, BigDecimal::add)));
        return sums;
    }

    @Test
    void stagesAreNeverOneNumber() {
        Pivot pivot = Pivot.of(entries(), List.of(), Optional.of("USD"));
        assertThat(pivot.rows()).singleElement().satisfies(row -> {
            assertThat(row.of("announced")).isPositive();
            assertThat(row.of("requested")).isPositive();
            assertThat(row.given()).isEqualByComparingTo(row.of("announced").add(row.of("delivered")));
            assertThat(row.sentence()).contains("booked", "USD", "announced");
        });
    }

    @Test
    void aConvertedSumSaysItsRate() {
        Pivot pivot = Pivot.of(entries(), List.of(Side.YEAR), Optional.of("USD"));
        assertThat(pivot.rates())
                .isNotEmpty()
                .allSatisfy(rate -> assertThat(rate).contains("EUR", "average of"));
    }
}
