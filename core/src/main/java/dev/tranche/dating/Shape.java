package dev.tranche.dating;

/**
 * The likelihood of each day under one kind of clue, by its distance from the days the clue names.
 *
 * <p>Everything is measured in hundredths of a bit below the likeliest distance, so that a hundred means half as likely
 * and sums are whole numbers.
 *
 * @param losses loss of each {@link OffsetBucket}, per day; 0 for the likeliest
 * @param wrong the number of reports in ten thousand in which the clue says nothing about the day, because it was
 *     misread or is about something else; more than 0
 * @param kin the kind of clue that it repeats, possibly empty
 * @param again how much of its loss counts, in hundredths, when another clue of its kin is surer
 */
@SuppressWarnings("ArrayRecordComponent") // Read from the table once and never passed on.
record Shape(int[] losses, int wrong, String kin, int again) {

    /** A loss so great that it rules a day out. */
    static final int MOST_LOSS = 4000;

    static final int BIT = 100;
    private static final int WHOLE = 10_000;
    /** All of a loss, in hundredths. */
    static final int WHOLE_LOSS = 100;

    /** Refuses a shape without a loss for each bucket or with invalid shares. */
    Shape {
        boolean fits =
                losses.length == OffsetBucket.COUNT && wrong > 0 && wrong < WHOLE && again >= 0 && again <= WHOLE_LOSS;
        if (!fits) {
            throw new IllegalArgumentException("a shape needs " + OffsetBucket.COUNT
                    + " losses, a share of wrong clues and a share of the loss up to " + WHOLE_LOSS);
        }
    }

    /**
     * Returns the loss at which a day is no less likely than under a clue that is wrong.
     *
     * @param mass the sum of the remaining likelihood of all days, the likeliest counting 1
     */
    int floor(double mass) {
        double share = (double) wrong / (WHOLE - wrong);
        double loss = -StrictMath.log(share * mass / DaySet.DAYS) / StrictMath.log(2) * BIT;
        return (int) Math.max(0, Math.min(MOST_LOSS, StrictMath.rint(loss)));
    }

    /** Returns the remaining likelihood of a day after a loss: 1 for no loss. */
    static double left(int loss) {
        return loss >= MOST_LOSS ? 0 : StrictMath.pow(2, -(double) loss / BIT);
    }
}
