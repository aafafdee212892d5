package dev.tranche.mention;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number in a text, in digits or words.
 *
 * @param start index of its first token
 * @param end index after its last token
 * @param number the number before the scale, at least 0
 * @param scale what "million" and the like multiply it by; empty for a number without one
 * @param form how it is written
 * @param loose is only the order of magnitude stated ("hundreds of millions")?
 * @param about is the number itself only approximate ("a couple of million", "a third of a billion")?
 * @param plus does a plus sign follow ("60+")?
 */
public record Quantity(
        int start,
        int end,
        BigDecimal number,
        Optional<BigDecimal> scale,
        Form form,
        boolean loose,
        boolean about,
        boolean plus) {

    /** How a number is written. */
    public enum Form {
        /** In digits. */
        DIGITS,
        /** In digits with separators between groups of three. */
        GROUPED,
        /** In words. */
        WORDS
    }

    /** Returns the number times its scale, without an exponent. */
    public BigDecimal value() {
        BigDecimal value = number.multiply(scale.orElse(BigDecimal.ONE)).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    Quantity scaled(BigDecimal by) {
        return new Quantity(start, end, number, Optional.of(by), form, loose, about, plus);
    }
}
