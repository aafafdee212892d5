package dev.tranche.review;

import dev.tranche.dating.StatedDate;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;

/**
 * A cell as it was shown to a person.
 *
 * @param field the cell
 * @param value its value as text; empty if nothing was shown
 */
public record Shown(Field field, String value) {

    /** Refuses values that no cell can have. */
    public Shown {
        if (value.length() > Limits.LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    "the value of a cell has at most " + Limits.LONGEST_VALUE + " characters, not " + value.length());
        }
    }

    /** Returns the text of a sum: {@code 400000000 USD}, {@code at most 400000000 USD}, {@code 100–200 EUR}. */
    public static String text(StatedAmount amount) {
        String bound = amount.bound() == Bound.EXACTLY
                ? ""
                : amount.bound().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
        String upper = amount.upper().map(end -> "–" + end.toPlainString()).orElse("");
        return bound + amount.value().toPlainString() + upper + " " + amount.currency();
    }

    /** Returns the text of codes: {@code DK+NL}. */
    public static String text(Collection<String> codes) {
        String text = String.join("+", codes);
        return text.length() <= Limits.LONGEST_VALUE ? text : Limits.cut(text, Limits.LONGEST_VALUE);
    }

    /**
     * Returns the text of days: a day, two days with a slash, {@code ..} for an open end; empty if nothing is known.
     */
    public static String text(StatedDate date) {
        if (date.isUnknown()) {
            return "";
        }
        String from = date.from().map(LocalDate::toString).orElse("..");
        return date.isOneDay()
                ? from
                : from + "/" + date.to().map(LocalDate::toString).orElse("..");
    }
}
