package dev.tranche.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.audit.Equation;
import dev.tranche.audit.Explanation;
import dev.tranche.audit.How;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sums of the audit carry their currency, counts carry none. */
class EquationPrinterTest {

    private static String printed(Equation.Kind kind, Optional<String> currency, long stated, long predicted) {
        Equation equation = new Equation(
                kind,
                "Harbour fund",
                Optional.of(LocalDate.of(2023, 1, 1)),
                LocalDate.of(2023, 12, 31),
                currency,
                BigDecimal.valueOf(stated),
                BigDecimal.valueOf(predicted),
                BigDecimal.ZERO,
                List.of(),
                List.of(new Explanation(
                        1, Optional.of("HF-2"), How.DOUBLED, BigDecimal.valueOf(3_000_000), "reported twice")),
                List.of());
        return new EquationPrinter(Ink.PLAIN).print(List.of(equation)).replaceAll(" +", " ");
    }

    @Test
    void sumsCarryASignOrACode() {
        assertThat(printed(Equation.Kind.SUM, Optional.of("EUR"), 5_000_000, 8_000_000))
                .contains("stated €5 million entries €8 million rest −€3 million Harbour fund")
                .contains("Stated is €3 million less than the entries give.")
                .contains("(HF-2 €3 million)");
        assertThat(printed(Equation.Kind.CAP, Optional.of("NOK"), 8_000_000, 9_500_000))
                .contains("allowed 8 million NOK drawn 9.5 million NOK left −1.5 million NOK")
                .contains("1.5 million NOK more was drawn than allowed.");
        assertThat(printed(Equation.Kind.TOTAL, Optional.empty(), 8_000_000, 5_000_000))
                .contains("stated 8 million entries 5 million rest +3 million");
    }

    @Test
    void countsCarryNone() {
        assertThat(printed(Equation.Kind.ORDINAL, Optional.of("USD"), 5, 7))
                .contains("stated 5 entries 7 rest −2 Harbour fund", "There are 2 too many.", "(HF-2 $3 million)");
    }
}
