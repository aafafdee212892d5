package dev.tranche.eval;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share between 0 and 1, or undefined if there was nothing to divide by.
 *
 * @param value the share; 0 when undefined, as the published scorer counts it
 * @param isDefined was there anything to divide by?
 */
public record Ratio(double value, boolean isDefined) {

    private static final int DIGITS = 4;

    /** Returns a part of a whole. */
    public static Ratio of(int part, int whole) {
        return whole == 0 ? new Ratio(0, false) : new Ratio((double) part / whole, true);
    }

    /**
     * Returns the harmonic mean of a part of two wholes.
     *
     * <p>Computed from both shares in this order, so that the last digit is that of the published scorer.
     */
    public static Ratio mean(int part, int one, int other) {
        double p = of(part, one).value();
        double r = of(part, other).value();
        boolean isDefined = one > 0 || other > 0;
        return p + r > 0 ? new Ratio(2 * p * r / (p + r), isDefined) : new Ratio(0, isDefined);
    }

    /** Returns the value to four digits, half to even, from the exact value of the double. */
    public BigDecimal rounded() {
        BigDecimal digits =
                new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return digits.scale() < 1 ? digits.setScale(1) : digits;
    }

    /** Returns the rounded value, or a dash if undefined. */
    @Override
    public String toString() {
        return isDefined ? rounded().setScale(DIGITS).toPlainString() : "–";
    }
}
