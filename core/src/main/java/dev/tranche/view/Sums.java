package dev.tranche.view;

import dev.tranche.ledger.Commitment;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums by currency; sums in different currencies are never added.
 *
 * @param byCurrency ISO 4217 code to sum, in order of the codes
 */
public record Sums(Map<String, BigDecimal> byCurrency) {

    /** Copies the map. */
    public Sums {
        byCurrency = Collections.unmodifiableMap(new TreeMap<>(byCurrency));
    }

    /** Returns the sums of entries. */
    public static Sums of(Iterable<Commitment> entries) {
        Adding adding = new Adding();
        for (Commitment entry : entries) {
            adding.add(entry);
        }
        return adding.done();
    }

    /** Adds entries one by one. */
    static final class Adding {
        private final Map<String, BigDecimal> sums = new TreeMap<>();
        private int entries;

        void add(Commitment entry) {
            sums.merge(entry.amount().currency(), entry.amount().value(), BigDecimal::add);
            entries++;
        }

        int entries() {
            return entries;
        }

        Sums done() {
            return new Sums(sums);
        }
    }
}
