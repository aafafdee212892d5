package dev.tranche.mention;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads digits with group and decimal signs of either convention. */
final class Numerals {

    private static final int GROUP = 3;

    private Numerals() {}

    /**
     * Returns the number written by digits, full stops, commas, raised points and apostrophes.
     *
     * <p>The last separator is a decimal point when it differs from an earlier one, when the digits after it are not
     * three, or when it is the only one and is a full stop. A comma before three digits groups, even before a scale:
     * English writes "2,250 million". Empty for separators that fit neither convention ("1.2.34"), and for a full stop
     * before three digits that could be either ("1.250" without a scale is 1,250 or one and a quarter).
     *
     * @param scaled does a scale such as "million" follow?
     */
    static Optional<BigDecimal> parse(String written, boolean scaled) {
        String plain = written.replace('\u00b7', '.');
        for (char apostrophe : "'\u2019\u02bc`\u00b4".toCharArray()) {
            plain = plain.replace(String.valueOf(apostrophe), "");
        }
        int comma = plain.lastIndexOf(',');
        int stop = plain.lastIndexOf('.');
        int last = Math.max(comma, stop);
        if (last < 0) {
            return Optional.of(new BigDecimal(plain));
        }
        if (last == 0) {
            return plain.length() > 1 ? Optional.of(new BigDecimal("0" + plain.replace(',', '.'))) : Optional.empty();
        }
        boolean mixed = comma >= 0 && stop >= 0;
        char sign = plain.charAt(last);
        boolean repeated = plain.indexOf(sign) != last;
        int after = plain.length() - last - 1;
        if (mixed && repeated) {
            return Optional.empty();
        }
        boolean decimal = mixed || !repeated && (after != GROUP || isDecimalOfThree(plain, sign, last, scaled));
        String whole = decimal ? plain.substring(0, last) : plain;
        if (!isGrouped(whole)) {
            return Optional.empty();
        }
        String digits = whole.replace(",", "").replace(".", "");
        return Optional.of(new BigDecimal(decimal ? digits + "." + plain.substring(last + 1) : digits));
    }

    /** A single separator before three digits: a full stop before a scale or after a nought is a decimal point. */
    private static boolean isDecimalOfThree(String plain, char sign, int last, boolean scaled) {
        if (sign == ',') {
            return plain.startsWith("0,");
        }
        return scaled || plain.startsWith("0.") || last > GROUP;
    }

    private static boolean isGrouped(String whole) {
        String[] groups = whole.split("[.,]");
        for (int i = 1; i < groups.length; i++) {
            if (groups[i].length() != GROUP) {
                return false;
            }
        }
        boolean many = groups.length > 1;
        return groups.length > 0 && !groups[0].isEmpty() && (!many || groups[0].length() <= GROUP);
    }
}
