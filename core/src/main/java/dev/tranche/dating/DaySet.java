package dev.tranche.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of days from 1970 to 2040; immutable. Days outside that range are left out.
 *
 * <p>Most sets are one contiguous range, which needs no bits.
 */
final class DaySet {

    static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    static final LocalDate LAST = LocalDate.of(2040, 12, 31);
    private static final int WEEK = 7;
    private static final int YEAR = 366;
    private static final int END = (int) (LAST.toEpochDay() - FIRST.toEpochDay());

    /** Number of all days. */
    static final int DAYS = END + 1;

    static final DaySet ALL = between(FIRST, LAST);
    static final DaySet NONE = new DaySet(0, -1, null);

    /** The days of each set of weekdays, by its bits. */
    private static final List<DaySet> WEEKDAYS =
            IntStream.range(0, 1 << WEEK).mapToObj(DaySet::on).toList();

    /** First and last day; the last precedes the first if the set is empty. */
    private final int first;

    private final int last;

    /** The days in between if some are missing; null if none is. */
    private final @Nullable BitSet bits;

    /** Built on first use; if several threads build it at once, any of them will do. */
    private int @Nullable [] stretches;

    private DaySet(int first, int last, @Nullable BitSet bits) {
        this.first = first;
        this.last = last;
        this.bits = bits;
    }

    private static DaySet of(BitSet bits) {
        if (bits.isEmpty()) {
            return NONE;
        }
        int first = bits.nextSetBit(0);
        int last = bits.length() - 1;
        return new DaySet(first, last, bits.nextClearBit(first) > last ? null : bits);
    }

    /** Returns the days of these numbers from {@link #FIRST} on; numbers out of range are left out. */
    static DaySet of(IntStream numbers) {
        BitSet bits = new BitSet();
        numbers.filter(number -> number >= 0 && number <= END).forEach(bits::set);
        return of(bits);
    }

    private static DaySet between(int first, int last) {
        return first > last ? NONE : new DaySet(first, last, null);
    }

    static DaySet between(LocalDate from, LocalDate to) {
        boolean any = !to.isBefore(from) && !to.isBefore(FIRST) && !from.isAfter(LAST);
        return any ? new DaySet(index(from), index(to), null) : NONE;
    }

    static DaySet since(LocalDate from) {
        return between(from, LAST);
    }

    static DaySet until(LocalDate to) {
        return between(FIRST, to);
    }

    DaySet and(DaySet other) {
        int from = Math.max(first, other.first);
        int to = Math.min(last, other.last);
        if (bits == null && other.bits == null || from > to) {
            return between(from, to);
        }
        BitSet both = toBits();
        both.and(other.toBits());
        return of(both);
    }

    DaySet or(DaySet other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        boolean touch = Math.max(first, other.first) <= Math.min(last, other.last) + 1;
        if (bits == null && other.bits == null && touch) {
            return between(Math.min(first, other.first), Math.max(last, other.last));
        }
        BitSet either = toBits();
        either.or(other.toBits());
        return of(either);
    }

    DaySet without(DaySet other) {
        BitSet rest = toBits();
        rest.andNot(other.toBits());
        return of(rest);
    }

    /** Returns a fresh copy of the days as bits. */
    private BitSet toBits() {
        if (bits != null) {
            return (BitSet) bits.clone();
        }
        BitSet copy = new BitSet();
        if (first <= last) {
            copy.set(first, last + 1);
        }
        return copy;
    }

    /** Returns the days of all the sets. */
    static DaySet any(List<DaySet> sets) {
        if (sets.size() == 1) {
            return sets.get(0);
        }
        BitSet all = new BitSet();
        for (DaySet set : sets) {
            if (set.bits != null) {
                all.or(set.bits);
            } else if (!set.isEmpty()) {
                all.set(set.first, set.last + 1);
            }
        }
        return of(all);
    }

    /** Are these days contiguous? */
    boolean isStretch() {
        return bits == null;
    }

    /** Returns all days that fall on one of the weekdays. */
    static DaySet on(Set<DayOfWeek> weekdays) {
        int mask = 0;
        for (DayOfWeek weekday : weekdays) {
            mask |= 1 << weekday.ordinal();
        }
        return WEEKDAYS.get(mask);
    }

    /** Returns all days of the weekdays whose bits are set. */
    private static DaySet on(int mask) {
        List<DaySet> days = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if ((mask >> weekday.ordinal() & 1) != 0) {
                days.add(allOn(weekday));
            }
        }
        return any(days);
    }

    private static DaySet allOn(DayOfWeek weekday) {
        BitSet bits = new BitSet();
        int start = Math.floorMod(weekday.getValue() - FIRST.getDayOfWeek().getValue(), WEEK);
        for (int i = start; i <= END; i += WEEK) {
            bits.set(i);
        }
        return of(bits);
    }

    boolean isEmpty() {
        return first > last;
    }

    boolean contains(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            return false;
        }
        int index = index(day);
        return bits != null ? bits.get(index) : index >= first && index <= last;
    }

    int size() {
        return bits != null ? bits.cardinality() : last - first + 1;
    }

    /**
     * Returns the interval from the first to the last day. An end at the edge of the range is open, and so is one that
     * only appears earlier because the days recur every week or year up to the edge.
     */
    StatedDate hull() {
        if (isEmpty()) {
            return StatedDate.UNKNOWN;
        }
        boolean recurs = bits != null && last - first > 2 * YEAR;
        boolean openStart = first == 0 || recurs && first <= YEAR;
        boolean openEnd = last == END || recurs && last >= END - YEAR;
        return new StatedDate(
                openStart ? Optional.empty() : Optional.of(FIRST.plusDays(first)),
                openEnd ? Optional.empty() : Optional.of(FIRST.plusDays(last)));
    }

    /** Returns the first and last day of each contiguous range, by number from {@link #FIRST} on; never changed. */
    int[] stretches() {
        if (isEmpty()) {
            return new int[0];
        }
        if (bits == null) {
            return new int[] {first, last};
        }
        int[] known = stretches;
        if (known == null) {
            known = ends(bits);
            stretches = known;
        }
        return known;
    }

    private static int[] ends(BitSet bits) {
        int[] ends = new int[2 * bits.cardinality()];
        int count = 0;
        for (int start = bits.nextSetBit(0); start >= 0; start = bits.nextSetBit(bits.nextClearBit(start))) {
            ends[count++] = start;
            ends[count++] = bits.nextClearBit(start) - 1;
        }
        return Arrays.copyOf(ends, count);
    }

    /** Returns the day of a number from {@link #FIRST} on. */
    static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    /** Returns the number of a day from {@link #FIRST} on; the nearest one for a day out of range. */
    static int index(LocalDate day) {
        if (day.isBefore(FIRST)) {
            return 0;
        }
        return (int) ((day.isAfter(LAST) ? LAST : day).toEpochDay() - FIRST.toEpochDay());
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof DaySet set
                        && first == set.first
                        && last == set.last
                        && Objects.equals(bits, set.bits);
    }

    @Override
    public int hashCode() {
        return 31 * first + last;
    }

    @Override
    public String toString() {
        return hull().edtf() + " (" + size() + " days)";
    }
}
