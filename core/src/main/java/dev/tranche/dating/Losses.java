package dev.tranche.dating;

import java.util.Arrays;

/**
 * The losses of each day under a clue, by distance from the days it names, as steps; immutable.
 *
 * <p>Between two ranges of named days the nearer one counts, or the earlier one if both are equally near.
 */
final class Losses {

    private static final double[] LEFT = new double[Shape.MOST_LOSS + 1];

    static {
        Arrays.setAll(LEFT, Shape::left);
    }

    /** Days that recur at least this often between 1970 and 2040 recur every week. */
    private static final int LEAST_WEEKS = 3_000;

    private final Shape shape;
    private int[] starts = new int[64];
    private int[] losses = new int[64];
    private int steps;
    private double mass;
    private final int floor;
    private final double spread;
    private final boolean weekly;

    private Losses(DaySet named, Shape shape) {
        this.shape = shape;
        int free = 0;
        int previous = -1;
        int[] stretches = named.stretches();
        this.weekly = stretches.length > 2 * LEAST_WEEKS;
        for (int i = 0; i < stretches.length; i += 2) {
            int gap = stretches[i] - free;
            int after = previous < 0 ? 0 : (gap + 1) / 2;
            after(free, free + after);
            before(free + after, stretches[i]);
            step(stretches[i], stretches[i + 1] + 1, shape.losses()[OffsetBucket.INSIDE]);
            previous = stretches[i + 1];
            free = previous + 1;
        }
        after(free, DaySet.DAYS);
        this.floor = shape.floor(mass);
        double left = 0;
        for (int i = 0; i < steps; i++) {
            int end = i + 1 < steps ? starts[i + 1] : DaySet.DAYS;
            left += (end - starts[i]) * LEFT[Math.min(losses[i], floor)];
        }
        this.spread = left;
        this.starts = Arrays.copyOf(starts, steps);
        this.losses = Arrays.copyOf(losses, steps);
    }

    static Losses of(DaySet named, Shape shape) {
        return new Losses(named, shape);
    }

    Shape shape() {
        return shape;
    }

    /** Returns the sum of the remaining likelihood of all days, the likeliest counting 1, ignoring the floor. */
    double mass() {
        return mass;
    }

    /** Returns the same sum with the floor: the smaller, the surer the clue. */
    double spread() {
        return spread;
    }

    /** Returns the loss at which a day is no less likely than under a clue that is wrong. */
    int floor() {
        return floor;
    }

    /** Are the named days those of some weekdays in all years? */
    boolean isWeekly() {
        return weekly;
    }

    int steps() {
        return steps;
    }

    /** Returns the first day of a step. */
    int start(int step) {
        return starts[step];
    }

    /** Returns the loss of the days of a step, up to the floor. */
    int at(int step) {
        return Math.min(losses[step], floor);
    }

    /** Returns the loss of a day, up to the floor. */
    int of(int day) {
        int at = Arrays.binarySearch(starts, day);
        return at(at >= 0 ? at : -at - 2);
    }

    private void after(int start, int end) {
        int from = start;
        for (int step = 0; from < end; step++) {
            int to = OffsetBucket.edge(step) >= end - start ? end : start + OffsetBucket.edge(step);
            step(from, to, shape.losses()[OffsetBucket.INSIDE + 1 + step]);
            from = to;
        }
    }

    private void before(int start, int end) {
        int[] cuts = new int[OffsetBucket.SIDE + 1];
        int last = 0;
        cuts[0] = end;
        for (int step = 0; cuts[last] > start; step++) {
            int edge = OffsetBucket.edge(step);
            cuts[++last] = edge >= end - start ? start : end - edge;
        }
        for (int step = last - 1; step >= 0; step--) {
            step(cuts[step + 1], cuts[step], shape.losses()[OffsetBucket.INSIDE - 1 - step]);
        }
    }

    private void step(int start, int end, int loss) {
        if (start >= end) {
            return;
        }
        int bounded = Math.min(loss, Shape.MOST_LOSS);
        mass += (end - start) * LEFT[bounded];
        if (steps > 0 && losses[steps - 1] == bounded) {
            return;
        }
        if (steps == starts.length) {
            starts = Arrays.copyOf(starts, 2 * steps);
            losses = Arrays.copyOf(losses, 2 * steps);
        }
        starts[steps] = start;
        losses[steps++] = bounded;
    }
}
