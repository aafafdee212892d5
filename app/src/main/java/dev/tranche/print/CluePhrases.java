package dev.tranche.print;

import dev.tranche.dating.Clue;
import dev.tranche.dating.StatedDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/** Clues to a day of publication in words a person understands; the most informative first; the rest is in the JSON. */
public final class CluePhrases {

    private static final int MOST_CLUES = 6;
    private static final int LONGEST_QUOTE = 60;

    /** A longer interval says only that the clue is consistent with it. */
    private static final int TELLING_DAYS = 500;

    private static final String WEEKDAY = "weekday.";

    private CluePhrases() {}

    /** Returns the clues as a list behind a colon; empty when no words are a clue. */
    static String of(List<Clue> clues) {
        StringJoiner line = new StringJoiner("; ", ": ", "").setEmptyValue("");
        clues.stream()
                .filter(clue -> clue.used() && clue.evidence().isPresent())
                .sorted(Comparator.comparingLong(CluePhrases::rank))
                .map(clue -> quote(clue) + tells(clue) + period(clue))
                .distinct()
                .limit(MOST_CLUES)
                .forEach(line::add);
        clues.stream()
                .filter(clue -> !clue.used() && clue.evidence().isPresent())
                .limit(1)
                .forEach(clue -> line.add("against it " + quote(clue) + tells(clue) + period(clue)));
        return line.toString();
    }

    /**
     * The greater weight says more; among clues that were not weighed, a weekday comes first, then the narrower one.
     */
    private static long rank(Clue clue) {
        if (clue.weight() != 0) {
            return -clue.weight();
        }
        return clue.rule().startsWith(WEEKDAY) ? 0 : width(clue.date());
    }

    private static String quote(Clue clue) {
        String quote =
                clue.evidence().map(words -> Columns.oneLine(words.quote())).orElse("");
        if (clue.rule().startsWith(WEEKDAY)) {
            return "a " + quote;
        }
        return "\"" + Columns.cut(quote, LONGEST_QUOTE) + "\"";
    }

    /** Returns what the words of a clue say about the day, such as "is past". */
    public static String saying(Clue clue) {
        return clue.rule().startsWith("weekday.same")
                ? "is the weekday"
                : tells(clue).strip();
    }

    private static String tells(Clue clue) {
        return switch (first(clue.rule())) {
            case "weekday.same" -> "";
            case "weekday.lead" -> " or soon after";
            case "weekday.day" -> " falls on that weekday";
            case "stated", "dateline", "dateline.day", "stated.signature", "asof" -> " is stated";
            case "changed" -> " is when the text was last changed";
            case "office", "office.shared" -> " in office";
            case "office.administration" -> " governs";
            case "office.new" -> " new in office";
            case "office.former" -> " no longer in office";
            case "event.ahead", "event.threat" -> " is ahead";
            case "event.news", "event.lead", "event.announced", "event.lately", "event.day", "record.news" ->
                " is news";
            case "record.recount", "record.ordinal" -> " is among the latest";
            case "month.past", "monthday.past", "link.day", "post.day" -> " is past";
            case "month.ahead", "monthday.ahead" -> " is ahead";
            case "term" -> " sits";
            case "number" -> " is its number";
            default -> {
                boolean past = clue.date().to().isEmpty() && clue.date().from().isPresent();
                boolean ahead = clue.rule().startsWith("ahead");
                yield ahead ? " is ahead" : past ? " is past" : " fits";
            }
        };
    }

    /** Returns the first two words of a rule's name: the rest says where the words are. */
    private static String first(String rule) {
        int dot = rule.indexOf('.');
        int second = dot < 0 ? -1 : rule.indexOf('.', dot + 1);
        return second < 0 ? rule : rule.substring(0, second);
    }

    private static String period(Clue clue) {
        StatedDate date = clue.date();
        if (clue.rule().startsWith(WEEKDAY) || date.isUnknown()) {
            return "";
        }
        boolean open = date.from().isEmpty() || date.to().isEmpty();
        return open || width(date) <= TELLING_DAYS ? " (" + Phrases.date(date) + ")" : "";
    }

    private static long width(StatedDate date) {
        return date.from().isPresent() && date.to().isPresent()
                ? ChronoUnit.DAYS.between(date.from().get(), date.to().get())
                : Long.MAX_VALUE;
    }
}
