package dev.tranche.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What one person decided about the book at one time, and why.
 *
 * @param at when, to the millisecond, by the clock of the machine; within the years 1970 to 9999. It is shown and is
 *     part of the id; only the journal determines which of two decisions is later
 * @param author the author: 1 to 40 lower-case letters, digits, full stops, hyphens and underscores
 * @param reason the reason: 1 to 2,000 characters, not blank
 * @param action the action
 */
public record Decision(Instant at, String author, String reason, Action action) {

    /** The longest reason. */
    public static final int LONGEST_REASON = 2_000;

    private static final Pattern AUTHOR = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z-[a-z0-9][a-z0-9._-]{0,39}");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Refuses times finer than a millisecond, invalid author names, and empty or overlong reasons. */
    public Decision {
        if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS)) || at.isBefore(Instant.EPOCH) || !at.isBefore(END)) {
            throw new IllegalArgumentException("a decision is made at a whole millisecond of 1970 to 9999, not " + at);
        }
        if (!isAuthor(author)) {
            throw new IllegalArgumentException(
                    "an author is 1 to 40 lower-case letters, digits, '.', '-' and '_', not '" + Limits.cut(author, 60)
                            + "'");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a decision has a reason of 1 to " + LONGEST_REASON + " characters, not " + reason.length());
        }
    }

    /** Can this be the name of an author? */
    public static boolean isAuthor(String name) {
        return AUTHOR.matcher(name).matches();
    }

    /** Can this be the id of a decision? */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Returns its id: time and author, such as {@code 20240501T090000000Z-anna}. */
    public String id() {
        return BASIC.format(at) + "-" + author;
    }

    /** Returns the decisions it consists of, all with its id: itself, unless several actions are one decision. */
    public List<Decision> parts() {
        return action instanceof Action.Together together
                ? together.parts().stream()
                        .map(part -> new Decision(at, author, reason, part))
                        .toList()
                : List.of(this);
    }

    /** Returns one sentence that says what it does, without author and reason. */
    public String summary() {
        return Summary.of(action);
    }
}
