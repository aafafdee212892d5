package dev.tranche.dating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one clue of a report says about every day.
 *
 * @param losses the loss of each day under this clue alone
 * @param share how much of that counts alongside the other clues, in hundredths
 */
record Likelihood(Losses losses, int share) {

    /**
     * Returns what each clue says about every day, in the order of the clues. Among clues of one kin, the surest counts
     * in full (the earliest if equal), and the others by the share given in their shapes.
     */
    static List<Likelihood> together(List<Losses> clues) {
        Map<String, Losses> surest = new HashMap<>();
        for (Losses each : clues) {
            if (!each.shape().kin().isEmpty()) {
                surest.merge(each.shape().kin(), each, (one, other) -> other.spread() < one.spread() ? other : one);
            }
        }
        List<Likelihood> all = new ArrayList<>();
        Map<String, Boolean> counted = new HashMap<>();
        for (Losses each : clues) {
            Losses first = surest.get(each.shape().kin());
            boolean whole =
                    first == null || first == each && counted.put(each.shape().kin(), true) == null;
            all.add(new Likelihood(each, whole ? Shape.WHOLE_LOSS : each.shape().again()));
        }
        return all;
    }

    static Likelihood of(DaySet named, Shape shape) {
        return new Likelihood(Losses.of(named, shape), Shape.WHOLE_LOSS);
    }

    /** Returns the part of a day's loss that counts alongside the other clues. */
    int counted(int day) {
        return part(losses.of(day));
    }

    private int part(int loss) {
        return loss * share / Shape.WHOLE_LOSS;
    }

    int steps() {
        return losses.steps();
    }

    /** Adds the part of the losses that counts to the changes of a running sum over all days. */
    void addTo(int[] changes) {
        int before = 0;
        for (int step = 0; step < losses.steps(); step++) {
            int loss = part(losses.at(step));
            changes[losses.start(step)] += loss - before;
            before = loss;
        }
    }

    /** Writes the changes of a running sum after others, each with its day in the upper half; returns the new end. */
    int addTo(long[] changes, int end) {
        int before = 0;
        int next = end;
        for (int step = 0; step < losses.steps(); step++) {
            int loss = part(losses.at(step));
            changes[next++] = Posterior.change(losses.start(step), loss - before);
            before = loss;
        }
        return next;
    }

    /** Returns the loss of a day, before its share is applied. */
    int loss(int day) {
        return losses.of(day);
    }

    /** Does the clue contradict the day as strongly as it can? */
    boolean isAgainst(int day) {
        return loss(day) >= losses.floor();
    }

    /**
     * Returns how strongly the clue favours a day over an average day, in tenths of a bit; negative when it contradicts
     * it.
     */
    int tenthsOfBits(int day) {
        double even = StrictMath.log(DaySet.DAYS / Math.max(1, losses.mass())) / StrictMath.log(2);
        return (int) StrictMath.rint((even * Shape.BIT - loss(day)) * share / 1000.0);
    }
}
