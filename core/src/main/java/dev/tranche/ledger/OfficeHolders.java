package dev.tranche.ledger;

import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.Contradiction.Kind;
import dev.tranche.ledger.Contradiction.Side;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds people described with an office that they did not hold when the report was written.
 *
 * <p>Only offices with a single holder are checked, and only people with a term in that office in the lexicon. Days of
 * handover have a margin; "former" and the like are not contradictions.
 */
final class OfficeHolders {

    /** Election winners and nominees are called by their office early, outgoing holders late. */
    private static final int MARGIN_DAYS = 45;

    /** A report whose day is less exact says nothing about terms of office. */
    private static final int MOST_DAYS = 7;

    /** The most characters between an office and the surname after it. */
    private static final int MOST_BEFORE = 50;

    /** The kind of words that negate an office beside them. */
    private static final String NONE = "none";

    private static final Map<String, Pattern> OFFICES = new LinkedHashMap<>();
    private static final Pattern NOT_IN_OFFICE;

    static {
        for (LexiconFile.Row row : Lexicon.shipped("office_words.csv").rows()) {
            OFFICES.put(row.field("kind"), pattern(row.field("words")));
        }
        NOT_IN_OFFICE = Optional.ofNullable(OFFICES.remove(NONE))
                .orElseThrow(() -> new IllegalStateException("office_words.csv has no row of the kind " + NONE));
    }

    private static Pattern pattern(String words) {
        String any = Stream.of(words.split("\\|", -1)).map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("\\b(?:" + any + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private final Lexicon lexicon;
    private final String text;
    private final List<Gist.Office> found = new ArrayList<>();

    private OfficeHolders(Lexicon lexicon, String text) {
        this.lexicon = lexicon;
        this.text = text;
    }

    /** Returns what a reading says that contradicts the lexicon. */
    static List<Gist.Office> findings(Extraction reading) {
        if (reading.story().statements().isEmpty()
                && reading.story().encounters().isEmpty()) {
            return List.of();
        }
        OfficeHolders search =
                new OfficeHolders(Lexicon.standard(), reading.document().text());
        search.read(reading);
        return List.copyOf(search.found);
    }

    private record Told(Gist.Office first, TreeSet<String> reports) {}

    /** Returns the contradictions of reports, in the order of their keys. */
    static List<Contradiction> contradictions(List<BookText> texts) {
        Map<String, Told> all = new TreeMap<>();
        for (BookText text : texts) {
            for (Gist.Office finding : text.findings()) {
                all.computeIfAbsent(finding.about(), about -> new Told(finding, new TreeSet<>()))
                        .reports()
                        .add(text.key());
            }
        }
        List<Contradiction> contradictions = new ArrayList<>();
        all.forEach((about, told) -> contradictions.add(new Contradiction(
                Kind.OFFICE_HOLDER,
                about,
                new Side(told.first().held(), List.of(), told.first().held()),
                new Side(
                        told.first().told(),
                        List.copyOf(told.reports()),
                        told.first().quote()),
                "the terms in the list of office holders")));
        return contradictions;
    }

    private void read(Extraction reading) {
        Optional<LocalDate> from = reading.published().date().from();
        Optional<LocalDate> to = reading.published().date().to();
        if (from.isEmpty() || to.isEmpty() || to.get().toEpochDay() - from.get().toEpochDay() > MOST_DAYS) {
            return;
        }
        for (Statement statement : reading.story().statements()) {
            Speaker speaker = statement.speaker();
            if (speaker.name().isPresent()) {
                check(from.get(), speaker.name().get(), speaker.description());
            }
        }
        for (Encounter encounter : reading.story().encounters()) {
            for (Participant one : encounter.participants()) {
                if (one.name().isPresent()) {
                    check(from.get(), one.name().get(), one.office());
                }
            }
        }
    }

    private void check(LocalDate day, String name, String told) {
        if (told.isBlank() || NOT_IN_OFFICE.matcher(told).find()) {
            return;
        }
        Optional<String> kind = OFFICES.entrySet().stream()
                .filter(office -> office.getValue().matcher(told).find())
                .map(Map.Entry::getKey)
                .findFirst();
        // The quoted words must say so themselves: an office mentioned elsewhere in the report proves nothing.
        Optional<String> words = kind.flatMap(of -> words(of, name));
        if (words.isEmpty()) {
            return;
        }
        List<Entry.Holder> all = lexicon.terms(name);
        List<Entry.Holder> terms = all.stream()
                .filter(term -> kind.equals(Optional.of(term.kind())))
                .toList();
        boolean covered = all.stream()
                .filter(term -> terms.contains(term)
                        || OFFICES.getOrDefault(kind.orElse(""), NOT_IN_OFFICE)
                                .matcher(term.office())
                                .find())
                .anyMatch(term -> holds(term, day));
        if (terms.isEmpty() || covered) {
            return;
        }
        String held = terms.stream()
                .map(term ->
                        term.office() + " " + term.from() + " – " + term.to().orElse(""))
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining("; "));
        found.add(
                new Gist.Office(name + ", " + told + ", in " + day.getYear(), held, told + " on " + day, words.get()));
    }

    /** Returns the words of the report in which the office directly precedes the surname, and not as a former one. */
    private Optional<String> words(String kind, String name) {
        String surname = name.substring(name.lastIndexOf(' ') + 1);
        int at = text.indexOf(surname);
        while (at >= 0) {
            String before = text.substring(wordStart(at - MOST_BEFORE, at), at);
            String sentence = before.substring(before.lastIndexOf(". ") + 1).strip();
            if (OFFICES.getOrDefault(kind, NOT_IN_OFFICE).matcher(sentence).find()
                    && !NOT_IN_OFFICE.matcher(sentence).find()) {
                return Optional.of(sentence + " " + surname);
            }
            at = text.indexOf(surname, at + 1);
        }
        return Optional.empty();
    }

    /** Returns a place if a word starts there, else where the next one does; at most an end. */
    private int wordStart(int place, int end) {
        if (place <= 0) {
            return 0;
        }
        int start = place;
        while (start < end && !Character.isWhitespace(text.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private static boolean holds(Entry.Holder term, LocalDate day) {
        LocalDate from = first(term.from()).minusDays(MARGIN_DAYS);
        return !day.isBefore(from)
                && term.to()
                        .map(to -> !day.isAfter(last(to).plusDays(MARGIN_DAYS)))
                        .orElse(true);
    }

    private static LocalDate first(String written) {
        return switch (written.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(written), 1, 1);
            case 7 -> YearMonth.parse(written).atDay(1);
            default -> LocalDate.parse(written);
        };
    }

    private static LocalDate last(String written) {
        return switch (written.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(written), 12, 31);
            case 7 -> YearMonth.parse(written).atEndOfMonth();
            default -> LocalDate.parse(written);
        };
    }
}
