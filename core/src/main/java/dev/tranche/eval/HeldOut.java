package dev.tranche.eval;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The reports held out from a fit, so that it can be measured on them: a third of all pairs of outlet and month.
 *
 * <p>Reports of one outlet in one month share stories and habits; splitting them would let a fit see its own test.
 */
public final class HeldOut {

    private static final int PARTS = 3;

    private HeldOut() {}

    /** Is a report of this outlet and day held out? An unnamed outlet is the empty string. */
    public static boolean isHeldOut(String outlet, LocalDate day) {
        return Math.floorMod((outlet + " " + YearMonth.from(day)).hashCode(), PARTS) == 0;
    }
}
