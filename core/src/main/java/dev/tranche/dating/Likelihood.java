package dev.tranche.dating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The loss of every day under one clue, as steps.
 *
 * <p>Between two stretches of named days the nearer one counts, the earlier one where both are equally near.
 */
final class Likelihood {

    private static final double[] LEFT = new double[Shape.MOST_LOSS + 1];

    static {
        Arrays.setAll(LEFT, Shape::left);
    }

    private final Shape shape;
    private int[] starts = new int[64];
    private int[] losses = new int[64];
    private int steps;
    private double mass;
    private final int floor;
    private final double spread;
    private int share = Shape.WHOLE_LOSS;

    private Likelihood(DaySet named, Shape shape) {
        this.shape = shape;
        int free = 0;
        int previous = -1;
        int[] stretches = named.stretches();
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
    }

    /**
     * Returns what each clue says about every day, in the order of the clues. Of those of one kin, the surest counts in
     * full, the earliest of several, and the others by the share that their shapes say.
     */
    static List<Likelihood> together(List<DaySet> anchors, List<Shape> shapes) {
        List<Likelihood> all = new ArrayList<>();
        Map<String, Likelihood> surest = new HashMap<>();
        for (int i = 0; i < anchors.size(); i++) {
            Likelihood each = of(anchors.get(i), shapes.get(i));
            all.add(each);
            if (!each.shape.kin().isEmpty()) {
                surest.merge(each.shape.kin(), each, (one, other) -> other.spread < one.spread ? other : one);
            }
        }
        for (Likelihood each : all) {
            Likelihood first = surest.get(each.shape.kin());
            each.share = first == null || first == each ? Shape.WHOLE_LOSS : each.shape.again();
        }
        return all;
    }

    private int counted(int loss) {
        return Math.min(loss, floor) * share / Shape.WHOLE_LOSS;
    }

    static Likelihood of(DaySet named, Shape shape) {
        return new Likelihood(named, shape);
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

    /** Adds what counts of the losses to the changes of a running sum over all days. */
    void addTo(int[] changes) {
        int before = 0;
        for (int i = 0; i < steps; i++) {
            int loss = counted(losses[i]);
            changes[starts[i]] += loss - before;
            before = loss;
        }
    }

    /** Returns the loss of a day, without regard to how much of it counts. */
    int loss(int day) {
        int at = Arrays.binarySearch(starts, 0, steps, day);
        return Math.min(losses[at >= 0 ? at : -at - 2], floor);
    }

    /** Does the clue speak against the day as strongly as it can? */
    boolean isAgainst(int day) {
        return loss(day) >= floor;
    }

    /** Returns how strongly the clue favours a day over any day, in tenths of a bit; negative when it speaks against it. */
    int tenthsOfBits(int day) {
        double even = StrictMath.log(DaySet.DAYS / Math.max(1, mass)) / StrictMath.log(2);
        return (int) StrictMath.rint((even * Shape.BIT - loss(day)) * share / 1000.0);
    }
}
