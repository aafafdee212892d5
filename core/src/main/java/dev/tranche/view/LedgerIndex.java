package dev.tranche.view;

import dev.tranche.fact.FactItem;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.EntryNames;
import dev.tranche.resolve.Claim;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The entries of a ledger, ready to be filtered, ordered and counted.
 *
 * <p>Every value of a facet has the set of its entries, so that a filter costs a few passes over bits; every order is
 * computed once. Safe for several threads.
 */
public final class LedgerIndex {

    /** The number of characters of an entry searched for words. */
    private static final int MOST_SEARCHED = 4_000;

    private final List<Commitment> entries;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Facet, Map<String, BitSet>> values = new EnumMap<>(Facet.class);
    private final Map<String, List<Commitment>> parts = new HashMap<>();
    private final Map<String, List<Commitment>> byReport = new HashMap<>();
    private final Map<String, int[]> orders = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<String> words;
    private final Later<EntryNames> names;
    private final Later<SortedMap<String, Integer>> parties = Later.by(this::countedParties);
    private final UnaryOperator<String> titleOf;
    private final UnaryOperator<String> nameOf;
    private final ToLongFunction<String> firstOf;

    private LedgerIndex(
            List<Commitment> entries,
            UnaryOperator<String> titleOf,
            UnaryOperator<String> nameOf,
            ToLongFunction<String> firstOf) {
        this.firstOf = firstOf;
        this.entries = List.copyOf(entries);
        this.titleOf = titleOf;
        this.nameOf = nameOf;
        this.words = new AtomicReferenceArray<>(entries.size());
        this.names = Later.by(() -> EntryNames.of(this.entries));
        for (Facet facet : Facet.values()) {
            values.put(facet, new TreeMap<>());
        }
        for (int i = 0; i < this.entries.size(); i++) {
            enter(i, this.entries.get(i));
        }
        order(LedgerSort.DATE, true);
    }

    /** Builds the index of entries whose reports were added at an unknown time. */
    public static LedgerIndex of(
            List<Commitment> entries, UnaryOperator<String> titleOf, UnaryOperator<String> nameOf) {
        return of(entries, titleOf, nameOf, report -> 0);
    }

    /**
     * Builds the index of entries.
     *
     * @param titleOf gives the title of the report with a key, possibly empty; safe for several threads
     * @param nameOf gives the display name of a code
     * @param firstOf gives the number of the journal entry that first added the report with a key, or 0; safe for
     *     several threads
     */
    public static LedgerIndex of(
            List<Commitment> entries,
            UnaryOperator<String> titleOf,
            UnaryOperator<String> nameOf,
            ToLongFunction<String> firstOf) {
        return new LedgerIndex(entries, titleOf, nameOf, firstOf);
    }

    /** Returns the number of the journal entry that added the first report of an entry; 0 without reports. */
    public long added(Commitment entry) {
        return entry.claims().stream()
                .map(Claim::report)
                .distinct()
                .mapToLong(firstOf)
                .min()
                .orElse(0);
    }

    private void enter(int place, Commitment entry) {
        places.put(entry.id(), place);
        values.forEach((facet, sets) -> {
            for (String value : facet.of(entry)) {
                sets.computeIfAbsent(value, key -> new BitSet()).set(place);
            }
        });
        entry.parent()
                .ifPresent(whole ->
                        parts.computeIfAbsent(whole, key -> new ArrayList<>()).add(entry));
        entry.claims().stream()
                .map(Claim::report)
                .distinct()
                .forEach(report -> byReport.computeIfAbsent(report, key -> new ArrayList<>())
                        .add(entry));
    }

    /** The words of an entry are collected on the first word search. */
    private String words(int place) {
        String known = words.get(place);
        if (known == null) {
            known = searched(entries.get(place));
            words.set(place, known);
        }
        return known;
    }

    private String searched(Commitment entry) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(entry.id());
        entry.row().ifPresent(row -> texts.add(row.id()));
        entry.donors().forEach(code -> texts.add(code + " " + nameOf.apply(code)));
        entry.recipients().forEach(code -> texts.add(code + " " + nameOf.apply(code)));
        entry.authority().ifPresent(texts::add);
        entry.items().stream().map(FactItem::name).forEach(texts::add);
        int length = 0;
        for (Claim claim : entry.claims()) {
            length += claim.fact().evidence().quote().length();
            texts.add(claim.outlet());
            texts.add(titleOf.apply(claim.report()));
            texts.add(claim.fact().evidence().quote());
            if (length > MOST_SEARCHED) {
                break;
            }
        }
        return Words.fold(String.join("\n", texts));
    }

    /** Returns all entries in the order of the ledger. */
    public List<Commitment> entries() {
        return entries;
    }

    /** Returns the entry with an id, the id of its row in the record, a short name or an earlier name. */
    public Optional<Commitment> find(String id) {
        Integer place = places.get(id);
        if (place != null) {
            return Optional.of(entries.get(place));
        }
        return names.get().find(id);
    }

    /** Returns the parts of a package, in the order of the ledger. */
    public List<Commitment> parts(String id) {
        return List.copyOf(parts.getOrDefault(id, List.of()));
    }

    /** Returns the entries that a report mentions, in the order of the ledger. */
    public List<Commitment> ofReport(String report) {
        return List.copyOf(byReport.getOrDefault(report, List.of()));
    }

    /** Returns the result of a query. */
    public Selection select(LedgerQuery query) {
        BitSet found = found(query);
        Predicate<Commitment> counts = query.counted();
        Sums.Adding sums = new Sums.Adding();
        TreeMap<YearMonth, Sums.Adding> months = new TreeMap<>();
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            Commitment entry = entries.get(i);
            if (!counts.test(entry)) {
                continue;
            }
            sums.add(entry);
            Optional<LocalDate> day = LedgerSort.day(entry);
            if (day.isPresent()) {
                months.computeIfAbsent(YearMonth.from(day.get()), key -> new Sums.Adding())
                        .add(entry);
            }
        }
        List<MonthSums> byMonth = new ArrayList<>();
        months.forEach((month, adding) -> byMonth.add(new MonthSums(month, adding.entries(), adding.done())));
        return new Selection(found, sums.done(), byMonth);
    }

    /** Returns the indices of the entries matching a query. */
    private BitSet found(LedgerQuery query) {
        BitSet found = new BitSet(entries.size());
        found.set(0, entries.size());
        query.values().forEach((facet, value) -> {
            BitSet having = values.getOrDefault(facet, Map.of()).get(value);
            if (having == null) {
                found.clear();
            } else {
                found.and(having);
            }
        });
        List<String> wanted = Words.of(query.words());
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (!query.matchesRest(entries.get(i))
                    || !isLater(entries.get(i), query)
                    || !wanted.isEmpty() && !Words.allIn(words(i), wanted)) {
                found.clear(i);
            }
        }
        return found;
    }

    private boolean isLater(Commitment entry, LedgerQuery query) {
        return query.since().isEmpty() || added(entry) > query.since().get();
    }

    /**
     * Returns entries of a selection in an order.
     *
     * @param skipped number of entries skipped at the beginning
     * @param most the most entries returned
     */
    public List<Commitment> page(Selection of, LedgerSort sort, boolean falling, int skipped, int most) {
        List<Commitment> page = new ArrayList<>();
        int seen = 0;
        for (int place : order(sort, falling)) {
            if (of.has(place) && seen++ >= skipped) {
                page.add(entries.get(place));
                if (page.size() == most) {
                    break;
                }
            }
        }
        return page;
    }

    private int[] order(LedgerSort sort, boolean falling) {
        return orders.computeIfAbsent(sort.slug() + falling, key -> {
            Comparator<Commitment> order = sort.order(falling);
            return IntStream.range(0, entries.size())
                    .boxed()
                    .sorted((one, two) -> order.compare(entries.get(one), entries.get(two)))
                    .mapToInt(Integer::intValue)
                    .toArray();
        });
    }

    /**
     * Returns the values of each facet with the number of matching entries that have them, in order.
     * A filter on a facet does not narrow that facet itself, so that another value can be chosen; values without
     * entries are left out, except the one filtered by.
     */
    public Map<Facet, Map<String, Integer>> counts(LedgerQuery query) {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        BitSet all = found(query);
        values.forEach((facet, sets) -> {
            String asked = query.values().get(facet);
            BitSet found = asked == null ? all : found(query.without(facet));
            Map<String, Integer> ofFacet = new TreeMap<>();
            sets.forEach((value, having) -> {
                BitSet both = (BitSet) having.clone();
                both.and(found);
                if (!both.isEmpty() || value.equals(asked)) {
                    ofFacet.put(value, both.cardinality());
                }
            });
            counts.put(facet, ofFacet);
        });
        return counts;
    }

    /** Returns the values of a facet with the number of their entries, in order. */
    public Map<String, Integer> counts(Facet facet) {
        Map<String, Integer> counts = new TreeMap<>();
        values.getOrDefault(facet, Map.of()).forEach((value, having) -> counts.put(value, having.cardinality()));
        return counts;
    }

    /** Returns the codes of the donors and recipients, each with the number of entries in which it is either. */
    public SortedMap<String, Integer> parties() {
        return parties.get();
    }

    private SortedMap<String, Integer> countedParties() {
        return Lists.counted(entries.stream()
                .flatMap(entry -> Stream.concat(entry.donors().stream(), entry.recipients().stream())
                        .distinct()));
    }
}
