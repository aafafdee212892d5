package dev.tranche.cli;

import dev.tranche.extract.Extractor;
import dev.tranche.fact.AidType;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.text.Document;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks the rows that a user adds to the lexicon before the first report is read: a wrong row would otherwise only
 * show when its words occur in a report, and would then prevent every such report from being read.
 */
final class UserRows {

    /** A trial text stays within the limits of a report. */
    private static final int MOST_TRIED = 2_000;

    private UserRows() {}

    /** One rule for a column: which values it takes, and how to describe them. */
    private record Rule(String column, Pattern form, String wanted) {}

    private static final Rule STATE = new Rule("code", Pattern.compile("[A-Z]{2}"), "two capital letters, as in UA");
    private static final Rule CURRENCY =
            new Rule("code", Pattern.compile("[A-Z]{3}"), "three capital letters, as in USD");
    private static final Rule UNITS = new Rule("minor_units", Pattern.compile("[0-6]"), "a digit from 0 to 6");
    private static final Rule ID = new Rule("id", Pattern.compile("\\S+"), "a word without spaces");
    private static final Rule NAME = new Rule("name", Pattern.compile("(?s).*\\S.*"), "a name");
    private static final Rule COUNTRY =
            new Rule("country", Pattern.compile("[A-Z]{2}|"), "two capital letters or empty");
    private static final Rule GIVES = new Rule("gives", Pattern.compile("yes|no|"), "yes, no or empty");
    private static final Rule PARTY =
            new Rule("code", Pattern.compile("[A-Z][A-Z-]*"), "capital letters, as in UA or EU");

    private static List<Rule> rules(String table) {
        return switch (table) {
            case "states.csv" -> List.of(STATE, NAME);
            case "currencies.csv" -> List.of(CURRENCY, NAME, UNITS);
            case "bodies.csv", "equipment.csv" -> List.of(ID, NAME);
            case "office_holders.csv" -> List.of(ID, NAME, COUNTRY, day("from"), day("to"));
            case "events.csv" -> List.of(ID, NAME, day("from"), day("to"));
            case "authorities.csv" ->
                List.of(new Rule("code", Pattern.compile("\\S+"), "a word without spaces"), type());
            case "donors.csv" -> List.of(PARTY, GIVES);
            default -> List.of();
        };
    }

    private static Rule day(String column) {
        return new Rule(column, Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|"), "a day as 2024-05-14, or empty");
    }

    private static Rule type() {
        String types = String.join(
                "|", Arrays.stream(AidType.values()).map(AidType::slug).toList());
        return new Rule("type", Pattern.compile(types + "|"), "one of " + types.replace("|", ", ") + ", or empty");
    }

    /** Refuses a wrong row, with its file and line and what to write instead. */
    static void check(List<LexiconFile> files) {
        for (LexiconFile file : files) {
            for (LexiconFile.Row row : file.rows()) {
                for (Rule rule : rules(file.name())) {
                    check(row, rule);
                }
            }
        }
    }

    private static void check(LexiconFile.Row row, Rule rule) {
        String value = row.field(rule.column());
        if (!rule.form().matcher(value).matches() || isNoDay(rule, value)) {
            throw row.refuse("the column " + rule.column() + " holds '" + value + "'; it takes " + rule.wanted());
        }
    }

    private static boolean isNoDay(Rule rule, String value) {
        boolean isDay = rule.column().equals("from") || rule.column().equals("to");
        try {
            return isDay && !value.isEmpty() && LocalDate.parse(value).getYear() < 1;
        } catch (DateTimeParseException wrong) {
            return true;
        }
    }

    /** Reads a text with the words of each row once: what no rule above catches shows up here, with the row named. */
    static void tryOut(Lexicon lexicon, List<LexiconFile> files) {
        Extractor extractor = Extractor.of(lexicon);
        List<LexiconFile.Row> rows = new ArrayList<>();
        files.forEach(file -> rows.addAll(file.rows()));
        if (attempt(extractor, rows).isEmpty()) {
            return;
        }
        for (LexiconFile.Row row : rows) {
            Optional<RuntimeException> failed = attempt(extractor, List.of(row));
            if (failed.isPresent()) {
                throw refuse(row, failed.get());
            }
        }
    }

    private static LexiconException refuse(LexiconFile.Row row, RuntimeException failed) {
        return row.refuse("a report that contains these words cannot be read (" + failed.getMessage()
                + "); compare the row with the shipped table, or leave it out");
    }

    private static Optional<RuntimeException> attempt(Extractor extractor, List<LexiconFile.Row> rows) {
        TreeSet<String> words = new TreeSet<>();
        for (LexiconFile.Row row : rows) {
            for (String column : row.record().getHeader()) {
                words.addAll(row.alternatives(column));
            }
        }
        StringBuilder text = new StringBuilder();
        words.stream()
                .limit(MOST_TRIED)
                .forEach(word -> text.append("On 3 May 2023 ")
                        .append(word)
                        .append(" announced $5 million in aid to ")
                        .append(word)
                        .append(", and 5 ")
                        .append(word)
                        .append(".\n"));
        try {
            extractor.extract(Document.of("trial", "", text.toString()));
            return Optional.empty();
        } catch (RuntimeException failed) {
            return Optional.of(failed);
        }
    }
}
