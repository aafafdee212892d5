package dev.tranche.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The differences between two states of a ledger, with reasons.
 *
 * @param one the earlier state
 * @param two the later state
 * @param entries the entries that differ, by id
 * @param sums the sums of what counts before and after, by currency; only those that differ
 */
public record Changes(Snapshot one, Snapshot two, List<Change> entries, Map<String, Pair> sums) {

    /** Copies the list. */
    public Changes {
        entries = List.copyOf(entries);
    }

    /** What happened to an entry. */
    public enum Kind {
        /** It is there only afterwards. */
        ADDED,
        /** It was there only before. */
        REMOVED,
        /** Some of its cells differ. */
        CHANGED
    }

    /**
     * One value before and after.
     *
     * @param before possibly empty
     * @param after possibly empty
     */
    public record Pair(String before, String after) {}

    /**
     * One entry that differs.
     *
     * @param id its id
     * @param kind what happened to it
     * @param cells the cells that differ, by their names
     * @param reasons the reasons, one sentence each; empty if the files do not state them
     */
    public record Change(String id, Kind kind, Map<String, Pair> cells, List<String> reasons) {

        /** Copies the list. */
        public Change {
            reasons = List.copyOf(reasons);
        }
    }

    /** Compares two states. */
    public static Changes between(Snapshot one, Snapshot two) {
        TreeSet<String> ids = new TreeSet<>(one.entries().keySet());
        ids.addAll(two.entries().keySet());
        List<Change> changes = new ArrayList<>();
        for (String id : ids) {
            change(id, one, two).ifPresent(changes::add);
        }
        Map<String, Pair> sums = new TreeMap<>();
        Map<String, BigDecimal> before = one.sums();
        Map<String, BigDecimal> after = two.sums();
        TreeSet<String> currencies = new TreeSet<>(before.keySet());
        currencies.addAll(after.keySet());
        for (String currency : currencies) {
            BigDecimal first = before.getOrDefault(currency, BigDecimal.ZERO);
            BigDecimal then = after.getOrDefault(currency, BigDecimal.ZERO);
            if (first.compareTo(then) != 0) {
                sums.put(currency, new Pair(first.toPlainString(), then.toPlainString()));
            }
        }
        return new Changes(one, two, changes, sums);
    }

    private static Optional<Change> change(String id, Snapshot one, Snapshot two) {
        Map<String, String> before = one.entries().getOrDefault(id, Map.of());
        Map<String, String> after = two.entries().getOrDefault(id, Map.of());
        Map<String, Pair> cells = new TreeMap<>();
        for (String column : Snapshot.COMPARED) {
            Pair pair = new Pair(before.getOrDefault(column, ""), after.getOrDefault(column, ""));
            if (!pair.before().equals(pair.after())) {
                cells.put(column, pair);
            }
        }
        if (cells.isEmpty() && before.isEmpty() == after.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
        return Optional.of(new Change(id, kind, cells, reasons(id, one, two)));
    }

    private static List<String> reasons(String id, Snapshot one, Snapshot two) {
        List<String> reasons = new ArrayList<>();
        Map<String, Snapshot.Source> before = one.sources().getOrDefault(id, Map.of());
        Map<String, Snapshot.Source> after = two.sources().getOrDefault(id, Map.of());
        after.forEach((place, source) -> {
            Snapshot.Source old = before.get(place);
            if (old == null) {
                reasons.add("new source: " + told(source));
            } else if (!old.rule().equals(source.rule()) || !old.terms().equals(source.terms())) {
                reasons.add("rule: " + told(source) + " is now read by " + source.rule() + " as " + source.terms()
                        + "; before, by " + old.rule() + " as " + old.terms());
            }
        });
        before.forEach((place, source) -> {
            if (!after.containsKey(place)) {
                reasons.add("no longer a source: " + told(source));
            }
        });
        Map<String, String> decided = one.decisions().getOrDefault(id, Map.of());
        two.decisions().getOrDefault(id, Map.of()).forEach((decision, why) -> {
            if (!decided.containsKey(decision)) {
                reasons.add("decision " + decision + ": " + why);
            }
        });
        if (reasons.isEmpty()
                && !one.program().equals(two.program())
                && !one.program().isEmpty()) {
            reasons.add("other program: " + two.program() + ", before " + one.program());
        }
        return reasons;
    }

    private static String told(Snapshot.Source source) {
        String who = source.outlet().isEmpty() ? "the official record" : source.outlet();
        return source.quote().isEmpty() ? who : "“" + source.quote() + "” (" + who + ")";
    }

    /** Returns the number of entries with a kind of change. */
    public long count(Kind kind) {
        return entries.stream().filter(change -> change.kind() == kind).count();
    }
}
