package dev.tranche.resolve;

import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decides whether two stated sums in one currency can mean the same sum. */
public final class Amounts {

    private static final BigDecimal NEAR = new BigDecimal("0.035");
    private static final BigDecimal LOOSE = new BigDecimal("0.10");

    /** The step of {@link #step} is 1.12, so that no two agreeing sums are two steps apart. */
    private static final BigDecimal TENTH = new BigDecimal("0.105");

    private Amounts() {}

    /**
     * Can both mean the same sum?
     *
     * <p>Equal sums can; so can sums one of which is the other with fewer digits, no more than 3.5 percent apart, or 10
     * percent where the words say "about", "up to" or "more than"; so can a sum within a stated range.
     */
    public static boolean agree(StatedAmount one, StatedAmount two) {
        if (!one.currency().equals(two.currency())) {
            return false;
        }
        if (one.value().compareTo(two.value()) == 0 || within(one, two) || within(two, one)) {
            return true;
        }
        boolean oneLarger = one.value().compareTo(two.value()) > 0;
        BigDecimal large = oneLarger ? one.value() : two.value();
        BigDecimal small = oneLarger ? two.value() : one.value();
        BigDecimal apart = large.subtract(small).divide(large, 6, RoundingMode.HALF_UP);
        boolean loose = one.bound() != Bound.EXACTLY || two.bound() != Bound.EXACTLY;
        boolean rounds = rounds(one.value(), two.value()) || rounds(two.value(), one.value());
        if (!rounds) {
            return false;
        }
        return apart.compareTo(loose ? LOOSE : NEAR) <= 0;
    }

    /** Are two sums no more than slightly over a tenth apart, whatever their digits? */
    public static boolean near(StatedAmount one, StatedAmount two) {
        BigDecimal large = one.value().max(two.value());
        BigDecimal small = one.value().min(two.value());
        return large.subtract(small).compareTo(large.multiply(TENTH)) <= 0;
    }

    private static boolean within(StatedAmount range, StatedAmount value) {
        return range.upper().isPresent()
                && value.value().compareTo(range.value()) >= 0
                && value.value().compareTo(range.upper().get()) <= 0;
    }

    /** Is the coarser number the finer one truncated or rounded to its digits? */
    private static boolean rounds(BigDecimal coarse, BigDecimal fine) {
        int digits = coarse.stripTrailingZeros().precision();
        int fineDigits = fine.stripTrailingZeros().precision();
        if (digits >= fineDigits && digits > 1) {
            return false;
        }
        int scale = coarse.stripTrailingZeros().scale();
        return fine.setScale(scale, RoundingMode.HALF_UP).compareTo(coarse) == 0
                || fine.setScale(scale, RoundingMode.DOWN).compareTo(coarse) == 0
                || fine.setScale(scale, RoundingMode.UP).compareTo(coarse) == 0;
    }

    /** Returns the step on a scale of tenths: sums that agree are at most one step apart. */
    static int step(BigDecimal value) {
        return (int) Math.floor(Math.log(value.doubleValue()) / Math.log(1.12));
    }
}
