package dev.tranche.text;

import java.time.LocalDate;

/**
 * A day of publication that the markup of a report states, outside its words.
 *
 * @param day the day
 * @param rule where it was found: lower-case words joined by full stops, such as {@code markup.json-ld}
 * @param written the date as written there, shortened
 */
public record MarkedDay(LocalDate day, String rule, String written) {

    /** Refuses a day without a rule. */
    public MarkedDay {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("a day of the markup needs a rule");
        }
    }
}
