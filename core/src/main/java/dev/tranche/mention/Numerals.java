package dev.tranche.mention;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads digits with group and decimal signs of either convention. */
final class Numerals {

    private static final int GROUP = 3;

    private Numerals() {}

    /**
     * Returns the number written by digits, full stops and commas.
     *
     * <p>The last sign is a decimal one when it differs from an earlier one, when the digits after it are not three,
     * or when a magnitude follows and the digits before it are few ("2,225 billion" stays grouped only without
     * magnitude). Empty for signs that fit neither convention ("1.2.34").
     */
    static Optional<BigDecimal> parse(String written, boolean magnitude) {
        int comma = written.lastIndexOf(',');
        int stop = written.lastIndexOf('.');
        int last = Math.max(comma, stop);
        if (last < 0) {
            return Optional.of(new BigDecimal(written));
        }
        boolean mixed = comma >= 0 && stop >= 0;
        char sign = written.charAt(last);
        boolean repeated = written.indexOf(sign) != last;
        int after = written.length() - last - 1;
        boolean decimal = mixed ? !repeated : !repeated && (after != GROUP || sign == '.' || magnitude);
        if (mixed && repeated) {
            return Optional.empty();
        }
        String whole = decimal ? written.substring(0, last) : written;
        if (!isGrouped(whole)) {
            return Optional.empty();
        }
        String digits = whole.replace(",", "").replace(".", "");
        return Optional.of(new BigDecimal(decimal ? digits + "." + written.substring(last + 1) : digits));
    }

    private static boolean isGrouped(String whole) {
        String[] groups = whole.split("[.,]");
        for (int i = 1; i < groups.length; i++) {
            if (groups[i].length() != GROUP) {
                return false;
            }
        }
        return groups.length > 0 && !groups[0].isEmpty();
    }
}
