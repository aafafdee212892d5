package dev.tranche.ledger;

import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Field;
import dev.tranche.review.Shown;
import dev.tranche.text.Evidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The differences between two states of a ledger, cell by cell, and the words that are read differently.
 *
 * <p>An entry is the same one before and after if it has the same name or, since a name contains donor and recipient,
 * holds the same words.
 *
 * @param entries the entries that differ, by name
 * @param sums the totals that count, by currency; only those that differ
 */
public record LedgerDiff(List<EntryChange> entries, Map<String, Sum> sums) {

    /**
     * The total of what counts.
     *
     * @param before in whole units
     * @param after in whole units
     */
    public record Sum(BigDecimal before, BigDecimal after) {}

    /**
     * The version that read each report, and why sums were refused.
     *
     * @param before versions by the keys of reports, before
     * @param after versions by the keys of reports, after
     * @param refused why sums are refused afterwards, by their words
     */
    public record Readers(
            Map<String, ExtractionVersion> before, Map<String, ExtractionVersion> after, Map<Place, String> refused) {

        private static final ExtractionVersion UNKNOWN = new ExtractionVersion("");

        private ExtractionVersion version(Map<String, ExtractionVersion> versions, Claim claim) {
            return versions.getOrDefault(claim.report(), UNKNOWN);
        }
    }

    /**
     * A place where a sum is stated.
     *
     * @param report id or key of the report
     * @param start start of its number
     */
    public record Place(String report, int start) {

        /** Returns the place of a sum from its words. */
        public static Place of(Evidence words) {
            return new Place(words.document().value(), EntryIds.place(words));
        }
    }

    /** Copies list and map. */
    public LedgerDiff {
        entries = List.copyOf(entries);
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    /** Compares two states of a ledger, both judged. */
    public static LedgerDiff between(Ledger before, Ledger after, Readers readers) {
        Comparison comparison = new Comparison(before, after, readers);
        return new LedgerDiff(comparison.changes(), sums(before, after));
    }

    /** Returns the number of entries with a kind of change. */
    public long count(EntryChange.Kind kind) {
        return entries.stream().filter(change -> change.kind() == kind).count();
    }

    private static Map<String, Sum> sums(Ledger before, Ledger after) {
        Map<String, BigDecimal> one = counted(before);
        Map<String, BigDecimal> two = counted(after);
        Map<String, Sum> sums = new TreeMap<>();
        Set<String> currencies = new TreeSet<>(one.keySet());
        currencies.addAll(two.keySet());
        for (String currency : currencies) {
            Sum sum = new Sum(one.getOrDefault(currency, BigDecimal.ZERO), two.getOrDefault(currency, BigDecimal.ZERO));
            if (sum.before().compareTo(sum.after()) != 0) {
                sums.put(currency, sum);
            }
        }
        return sums;
    }

    private static Map<String, BigDecimal> counted(Ledger ledger) {
        Map<String, BigDecimal> sums = new HashMap<>();
        ledger.entries().stream()
                .filter(Commitment::counted)
                .forEach(entry ->
                        sums.merge(entry.amount().currency(), entry.amount().value(), BigDecimal::add));
        return sums;
    }

    /** A claim and the entry that holds it; empty for a running total. */
    private record Held(Claim claim, Optional<String> entry) {

        private static Map<Place, Held> all(Collection<Commitment> entries, List<TotalClaim> totals) {
            Map<Place, Held> held = new HashMap<>();
            totals.forEach(total ->
                    total.claims().forEach(claim -> held.put(place(claim), new Held(claim, Optional.empty()))));
            for (Commitment entry : entries) {
                entry.claims().forEach(claim -> held.put(place(claim), new Held(claim, Optional.of(entry.id()))));
            }
            return held;
        }
    }

    private static Place place(Claim claim) {
        return new Place(claim.report(), EntryIds.place(claim.fact().evidence()));
    }

    /** Matches the entries before and after, and compares them. */
    private static final class Comparison {

        /** The cell of the permanent name, which is mentioned only if an entry has a new one. */
        private static final String NAME = "id";

        private final Map<String, Commitment> before = new LinkedHashMap<>();
        private final Map<String, Commitment> after = new LinkedHashMap<>();
        private final Readers readers;
        private final Map<Place, Held> heldBefore;
        private final Map<Place, Held> heldAfter;

        Comparison(Ledger one, Ledger two, Readers readers) {
            this.readers = readers;
            one.entries().forEach(entry -> before.put(entry.id(), entry));
            // Equal entries are skipped first, so that the cost depends only on what has changed.
            for (Commitment entry : two.entries()) {
                if (!entry.equals(before.get(entry.id()))) {
                    after.put(entry.id(), entry);
                } else {
                    before.remove(entry.id());
                }
            }
            this.heldBefore = Held.all(before.values(), one.totals());
            this.heldAfter = Held.all(after.values(), two.totals());
        }

        List<EntryChange> changes() {
            List<EntryChange> changes = new ArrayList<>();
            Map<String, String> pairs = pairs();
            Set<String> taken = new HashSet<>(pairs.values());
            for (Commitment entry : before.values()) {
                Optional<Commitment> now =
                        Optional.ofNullable(pairs.get(entry.id())).map(after::get);
                change(Optional.of(entry), now).ifPresent(changes::add);
            }
            after.values().stream()
                    .filter(entry -> !taken.contains(entry.id()))
                    .forEach(entry ->
                            change(Optional.empty(), Optional.of(entry)).ifPresent(changes::add));
            changes.sort(Comparator.comparing(EntryChange::id).thenComparing(EntryChange::kind));
            return changes;
        }

        /**
         * Returns the later id of each entry: matched first by name, then by its first words, then by any of its words.
         */
        private Map<String, String> pairs() {
            Map<String, String> pairs = new HashMap<>();
            before.keySet().stream().filter(after::containsKey).forEach(id -> pairs.put(id, id));
            Set<String> taken = new HashSet<>(pairs.values());
            Map<String, String> byLetters = new HashMap<>();
            after.keySet().forEach(id -> byLetters.put(EntryIds.letters(id), id));
            for (Commitment entry : before.values()) {
                Optional<String> named = Optional.ofNullable(byLetters.get(EntryIds.letters(entry.id())));
                if (!pairs.containsKey(entry.id()) && named.isPresent() && taken.add(named.get())) {
                    pairs.put(entry.id(), named.get());
                }
            }
            for (Commitment entry : before.values()) {
                Optional<String> holder = pairs.containsKey(entry.id())
                        ? Optional.empty()
                        : entry.claims().stream()
                                .map(claim -> heldAfter.get(place(claim)))
                                .filter(Objects::nonNull)
                                .flatMap(held -> held.entry().stream())
                                .filter(id -> !taken.contains(id))
                                .findFirst();
                if (holder.isPresent() && taken.add(holder.get())) {
                    pairs.put(entry.id(), holder.get());
                }
            }
            return pairs;
        }

        private Optional<EntryChange> change(Optional<Commitment> one, Optional<Commitment> two) {
            Map<String, String> was = one.map(Comparison::cells).orElse(Map.of());
            Map<String, String> is = two.map(Comparison::cells).orElse(Map.of());
            if (was.equals(is)) {
                return Optional.empty();
            }
            List<EntryChange.WordChange> words = words(one, two);
            List<EntryChange.CellChange> cells = new ArrayList<>();
            boolean isRenamed = one.isPresent() && two.isPresent();
            for (String name : (two.isPresent() ? is : was).keySet()) {
                String old = was.getOrDefault(name, "");
                String now = is.getOrDefault(name, "");
                if (!old.equals(now) && (isRenamed || !name.equals(NAME))) {
                    cells.add(new EntryChange.CellChange(name, old, now, quote(name, words)));
                }
            }
            EntryChange.Kind kind = one.isEmpty()
                    ? EntryChange.Kind.ADDED
                    : two.isEmpty() ? EntryChange.Kind.REMOVED : EntryChange.Kind.CHANGED;
            return Optional.of(new EntryChange(two.or(() -> one).orElseThrow().id(), kind, cells, words));
        }

        /** Returns the words at a place that now gives a different value for this cell. */
        private static Optional<String> quote(String cell, List<EntryChange.WordChange> words) {
            return words.stream()
                    .flatMap(each -> each.cells().stream())
                    .filter(each -> each.name().equals(cell))
                    .flatMap(each -> each.quote().stream())
                    .findFirst();
        }

        private static Map<String, String> cells(Commitment entry) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put(NAME, entry.id());
            entry.cells().forEach(cell -> cells.put(cell.field().slug(), cell.value()));
            cells.put("standing", entry.standing().slug());
            cells.put("counted", Boolean.toString(entry.counted()));
            cells.put(
                    "doubts",
                    String.join(
                            "+",
                            entry.judgement().doubts().stream().map(Doubt::code).toList()));
            cells.put("sources", Integer.toString(entry.claims().size()));
            return cells;
        }

        private List<EntryChange.WordChange> words(Optional<Commitment> one, Optional<Commitment> two) {
            Set<Place> places =
                    new TreeSet<>(Comparator.comparing(Place::report).thenComparingInt(Place::start));
            one.ifPresent(entry -> entry.claims().forEach(claim -> places.add(place(claim))));
            two.ifPresent(entry -> entry.claims().forEach(claim -> places.add(place(claim))));
            List<EntryChange.WordChange> words = new ArrayList<>();
            for (Place place : places) {
                Optional<Held> was = Optional.ofNullable(heldBefore.get(place));
                Optional<Held> is = Optional.ofNullable(heldAfter.get(place));
                EntryChange.WordChange change = word(was, is);
                boolean differs = !change.cells().isEmpty()
                        || was.isEmpty()
                        || is.isEmpty()
                        || !was.get()
                                .claim()
                                .fact()
                                .rule()
                                .equals(is.get().claim().fact().rule())
                        || one.isEmpty()
                        || two.isEmpty()
                        || !was.get().entry().equals(one.map(Commitment::id))
                        || !is.get().entry().equals(two.map(Commitment::id));
                if (differs) {
                    words.add(change);
                }
            }
            return words;
        }

        private EntryChange.WordChange word(Optional<Held> was, Optional<Held> is) {
            Claim shown = is.or(() -> was).orElseThrow().claim();
            Optional<String> refused = is.isPresent()
                    ? Optional.empty()
                    : Optional.ofNullable(
                            readers.refused().get(Place.of(shown.fact().evidence())));
            return new EntryChange.WordChange(
                    shown.report(),
                    shown.outlet(),
                    shown.fact().evidence().quote(),
                    was.map(held -> told(held, readers.before())),
                    is.map(held -> told(held, readers.after())),
                    was.isPresent() && is.isPresent()
                            ? said(was.get().claim(), is.get().claim())
                            : List.of(),
                    refused);
        }

        private EntryChange.Told told(Held held, Map<String, ExtractionVersion> versions) {
            return new EntryChange.Told(
                    held.entry(), held.claim().fact().rule().value(), readers.version(versions, held.claim()));
        }

        /** Returns the cells in which two readings of the same words differ. */
        private static List<EntryChange.CellChange> said(Claim was, Claim is) {
            Map<String, String> old = said(was);
            List<EntryChange.CellChange> cells = new ArrayList<>();
            said(is).forEach((name, now) -> {
                String before = old.getOrDefault(name, "");
                if (!before.equals(now)) {
                    cells.add(new EntryChange.CellChange(name, before, now, Optional.of(quote(name, was, is))));
                }
            });
            return cells;
        }

        private static String quote(String cell, Claim was, Claim is) {
            return quote(cell, is.fact())
                    .or(() -> quote(cell, was.fact()))
                    .orElse(is.fact().evidence().quote());
        }

        private static Optional<String> quote(String cell, Fact fact) {
            return fact.cells().byName().getOrDefault(cell, List.of()).stream()
                    .map(Cell::evidence)
                    .flatMap(Optional::stream)
                    .map(Evidence::quote)
                    .findFirst();
        }

        private static Map<String, String> said(Claim claim) {
            Fact fact = claim.fact();
            Map<String, String> said = new LinkedHashMap<>();
            said.put(Field.AMOUNT.slug(), Shown.text(fact.terms().amount()));
            said.put(
                    Field.DONOR.slug(),
                    Shown.text(fact.terms().donors().stream().sorted().toList()));
            said.put(
                    Field.RECIPIENT.slug(),
                    Shown.text(fact.terms().recipients().stream().sorted().toList()));
            said.put(Field.TYPE.slug(), fact.terms().type().slug());
            said.put(Field.STAGE.slug(), fact.terms().stage().slug());
            said.put(Field.AUTHORITY.slug(), fact.terms().authority().orElse(""));
            said.put(Field.DATE.slug(), Shown.text(claim.said()));
            said.put(
                    Field.ORDINAL.slug(),
                    EntryWriter.ordinalOf(claim).map(String::valueOf).orElse(""));
            return said;
        }
    }
}
