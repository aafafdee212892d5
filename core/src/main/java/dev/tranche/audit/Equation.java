package dev.tranche.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A stated figure compared with what the entries predict.
 *
 * @param kind the kind of figure stated
 * @param subject donor, recipient, authority or base that it is about, as text
 * @param from first day of the span; for a step between two totals, the day of the first total, excluded
 * @param to last day of the span, included
 * @param currency ISO 4217 code of its sums: of the figures, or, for an ordinal, whose figures are counts, of what
 *     explains it; empty if it has none
 * @param stated the figure that was stated: whole units of the currency, or a count for an ordinal
 * @param predicted the figure given by the entries
 * @param rounding the most that rounding may account for; 0 for counts
 * @param entries ids of the entries summed in the prediction
 * @param explanations possible explanations of the residual, best first; empty if it holds
 * @param evidence the sources of the stated figures
 */
public record Equation(
        Kind kind,
        String subject,
        Optional<LocalDate> from,
        LocalDate to,
        Optional<String> currency,
        BigDecimal stated,
        BigDecimal predicted,
        BigDecimal rounding,
        List<String> entries,
        List<Explanation> explanations,
        List<String> evidence) {

    /** The kind of figure stated. */
    public enum Kind {
        /** A running total since a base. */
        TOTAL,
        /** A number in a series. */
        ORDINAL,
        /** The balance left under an authority. */
        BALANCE,
        /** The most that an authority may give in a year; the prediction is the amount drawn. */
        CAP,
        /** A sum of parts: a headline of several authorities or a total of one authority. */
        SUM;

        /** Returns the word used in JSON: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the lists. */
    public Equation {
        entries = List.copyOf(entries);
        explanations = List.copyOf(explanations);
        evidence = List.copyOf(evidence);
    }

    /** Returns the currency of the figures; empty if they are counts. */
    public Optional<String> unit() {
        return kind == Kind.ORDINAL ? Optional.empty() : currency;
    }

    /** Returns stated less predicted. */
    public BigDecimal residual() {
        return stated.subtract(predicted);
    }

    /** Does it hold within rounding? A cap holds if no more than the cap was drawn. */
    public boolean holds() {
        BigDecimal least = rounding.negate();
        return switch (kind) {
            case CAP -> residual().compareTo(least) >= 0;
            case TOTAL, ORDINAL, BALANCE, SUM ->
                residual().compareTo(least) >= 0 && residual().compareTo(rounding) <= 0;
        };
    }
}
