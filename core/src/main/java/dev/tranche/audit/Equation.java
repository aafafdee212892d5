package dev.tranche.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A stated figure beside what the entries predict.
 *
 * @param kind what was stated
 * @param subject giver, receiver, authority or base that it is about, for people
 * @param from first day of the span; of a step between two totals the day of the first total, which is not in it
 * @param to last day of the span, included
 * @param stated the figure that was stated: whole units of currency, or a count for an ordinal
 * @param predicted the figure that the entries give
 * @param rounding how much rounding may hide; 0 for counts
 * @param entries ids of the entries that the prediction adds up
 * @param explanations what would explain the residual, best first; empty when it holds
 * @param evidence where the stated figures stand
 */
public record Equation(
        Kind kind,
        String subject,
        Optional<LocalDate> from,
        LocalDate to,
        BigDecimal stated,
        BigDecimal predicted,
        BigDecimal rounding,
        List<String> entries,
        List<Explanation> explanations,
        List<String> evidence) {

    /** What kind of figure was stated. */
    public enum Kind {
        /** A running total since a base. */
        TOTAL,
        /** A place in a counted row. */
        ORDINAL,
        /** What is left under an authority. */
        BALANCE,
        /** The most that an authority may give in a year; what is predicted is what was drawn. */
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

    /** Returns stated less predicted. */
    public BigDecimal residual() {
        return stated.subtract(predicted);
    }

    /** Does it hold within rounding? A cap holds when no more than the cap was drawn. */
    public boolean holds() {
        BigDecimal least = rounding.negate();
        return switch (kind) {
            case CAP -> residual().compareTo(least) >= 0;
            case TOTAL, ORDINAL, BALANCE, SUM ->
                residual().compareTo(least) >= 0 && residual().compareTo(rounding) <= 0;
        };
    }
}
