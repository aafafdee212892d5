package dev.tranche.dating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The likelihood of each day as the day a report was written, from all its clues together.
 *
 * <p>Before any clue, all days are equally likely, except those more than a year after the newest day the lexicon
 * knows of, where a report is half as likely with each further year, and those before 1995, where it is half as
 * likely for every two years. Losses and the remaining likelihood of a day are whole numbers,
 * so the result depends neither on the machine nor on the order of the clues.
 */
final class Posterior {

    /** The likeliest day counts this much; days below a million-millionth of it count as nothing. */
    private static final long UNIT = 1L << 40;

    private static final int LEAST_SHARE_BITS = 40;

    /** The remaining likelihood of a day after each loss that leaves any. */
    private static final long[] LEFT = new long[(LEAST_SHARE_BITS + 1) * Shape.BIT];

    static {
        Arrays.setAll(LEFT, loss -> (long) StrictMath.rint(UNIT * StrictMath.pow(2, -(double) loss / Shape.BIT)));
    }

    /** A longer interval is as good as one without its vaguer end. */
    private static final int LONGEST_DAYS = 3653;

    /** With more steps than this, losses are added up day by day. */
    private static final int FEW_STEPS = 4_000;

    private static final int YEAR_DAYS = 365;
    private static final int YEARLY_LOSS = Shape.BIT;

    /** Reports from before this day are rarely available as files. */
    private static final LocalDate RECENT = LocalDate.of(1995, 1, 1);

    private static final int PERCENT = 100;
    private static final int PERMILLE = 1000;

    /**
     * The share that may lie beyond the end of a one-sided interval. It is smaller than for an interval with two ends:
     * reports cluster at the beginning of what they cover, while the calendar spreads them over all days after it.
     */
    private static final int OPEN_PERMILLE = 10;

    private final int known;

    /** First day of each run of equally likely days, followed by the day after the last. */
    private final int[] starts;

    /** Loss of each run relative to the likeliest. */
    private final int[] losses;

    /** The remaining likelihood of all days before each run, followed by that of all days. */
    private final long[] before;

    private final int count;

    private Posterior(List<Likelihood> clues, Prior prior) {
        known = prior.known;
        int steps = 0;
        for (Likelihood clue : clues) {
            steps += clue.steps();
        }
        Sums sums = steps <= FEW_STEPS ? sparse(clues, steps, prior.changes) : dense(clues, prior.changes);
        count = sums.count();
        starts = sums.starts();
        losses = sums.losses();
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, losses[i]);
        }
        before = new long[count + 1];
        for (int i = 0; i < count; i++) {
            losses[i] -= least;
            before[i + 1] = before[i] + (starts[i + 1] - starts[i]) * left(losses[i]);
        }
    }

    /**
     * The losses of all days under all clues, by run.
     *
     * @param starts first day of each run, followed by the day after the last
     * @param losses loss of each run
     */
    @SuppressWarnings("ArrayRecordComponent") // Unpacked where it is built.
    private record Sums(int[] starts, int[] losses, int count) {}

    /** Adds up the losses of many steps day by day. */
    private static Sums dense(List<Likelihood> clues, long[] prior) {
        int[] changes = new int[DaySet.DAYS];
        for (long change : prior) {
            changes[day(change)] += loss(change);
        }
        for (Likelihood clue : clues) {
            clue.addTo(changes);
        }
        int[] days = new int[changes.length + 1];
        int[] sums = new int[changes.length];
        int stretches = 0;
        int sum = 0;
        for (int day = 0; day < changes.length; day++) {
            if (changes[day] != 0 || day == 0) {
                sum += changes[day];
                days[stretches] = day;
                sums[stretches++] = sum;
            }
        }
        days[stretches] = changes.length;
        return new Sums(days, sums, stretches);
    }

    /** Adds up the losses of a few steps in the order of their days. */
    private static Sums sparse(List<Likelihood> clues, int steps, long[] prior) {
        long[] changes = Arrays.copyOf(prior, prior.length + steps);
        int end = prior.length;
        for (Likelihood clue : clues) {
            end = clue.addTo(changes, end);
        }
        Arrays.sort(changes);
        int[] days = new int[changes.length + 1];
        int[] sums = new int[changes.length];
        int stretches = 0;
        int sum = 0;
        for (int i = 0; i < changes.length; ) {
            int day = day(changes[i]);
            int change = 0;
            for (; i < changes.length && day(changes[i]) == day; i++) {
                change += loss(changes[i]);
            }
            if (change != 0 || stretches == 0) {
                sum += change;
                days[stretches] = day;
                sums[stretches++] = sum;
            }
        }
        days[stretches] = DaySet.DAYS;
        return new Sums(days, sums, stretches);
    }

    /** The likelihood of days before any clue. */
    static final class Prior {

        private final int known;

        /** Changes of the losses of all days, the first being that of the first day. */
        private final long[] changes;

        private Prior(LocalDate newest) {
            known = DaySet.index(newest);
            List<Long> all = new ArrayList<>();
            all.add(change(0, 0));
            for (int day = YEAR_DAYS; day < DaySet.index(RECENT); day += YEAR_DAYS) {
                all.add(change(0, YEARLY_LOSS / 2));
                all.add(change(day, -YEARLY_LOSS / 2));
            }
            for (int day = known + YEAR_DAYS; day < DaySet.DAYS; day += YEAR_DAYS) {
                all.add(change(day, YEARLY_LOSS));
            }
            changes = all.stream().mapToLong(Long::longValue).toArray();
        }

        /** @param newest the newest day in the lexicon */
        static Prior of(LocalDate newest) {
            return new Prior(newest);
        }
    }

    /** Returns a change of the loss from a day on, in the order of the days. */
    static long change(int day, int loss) {
        return ((long) day << Integer.SIZE) + loss;
    }

    private static int day(long change) {
        return (int) ((change - (int) change) >> Integer.SIZE);
    }

    private static int loss(long change) {
        return (int) change;
    }

    static Posterior of(List<Likelihood> clues, Prior prior) {
        return new Posterior(clues, prior);
    }

    private static long left(int loss) {
        return loss < LEFT.length ? LEFT[loss] : 0;
    }

    private long total() {
        return before[count];
    }

    /** Returns the share of a day in the total mass, in bits below the whole: 10 for one in 1024. */
    double bits(LocalDate day) {
        int index = DaySet.index(day);
        int stretch = Arrays.binarySearch(starts, 0, count, index);
        long own = left(losses[stretch >= 0 ? stretch : -stretch - 2]);
        if (own == 0) {
            return LEAST_SHARE_BITS;
        }
        return (StrictMath.log((double) total()) - StrictMath.log((double) own)) / StrictMath.log(2);
    }

    /** Returns the middle of the first run of likeliest days. */
    int mode() {
        int start = 0;
        while (losses[start] != 0) {
            start++;
        }
        int end = start;
        while (end + 1 < count && losses[end + 1] == 0) {
            end++;
        }
        return starts[start] + (starts[end + 1] - 1 - starts[start]) / 2;
    }

    /**
     * Returns the narrowest interval that contains a share of the mass, the earliest if there are several. One longer
     * than ten years keeps only the end that the clues set; unknown if they set none.
     */
    StatedDate interval(int percent) {
        int[] narrowest = narrowest(percent);
        if (narrowest[1] - narrowest[0] < LONGEST_DAYS) {
            return StatedDate.between(DaySet.day(narrowest[0]), DaySet.day(narrowest[1]));
        }
        int from = quantile(OPEN_PERMILLE);
        int to = quantile(PERMILLE - OPEN_PERMILLE);
        if (from >= DaySet.index(RECENT)) {
            return StatedDate.since(DaySet.day(from));
        }
        return to < known ? new StatedDate(Optional.empty(), Optional.of(DaySet.day(to))) : StatedDate.UNKNOWN;
    }

    /** Returns the number of days of the narrowest interval that contains a share of the mass. */
    int length(int percent) {
        return length(share(percent));
    }

    /**
     * Returns the first and last day of the narrowest interval, the earliest if there are several. The mass of an
     * interval of a given length changes linearly with its first day until one of its ends enters another run, so the
     * narrowest begins or ends with a run.
     */
    private int[] narrowest(int percent) {
        long wanted = share(percent);
        int length = length(wanted);
        int from = 0;
        int first = 1;
        int last = 1;
        while (true) {
            while (first < count && starts[first] <= from) {
                first++;
            }
            while (last < count && starts[last] <= from + length) {
                last++;
            }
            if (until(last - 1, from + length) - until(first - 1, from) >= wanted) {
                return new int[] {from, from + length - 1};
            }
            int next = Math.min(starts[first], starts[last] - length);
            if (until(last - 1, next + length) - until(first - 1, next) >= wanted) {
                return within(from, next, length, wanted);
            }
            from = next;
        }
    }

    /** Returns the mass of all days before a day that is in a run or directly after it. */
    private long until(int stretch, int day) {
        return before[stretch] + (day - starts[stretch]) * left(losses[stretch]);
    }

    /** Returns the earliest interval of a length with enough mass, where its mass only grows between two days. */
    private int[] within(int from, int to, int length, long wanted) {
        int low = from;
        int high = to;
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (held(middle, length) >= wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new int[] {high, high + length - 1};
    }

    /** Returns the length in days of the narrowest interval. */
    private int length(long wanted) {
        int shortest = DaySet.DAYS;
        int end = 0;
        int begin = 0;
        for (int i = 0; i < count; i++) {
            long target = before[i] + wanted;
            if (target <= total()) {
                while (before[end + 1] < target) {
                    end++;
                }
                long rest = Math.ceilDiv(target - before[end], left(losses[end]));
                shortest = Math.min(shortest, starts[end] + (int) rest - starts[i]);
            }
            long spare = before[i + 1] - wanted;
            if (spare >= 0) {
                while (before[begin + 1] <= spare) {
                    begin++;
                }
                long rest = (spare - before[begin]) / left(losses[begin]);
                shortest = Math.min(shortest, starts[i + 1] - starts[begin] - (int) rest);
            }
        }
        return shortest;
    }

    /** Returns the mass of an interval, given its first day and length. */
    private long held(int from, int length) {
        return until(from + length) - until(from);
    }

    /** Returns the mass of all days before a day. */
    private long until(int day) {
        int at = Arrays.binarySearch(starts, 0, count + 1, day);
        if (at >= 0) {
            return before[at];
        }
        return until(-at - 2, day);
    }

    /** Returns the first day by which the given thousandths of the mass are reached. */
    private int quantile(int permille) {
        long wanted = Math.max(1, total() / PERMILLE * permille);
        int at = 0;
        while (before[at + 1] < wanted) {
            at++;
        }
        return starts[at] + (int) Math.ceilDiv(wanted - before[at], left(losses[at])) - 1;
    }

    private long share(int percent) {
        return Math.max(1, total() / PERCENT * percent);
    }
}
