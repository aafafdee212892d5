package dev.tranche.timeline;

import dev.tranche.extract.Extraction;
import dev.tranche.figure.Figure;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The statements of many reports, each once, and the figures that differ.
 *
 * <p>Two statements are one when their speakers agree and most of their longer words do; a report's wording is not
 * taken for verbatim, since quotations pass through translations. A denial points to the claim that it denies.
 *
 * @param claims the statements in the order of reports and words
 * @param figures for each thing that is counted differently, its figures
 */
public record ClaimBook(List<Claim> claims, Map<String, List<Figure>> figures) {

    private static final int SHORTEST = 5;
    private static final int STEM = 6;
    private static final int FEWEST = 4;
    private static final int MOST_BACK = 400;

    /** Copies the collections. */
    public ClaimBook {
        claims = List.copyOf(claims);
        figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /** Merges the statements of reports. */
    public static ClaimBook of(List<Extraction> reports) {
        List<Extraction> sorted = reports.stream()
                .sorted(Comparator.comparing(each -> each.document().id().value()))
                .toList();
        List<Entry> entries = new ArrayList<>();
        Map<String, List<Figure>> counted = new TreeMap<>();
        for (Extraction report : sorted) {
            Map<Integer, Integer> indices = new HashMap<>();
            List<Statement> statements = report.story().statements();
            for (int i = 0; i < statements.size(); i++) {
                indices.put(i, enter(entries, statements.get(i)));
            }
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i).denies().isPresent()) {
                    Integer claim = indices.get(statements.get(i).denies().getAsInt());
                    Integer denial = indices.get(i);
                    if (claim != null && denial != null) {
                        entries.get(claim).denials.add(denial);
                    }
                }
            }
            for (Figure figure : report.story().figures()) {
                counted.computeIfAbsent(figure.unit(), absent -> new ArrayList<>())
                        .add(figure);
            }
        }
        counted.values()
                .removeIf(list -> list.stream().map(Figure::value).distinct().count() < 2);
        return new ClaimBook(entries.stream().map(Entry::claim).toList(), counted);
    }

    private static int enter(List<Entry> entries, Statement statement) {
        Set<Long> words = words(statement.evidence().quote());
        for (int i = entries.size() - 1; i >= 0 && i >= entries.size() - MOST_BACK; i--) {
            Entry entry = entries.get(i);
            boolean other = !entry.statement
                    .evidence()
                    .document()
                    .equals(statement.evidence().document());
            if (other && same(entry.statement.speaker(), statement.speaker()) && alike(entry.words, words)) {
                entry.reports.add(statement.evidence().document().value());
                return i;
            }
        }
        entries.add(new Entry(statement, words));
        return entries.size() - 1;
    }

    private static boolean same(Speaker one, Speaker other) {
        if (one.anonymous() || other.anonymous()) {
            return one.anonymous() && other.anonymous() && one.country().equals(other.country());
        }
        return one.name().isPresent() ? one.name().equals(other.name()) : one.equals(other);
    }

    private static boolean alike(Set<Long> one, Set<Long> other) {
        Set<Long> shared = new HashSet<>(one);
        shared.retainAll(other);
        return shared.size() >= FEWEST && 2 * shared.size() >= Math.min(one.size(), other.size());
    }

    private static Set<Long> words(String quote) {
        Set<Long> words = new HashSet<>();
        for (String word : quote.split("[^\\p{L}\\p{N}]+")) {
            if (word.length() >= SHORTEST) {
                words.add(Folding.hash(word.substring(0, Math.min(STEM, word.length()))));
            }
        }
        return words;
    }

    private static final class Entry {

        private final Statement statement;
        private final Set<Long> words;
        private final TreeSet<String> reports = new TreeSet<>();
        private final TreeSet<Integer> denials = new TreeSet<>();

        Entry(Statement statement, Set<Long> words) {
            this.statement = statement;
            this.words = words;
            reports.add(statement.evidence().document().value());
        }

        Claim claim() {
            return new Claim(statement, reports.stream().map(DocumentId::new).toList(), List.copyOf(denials));
        }
    }
}
