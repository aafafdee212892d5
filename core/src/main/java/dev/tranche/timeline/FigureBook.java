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

    /** Gathers the figures of reports. */
    public static FigureBook of(List<Extraction> reports) {
        Map<String, List<Group>> byUnit = new TreeMap<>();
        List<Extraction> sorted = reports.stream()
                .sorted(Comparator.comparing((Extraction each) -> start(each).orElse(LocalDate.MAX))
                        .thenComparing(each -> each.document().id().value()))
                .toList();
        for (Extraction report : sorted) {
            for (Figure figure : report.story().figures()) {
                if (figure.isCount()) {
                    enter(
                            byUnit.computeIfAbsent(figure.unit().toLowerCase(Locale.ROOT), absent -> new ArrayList<>()),
                            report,
                            figure);
                }
            }
        }
        return new FigureBook(byUnit.values().stream()
                .flatMap(List::stream)
                .map(Group::counted)
                .toList());
    }

    /** Returns the things for which different figures are told. */
    public List<Counted> differing() {
        return things.stream().filter(Counted::differs).toList();
    }

    private static void enter(List<Group> groups, Extraction report, Figure figure) {
        Set<String> about = states(report, figure);
        Span sentence = sentence(report.document().text(), figure.evidence().span());
        ContentWords words = ContentWords.of(report.document().text().substring(sentence.start(), sentence.end()));
        Group group = groups.stream()
                .filter(each -> each.holds(report, figure, about, words))
                .findFirst()
                .orElse(null);
        if (group == null) {
            group = new Group(figure.unit(), start(report), about, words);
            groups.add(group);
        }
        group.about.addAll(about);
        group.tellings.add(new Telling(figure, report.published().date()));
    }

    private static Optional<LocalDate> start(Extraction report) {
        return report.published().date().from();
    }

    /** The states that the sentence of a figure names. */
    private static Set<String> states(Extraction report, Figure figure) {
        Span sentence = sentence(report.document().text(), figure.evidence().span());
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

    private static final class Group {

        private final String unit;
        private final Optional<LocalDate> first;
        private final ContentWords words;
        private final Set<String> states;
        private final Set<String> about = new TreeSet<>();
        private final List<Telling> tellings = new ArrayList<>();

        Group(String unit, Optional<LocalDate> first, Set<String> states, ContentWords words) {
            this.unit = unit;
            this.first = first;
            this.states = states;
            this.words = words;
        }

        boolean holds(Extraction report, Figure figure, Set<String> named, ContentWords other) {
            DocumentId doc = report.document().id();
            Figure last = tellings.get(tellings.size() - 1).figure();
            if (!isNear(last.value(), figure.value()) || isCorrected(doc, figure)) {
                return false;
            }
            if (last.evidence().document().equals(doc)) {
                return figure.evidence().span().start() - last.evidence().span().end() <= BESIDE;
            }
            boolean days = first.isPresent()
                    && start(report).isPresent()
                    && !start(report).get().isAfter(first.get().plusDays(DAYS));
            return days && !named.isEmpty() && states.equals(named) && words.shared(other) >= WORDS;
        }

        /** One source that gives two figures in one report counts two things. */
        private boolean isCorrected(DocumentId doc, Figure figure) {
            return tellings.stream()
                    .map(Telling::figure)
                    .anyMatch(each -> each.evidence().document().equals(doc)
                            && each.source().equals(figure.source()));
        }

        private static boolean isNear(BigDecimal one, BigDecimal other) {
            BigDecimal times = BigDecimal.valueOf(TIMES);
            return one.compareTo(other.multiply(times)) <= 0 && other.compareTo(one.multiply(times)) <= 0;
        }

        Counted counted() {
            StatedDate reported = tellings.get(0).reported();
            LocalDate last = null;
            for (Telling telling : tellings) {
                LocalDate to = telling.reported().to().orElse(null);
                last = to != null && (last == null || to.isAfter(last)) ? to : last;
            }
            StatedDate all = first.isPresent() && last != null && !last.isBefore(first.get())
                    ? StatedDate.between(first.get(), last)
                    : reported;
            return new Counted(unit, List.copyOf(about), all, tellings);
        }
    }
}
