package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.figure.Figure;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import dev.tranche.statement.ContentWords;
import dev.tranche.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The figures of many reports, with those on the same thing side by side.
 *
 * <p>Two figures of different reports count the same thing if their units agree, neither is more than
 * {@value #TIMES} times the other, their sentences name the same states and share {@value #WORDS} further words, and
 * their reports come from the same {@value #DAYS} days; two of one report, if their sentences are adjacent. Numbers
 * in series, distances and times are left out. Both rules prefer missing a match to a wrong one. The result does not
 * depend on the order of the reports.
 *
 * @param things what is counted, by unit and day, each with at least one figure
 */
public record FigureBook(List<Counted> things) {

    /** The most days between the first and the last report on one thing. */
    static final int DAYS = 7;

    /** The largest ratio between two figures on the same thing. */
    static final int TIMES = 10;

    /** The least number of content words shared by the sentences of two reports. */
    static final int WORDS = 4;

    /** Copies the list. */
    public FigureBook {
        things = List.copyOf(things);
    }

    /**
     * One thing with all figures for it.
     *
     * @param unit what is counted
     * @param about codes of the states named in the sentences, sorted
     * @param reported the days of the reports, as far as known
     * @param tellings the figures by day and report
     */
    public record Counted(String unit, List<String> about, StatedDate reported, List<Telling> tellings) {

        /** Copies the lists and refuses a thing without figures. */
        public Counted {
            about = List.copyOf(about);
            tellings = List.copyOf(tellings);
            if (tellings.isEmpty()) {
                throw new IllegalArgumentException("a thing needs a figure: " + unit);
            }
        }

        /** Do the figures differ? */
        public boolean differs() {
            return tellings.stream()
                            .map(telling -> telling.figure().value().stripTrailingZeros())
                            .distinct()
                            .count()
                    > 1;
        }
    }

    /**
     * A figure and the days on which its report may have been published.
     *
     * @param figure the figure; its evidence names the report
     * @param reported the days of the report
     */
    public record Telling(Figure figure, StatedDate reported) {}

    /**
     * A figure with what is needed to decide whether another counts the same thing; the text of its report is no longer
     * needed.
     *
     * @param telling the figure and the days of its report
     * @param states codes of the states that its sentence names
     * @param words the content words of its sentence
     */
    public record Noted(Telling telling, Set<String> states, ContentWords words) {

        /** Copies the set. */
        public Noted {
            states = Collections.unmodifiableSortedSet(new TreeSet<>(states));
        }

        private Figure figure() {
            return telling.figure();
        }

        private Optional<LocalDate> day() {
            return telling.reported().from();
        }
    }

    /** Notes the figures of a report that count something. */
    public static List<Noted> note(Extraction report) {
        List<Noted> noted = new ArrayList<>();
        String text = report.document().text();
        for (Figure figure : report.story().figures()) {
            if (figure.isCount()) {
                Span sentence = sentence(text, figure.evidence().span());
                noted.add(new Noted(
                        new Telling(figure, report.published().date()),
                        states(report, sentence),
                        ContentWords.of(text.substring(sentence.start(), sentence.end()))));
            }
        }
        return List.copyOf(noted);
    }

    /** Gathers the figures of reports. */
    public static FigureBook of(List<Extraction> reports) {
        FigureFold fold = new FigureFold();
        fold.take(List.of(), Teller.all(reports));
        return new FigureBook(fold.shown());
    }

    /** Returns one thing built from the figures that count it, in their order. */
    static Counted counted(List<Noted> group) {
        Noted first = group.getFirst();
        Set<String> about = new TreeSet<>();
        LocalDate last = null;
        for (Noted noted : group) {
            about.addAll(noted.states());
            LocalDate to = noted.telling().reported().to().orElse(null);
            last = to != null && (last == null || to.isAfter(last)) ? to : last;
        }
        StatedDate all = first.day().isPresent()
                        && last != null
                        && !last.isBefore(first.day().get())
                ? StatedDate.between(first.day().get(), last)
                : first.telling().reported();
        return new Counted(
                first.figure().unit(),
                List.copyOf(about),
                all,
                group.stream().map(Noted::telling).toList());
    }

    /** Returns the things for which different figures are reported. */
    public List<Counted> differing() {
        return things.stream().filter(Counted::differs).toList();
    }

    /** The states named in a sentence. */
    private static Set<String> states(Extraction report, Span sentence) {
        Set<String> states = new TreeSet<>();
        for (Name name : report.story().names()) {
            if (name.kind() == NameKind.PLACE && name.country().isPresent()) {
                boolean here = name.spans().stream().anyMatch(span -> span.overlaps(sentence));
                if (here) {
                    states.add(name.country().get());
                }
            }
        }
        return states;
    }

    private static Span sentence(String text, Span span) {
        int start = span.start();
        while (start > 0 && !isEnd(text, start - 1)) {
            start--;
        }
        int end = span.end();
        while (end < text.length() && !isEnd(text, end)) {
            end++;
        }
        return new Span(start, Math.max(end, start + 1));
    }

    private static boolean isEnd(String text, int at) {
        char sign = text.charAt(at);
        boolean blank = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return sign == '\n' || (sign == '.' || sign == '!' || sign == '?') && blank;
    }
}
