package dev.tranche.view;

import java.util.BitSet;
import java.util.List;

/** The entries matching a query, with their sums. Immutable. */
public final class Selection {

    private final BitSet entries;
    private final int total;
    private final Sums sums;
    private final List<MonthSums> months;

    Selection(BitSet entries, Sums sums, List<MonthSums> months) {
        this.entries = entries;
        this.total = entries.cardinality();
        this.sums = sums;
        this.months = List.copyOf(months);
    }

    boolean has(int place) {
        return entries.get(place);
    }

    /** Returns the number of matching entries. */
    public int total() {
        return total;
    }

    /** Returns the sums of the entries that match and {@linkplain LedgerQuery#counted() count}. */
    public Sums sums() {
        return sums;
    }

    /** Returns the same by month, in order; undated ones are left out. */
    public List<MonthSums> months() {
        return months;
    }
}
