package dev.tranche.view;

import dev.tranche.ledger.Commitment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query for entries of a ledger; empty parts are ignored.
 *
 * @param values for each facet named, the value that an entry must have
 * @param from entries that may be of this day or later; those without a day are left out
 * @param to entries that may be of this day or earlier; those without a day are left out
 * @param least the least amount, in whatever currency
 * @param most the greatest amount, in whatever currency
 * @param leaf only entries that count in sums, or only packages
 * @param reviewed only entries on which a person decided, or only others
 * @param since only entries whose first report was added after the journal entry with this number
 * @param words words that must all occur in the entry's id, parties, items, outlets, titles or quotes; possibly empty
 */
public record LedgerQuery(
        Map<Facet, String> values,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<Boolean> leaf,
        Optional<Boolean> reviewed,
        Optional<Long> since,
        String words) {

    /** The query for all entries. */
    public static final LedgerQuery ALL = new LedgerQuery(
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");

    /** Copies the map. */
    public LedgerQuery {
        EnumMap<Facet, String> copy = new EnumMap<>(Facet.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** Copies this query with a value of a facet. */
    public LedgerQuery with(Facet facet, String value) {
        EnumMap<Facet, String> more = new EnumMap<>(Facet.class);
        more.putAll(values);
        more.put(facet, value);
        return new LedgerQuery(more, from, to, least, most, leaf, reviewed, since, words);
    }

    /** Copies this query without its filter on a facet. */
    public LedgerQuery without(Facet facet) {
        EnumMap<Facet, String> fewer = new EnumMap<>(Facet.class);
        fewer.putAll(values);
        fewer.remove(facet);
        return new LedgerQuery(fewer, from, to, least, most, leaf, reviewed, since, words);
    }

    /** Copies this query with words that must all occur in an entry. */
    public LedgerQuery withWords(String asked) {
        return new LedgerQuery(values, from, to, least, most, leaf, reviewed, since, asked.strip());
    }

    /** Copies this query with first and last days. */
    public LedgerQuery between(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new LedgerQuery(values, first, last, least, most, leaf, reviewed, since, words);
    }

    /** Does the entry match? Words and the first report are ignored: they need an index. */
    public boolean matches(Commitment entry) {
        for (Map.Entry<Facet, String> value : values.entrySet()) {
            if (!value.getKey().of(entry).contains(value.getValue())) {
                return false;
            }
        }
        return matchesRest(entry);
    }

    /**
     * Returns which of the matching entries count in sums: booked leaves that are pledged or given. What was requested,
     * planned, voted or stopped would count a pledge twice, and counts only if the query names a stage.
     */
    public Predicate<Commitment> counted() {
        boolean anyStage = values.containsKey(Facet.STAGE);
        return entry -> anyStage ? entry.adds() : entry.counted();
    }

    /** Does it match in everything other than facets? */
    boolean matchesRest(Commitment entry) {
        if (leaf.isPresent() && leaf.get() != entry.leaf()) {
            return false;
        }
        if (reviewed.isPresent() && reviewed.get() != entry.reviewed().isPresent()) {
            return false;
        }
        BigDecimal amount = entry.amount().value();
        boolean fits = (least.isEmpty() || amount.compareTo(least.get()) >= 0)
                && (most.isEmpty() || amount.compareTo(most.get()) <= 0);
        return fits && mayBeWithin(entry);
    }

    private boolean mayBeWithin(Commitment entry) {
        if (from.isEmpty() && to.isEmpty()) {
            return true;
        }
        Optional<LocalDate> first = entry.date().from().or(entry.date()::to);
        Optional<LocalDate> last = entry.date().to().or(entry.date()::from);
        boolean begins =
                from.isEmpty() || last.filter(day -> !day.isBefore(from.get())).isPresent();
        boolean ends =
                to.isEmpty() || first.filter(day -> !day.isAfter(to.get())).isPresent();
        return begins && ends;
    }
}
