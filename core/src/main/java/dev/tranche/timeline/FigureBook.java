package dev.tranche.timeline;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.figure.Figure;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import dev.tranche.statement.ContentWords;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The figures of many reports, those on the same thing side by side.
 *
 * <p>Two figures of different reports count the same thing when their units agree, neither is more than
 * {@value #TIMES} times the other, their sentences name the same states and share {@value #WORDS} further words, and
 * their reports come from the same {@value #DAYS} days; two of one report when their sentences stand side by side. Numbers
 * of rows, distances and times are left out. Both rules miss rather than join wrongly. The result does not depend on the
 * order of the reports.
 *
 * @param things what is counted, by unit and day, each with at least one figure
 */
public record FigureBook(List<Counted> things) {

    /** Days between the first and the last report on one thing. */
    static final int DAYS = 7;

    /** The most that one figure may be of another on the same thing. */
    static final int TIMES = 10;

    /** Content words that the sentences of two reports share. */
    static final int WORDS = 4;

    /** Characters between two figures of one report on the same thing. */
    private static final int BESIDE = 250;

    /** Copies the list. */
    public FigureBook {
        things = List.copyOf(things);
    }

    /**
     * One thing with everybody's figures for it.
     *
     * @param unit what is counted
     * @param about codes of the states that the sentences name, sorted
     * @param reported the days of the reports, as far as known
     * @param tellings the figures in the order of days and reports
     */
    public record Counted(String unit, List<String> about, StatedDate reported, List<Telling> tellings) {

        /** Copies the lists and refuses a thing that nobody counts. */
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
     * A figure with what decides whether another counts the same thing; the text of its report is not needed any more.
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

        private DocumentId report() {
            return telling.figure().evidence().document();
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
        return ofNoted(reports.stream().map(FigureBook::note).toList());
    }

    /** Gathers figures that were noted, each list those of one report. */
    public static FigureBook ofNoted(List<List<Noted>> reports) {
        Map<String, Thing> byUnit = new TreeMap<>();
        reports.stream()
                .filter(noted -> !noted.isEmpty())
                .sorted(Comparator.comparing(
                                (List<Noted> noted) -> noted.getFirst().day().orElse(LocalDate.MAX))
                        .thenComparing(noted -> noted.getFirst().report().value()))
                .flatMap(List::stream)
                .forEach(noted -> byUnit.computeIfAbsent(
                                noted.figure().unit().toLowerCase(Locale.ROOT), absent -> new Thing())
                        .enter(noted));
        return new FigureBook(byUnit.values().stream()
                .flatMap(thing -> thing.all.stream())
                .map(Group::counted)
                .toList());
    }

    /** Returns the things for which different figures are told. */
    public List<Counted> differing() {
        return things.stream().filter(Counted::differs).toList();
    }

    /** The states that a sentence names. */
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

    /** The groups of one unit; only those of the last days can still take a figure. */
    private static final class Thing {

        private final List<Group> all = new ArrayList<>();
        private final List<Group> open = new ArrayList<>();

        void enter(Noted noted) {
            open.removeIf(group -> group.isOver(noted));
            Group group =
                    open.stream().filter(each -> each.holds(noted)).findFirst().orElse(null);
            if (group == null) {
                group = new Group(noted);
                open.add(group);
                all.add(group);
            }
            group.take(noted);
        }
    }

    private static final class Group {

        private final Noted first;
        private final Set<String> about = new TreeSet<>();
        private final List<Telling> tellings = new ArrayList<>();

        Group(Noted first) {
            this.first = first;
        }

        void take(Noted noted) {
            about.addAll(noted.states());
            tellings.add(noted.telling());
        }

        /** Is it told too long ago, or without a day in another report? */
        boolean isOver(Noted next) {
            boolean sameDays = first.day().isPresent()
                    && next.day().isPresent()
                    && !next.day().get().isAfter(first.day().get().plusDays(DAYS));
            return !sameDays && !first.report().equals(next.report());
        }

        boolean holds(Noted next) {
            Figure last = tellings.getLast().figure();
            if (!isNear(last.value(), next.figure().value()) || isCorrected(next)) {
                return false;
            }
            if (last.evidence().document().equals(next.report())) {
                return next.figure().evidence().span().start()
                                - last.evidence().span().end()
                        <= BESIDE;
            }
            return !next.states().isEmpty()
                    && first.states().equals(next.states())
                    && first.words().shared(next.words()) >= WORDS;
        }

        /** One source that gives two figures in one report counts two things. */
        private boolean isCorrected(Noted next) {
            return tellings.stream()
                    .map(Telling::figure)
                    .anyMatch(each -> each.evidence().document().equals(next.report())
                            && each.source().equals(next.figure().source()));
        }

        private static boolean isNear(BigDecimal one, BigDecimal other) {
            BigDecimal times = BigDecimal.valueOf(TIMES);
            return one.compareTo(other.multiply(times)) <= 0 && other.compareTo(one.multiply(times)) <= 0;
        }

        Counted counted() {
            LocalDate last = null;
            for (Telling telling : tellings) {
                LocalDate to = telling.reported().to().orElse(null);
                last = to != null && (last == null || to.isAfter(last)) ? to : last;
            }
            StatedDate all = first.day().isPresent()
                            && last != null
                            && !last.isBefore(first.day().get())
                    ? StatedDate.between(first.day().get(), last)
                    : first.telling().reported();
            return new Counted(first.figure().unit(), List.copyOf(about), all, tellings);
        }
    }
}
