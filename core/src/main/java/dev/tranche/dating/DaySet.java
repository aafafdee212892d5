package dev.tranche.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A set of days from 1990 to 2040 as bits; immutable. Days outside that time are left out. */
final class DaySet {

    static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    static final LocalDate LAST = LocalDate.of(2040, 12, 31);
    static final DaySet ALL = between(FIRST, LAST);
    static final DaySet NONE = new DaySet(new BitSet());

    private static final int WEEK = 7;
    private static final int YEAR = 366;
    private static final List<DaySet> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).map(DaySet::allOn).toList();

    private final BitSet bits;

    private DaySet(BitSet bits) {
        this.bits = bits;
    }

    static DaySet between(LocalDate from, LocalDate to) {
        BitSet bits = new BitSet();
        if (!to.isBefore(from) && !to.isBefore(FIRST) && !from.isAfter(LAST)) {
            bits.set(index(from), index(to) + 1);
        }
        return new DaySet(bits);
    }

    static DaySet since(LocalDate from) {
        return between(from, LAST);
    }

    static DaySet until(LocalDate to) {
        return between(FIRST, to);
    }

    DaySet and(DaySet other) {
        BitSet both = (BitSet) bits.clone();
        both.and(other.bits);
        return new DaySet(both);
    }

    DaySet or(DaySet other) {
        BitSet either = (BitSet) bits.clone();
        either.or(other.bits);
        return new DaySet(either);
    }

    DaySet without(DaySet other) {
        BitSet rest = (BitSet) bits.clone();
        rest.andNot(other.bits);
        return new DaySet(rest);
    }

    /** Returns all days that fall on one of the weekdays. */
    static DaySet on(Set<DayOfWeek> weekdays) {
        DaySet days = NONE;
        for (DayOfWeek weekday : weekdays) {
            days = days.or(WEEKDAYS.get(weekday.ordinal()));
        }
        return days;
    }

    private static DaySet allOn(DayOfWeek weekday) {
        BitSet bits = new BitSet();
        int first = Math.floorMod(weekday.getValue() - FIRST.getDayOfWeek().getValue(), WEEK);
        for (int i = first; i <= index(LAST); i += WEEK) {
            bits.set(i);
        }
        return new DaySet(bits);
    }

    boolean isEmpty() {
        return bits.isEmpty();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST) && bits.get(index(day));
    }

    int size() {
        return bits.cardinality();
    }

    /**
     * Returns the interval from the first to the last day. An end at the edge of time is open, and so is one that
     * only seems to be earlier because the days recur every week or year up to the edge.
     */
    StatedDate hull() {
        if (bits.isEmpty()) {
            return StatedDate.UNKNOWN;
        }
        int first = bits.nextSetBit(0);
        int last = bits.length() - 1;
        boolean recurs = last - first > 2 * YEAR;
        boolean openStart = first == 0 || recurs && first <= YEAR;
        boolean openEnd = last == index(LAST) || recurs && last >= index(LAST) - YEAR;
        return new StatedDate(
                openStart ? Optional.empty() : Optional.of(FIRST.plusDays(first)),
                openEnd ? Optional.empty() : Optional.of(FIRST.plusDays(last)));
    }

    private static int index(LocalDate day) {
        if (day.isBefore(FIRST)) {
            return 0;
        }
        return (int) ((day.isAfter(LAST) ? LAST : day).toEpochDay() - FIRST.toEpochDay());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DaySet set && bits.equals(set.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        return hull().edtf() + " (" + size() + " days)";
    }
}
