package dev.tranche.dating;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How likely each day is to be the day a report was written, by all its clues together.
 *
 * <p>Before any clue, all days are equally likely, except those more than a year after the newest day that the lexicon
 * knows of, where a report is half as likely with each further year, and for those before 1995, where it is half as
 * likely with every second year. Losses are whole numbers and what is left of a day is a whole number
 * as well, so that the result depends neither on the machine nor on the order of the clues.
 */
final class Posterior {

    /** The likeliest day counts this much; days that are less than one in a million millions of it count nothing. */
    private static final long UNIT = 1L << 40;

    private static final int LEAST_SHARE_BITS = 40;

    /** What is left of a day after each loss that leaves anything. */
    private static final long[] LEFT = new long[(LEAST_SHARE_BITS + 1) * Shape.BIT];

    static {
        Arrays.setAll(LEFT, loss -> (long) StrictMath.rint(UNIT * StrictMath.pow(2, -(double) loss / Shape.BIT)));
    }

    /** A longer interval is as good as one without its vaguer end. */
    private static final int LONGEST_DAYS = 3653;

    private static final int YEAR_DAYS = 365;
    private static final int YEARLY_LOSS = Shape.BIT;

    /** Reports from before this day are rarely available as files. */
    private static final LocalDate RECENT = LocalDate.of(1995, 1, 1);

    private static final int PERCENT = 100;
    private static final int PERMILLE = 1000;

    /**
     * How much may lie beyond the end of an interval that has only one. It is less than of an interval with both ends:
     * reports crowd at the beginning of what they tell, while the calendar spreads them over all days after it.
     */
    private static final int OPEN_PERMILLE = 10;

    private final int[] losses;
    private final int known;
    private int first;
    private int last;
    private int least = Integer.MAX_VALUE;
    private final long[] mass;

    /** What is left of all days before each of the days from {@link #first} on. */
    private Posterior(List<Likelihood> clues, LocalDate newest) {
        losses = new int[DaySet.DAYS];
        known = DaySet.index(newest);
        for (int day = DaySet.index(newest) + YEAR_DAYS; day < losses.length; day += YEAR_DAYS) {
            losses[day] += YEARLY_LOSS;
        }
        for (int day = YEAR_DAYS; day < DaySet.index(RECENT); day += YEAR_DAYS) {
            losses[0] += YEARLY_LOSS / 2;
            losses[day] -= YEARLY_LOSS / 2;
        }
        for (Likelihood clue : clues) {
            clue.addTo(losses);
        }
        int sum = 0;
        for (int day = 0; day < losses.length; day++) {
            sum += losses[day];
            losses[day] = sum;
            least = Math.min(least, sum);
        }
        bound();
        mass = new long[last - first + 2];
        for (int day = first; day <= last; day++) {
            mass[day - first + 1] = mass[day - first] + left(losses[day] - least);
        }
    }

    /** @param newest the newest day that the lexicon knows of */
    static Posterior of(List<Likelihood> clues, LocalDate newest) {
        return new Posterior(clues, newest);
    }

    private void bound() {
        int limit = least + LEAST_SHARE_BITS * Shape.BIT;
        first = 0;
        last = losses.length - 1;
        while (losses[first] >= limit) {
            first++;
        }
        while (losses[last] >= limit) {
            last--;
        }
    }

    private static long left(int loss) {
        return loss < LEFT.length ? LEFT[loss] : 0;
    }

    private long total() {
        return mass[mass.length - 1];
    }

    /** Returns the share of a day in the mass of all days, in bits below the whole: 10 for one in 1024. */
    double bits(LocalDate day) {
        int index = DaySet.index(day);
        if (index < first || index > last) {
            return LEAST_SHARE_BITS;
        }
        long own = Math.max(1, mass[index - first + 1] - mass[index - first]);
        return (StrictMath.log((double) total()) - StrictMath.log((double) own)) / StrictMath.log(2);
    }

    /** Returns the middle of the first stretch of likeliest days. */
    int mode() {
        int start = first;
        while (losses[start] != least) {
            start++;
        }
        int end = start;
        while (end + 1 < losses.length && losses[end + 1] == least) {
            end++;
        }
        return start + (end - start) / 2;
    }

    /**
     * Returns the narrowest interval that holds a share of the mass, the earliest of several. One that is longer than
     * ten years keeps only the end that the clues set; unknown when they set none.
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

    private int[] narrowest(int percent) {
        long wanted = share(percent);
        int best = 0;
        int width = Integer.MAX_VALUE;
        int end = 0;
        for (int start = 0; start < mass.length - 1; start++) {
            end = Math.max(end, start);
            while (end < mass.length - 1 && mass[end + 1] - mass[start] < wanted) {
                end++;
            }
            if (end == mass.length - 1) {
                break;
            }
            if (end - start < width) {
                width = end - start;
                best = start;
            }
        }
        return new int[] {first + best, first + best + width};
    }

    /** Returns the first day up to which the given thousandths of the mass lie. */
    private int quantile(int permille) {
        long wanted = Math.max(1, total() / PERMILLE * permille);
        int at = 0;
        while (mass[at + 1] < wanted) {
            at++;
        }
        return first + at;
    }

    private long share(int percent) {
        return Math.max(1, total() / PERCENT * percent);
    }
}
