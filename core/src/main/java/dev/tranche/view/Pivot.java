package dev.tranche.view;

import dev.tranche.ledger.Commitment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sums of booked entries by some of their aspects, each stage separate: announced, appropriated, delivered and
 * requested money is never added together.
 *
 * <p>An entry adds to one row and one stage, so that the rows add up to the whole; donors or recipients that give or
 * receive jointly are one value, such as {@code DK+NO}.
 *
 * @param by the aspects that form the rows, in order
 * @param currency the currency into which all sums were converted; empty if each keeps its own
 * @param rows the rows in order
 * @param whole one row for each currency over all entries
 * @param rates the rates used, each once, with their sources
 * @param leftOut booked entries whose sum could not be converted
 */
public record Pivot(
        List<Side> by, Optional<String> currency, List<Row> rows, List<Row> whole, List<String> rates, int leftOut) {

    /** An aspect of an entry by which sums are grouped. */
    public enum Side {
        /** The donors. */
        DONOR,
        /** The recipients. */
        RECIPIENT,
        /** The type of assistance. */
        TYPE,
        /** The stage. */
        STAGE,
        /** The calendar year of its day. */
        YEAR,
        /** The calendar month of its day. */
        MONTH,
        /** The authority under which it is given. */
        AUTHORITY;

        /** Returns the word used in JSON and on the command line. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        String of(Commitment entry) {
            Optional<LocalDate> day = entry.date().from().or(entry.date()::to);
            return switch (this) {
                case DONOR -> party(entry.donors());
                case RECIPIENT -> party(entry.recipients());
                case TYPE -> entry.type().slug();
                case STAGE -> entry.stage().slug();
                case YEAR -> day.map(date -> Integer.toString(date.getYear())).orElse(NONE);
                case MONTH ->
                    day.map(date -> date.toString().substring(0, "2022-01".length()))
                            .orElse(NONE);
                case AUTHORITY -> entry.authority().orElse(NONE);
            };
        }
    }

    /** The value for an aspect that an entry does not have. */
    public static final String NONE = "?";

    /**
     * The sums of one row in one currency.
     *
     * @param keys the values of the aspects, in order; empty for the whole
     * @param currency ISO 4217 code
     * @param stages sum for each stage by its slug, those without entries left out; whole units
     * @param entries ids of the entries behind it, in the order of the ledger
     */
    public record Row(List<String> keys, String currency, Map<String, BigDecimal> stages, List<String> entries) {

        /** Copies the lists. */
        public Row {
            keys = List.copyOf(keys);
            entries = List.copyOf(entries);
            stages = Collections.unmodifiableMap(new TreeMap<>(stages));
        }

        /** Returns the sum of a stage; 0 if the row has none. */
        public BigDecimal of(String stage) {
            return stages.getOrDefault(stage, BigDecimal.ZERO);
        }

        /** Returns what is pledged or given: announced and delivered. */
        public BigDecimal given() {
            return of("announced").add(of("delivered"));
        }

        /** Describes in one sentence what the row counts. */
        public String sentence() {
            List<String> parts = new ArrayList<>();
            stages.forEach((stage, sum) -> parts.add(stage));
            return "Sums of " + entries.size() + " booked " + (entries.size() == 1 ? "entry" : "entries") + " in "
                    + currency + ", each stage separate (" + String.join(", ", parts)
                    + "); parts count instead of their packages, doubtful and refused entries do not.";
        }
    }

    /** Copies the lists. */
    public Pivot {
        by = List.copyOf(by);
        rows = List.copyOf(rows);
        whole = List.copyOf(whole);
        rates = List.copyOf(rates);
    }

    /**
     * Sums booked entries.
     *
     * @param entries judged entries; those that do not {@linkplain Commitment#adds() add} are left out
     * @param by the aspects that form the rows
     * @param into a currency for all sums, converted at the rate of the year of the entry's day; empty to convert nothing
     */
    public static Pivot of(List<Commitment> entries, List<Side> by, Optional<String> into) {
        Builder builder = new Builder(by, into);
        entries.stream().filter(Commitment::adds).forEach(builder::add);
        return builder.done();
    }

    private static String party(List<String> codes) {
        return codes.isEmpty() ? NONE : String.join("+", codes);
    }

    private record Key(List<String> keys, String currency) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            for (int i = 0; i < keys.size(); i++) {
                int order = keys.get(i).compareTo(other.keys.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return currency.compareTo(other.currency);
        }
    }

    private static final class Builder {

        private final List<Side> by;
        private final Optional<String> into;
        private final Map<Key, Map<String, BigDecimal>> sums = new TreeMap<>();
        private final Map<Key, List<String>> behind = new TreeMap<>();
        private final TreeSet<String> rates = new TreeSet<>();
        private int leftOut;

        Builder(List<Side> by, Optional<String> into) {
            this.by = by;
            this.into = into;
        }

        void add(Commitment entry) {
            Optional<BigDecimal> value = converted(entry);
            if (value.isEmpty()) {
                leftOut++;
                return;
            }
            String currency = into.orElse(entry.amount().currency());
            add(new Key(by.stream().map(side -> side.of(entry)).toList(), currency), entry, value.get());
            if (!by.isEmpty()) {
                add(new Key(List.of(), currency), entry, value.get());
            }
        }

        private void add(Key key, Commitment entry, BigDecimal value) {
            Map<Key, Map<String, BigDecimal>> into = key.keys().isEmpty() ? whole : sums;
            Map<Key, List<String>> ids = key.keys().isEmpty() ? wholeBehind : behind;
            into.computeIfAbsent(key, absent -> new TreeMap<>())
                    .merge(entry.stage().slug(), value, BigDecimal::add);
            ids.computeIfAbsent(key, absent -> new ArrayList<>()).add(entry.id());
        }

        private final Map<Key, Map<String, BigDecimal>> whole = new TreeMap<>();
        private final Map<Key, List<String>> wholeBehind = new TreeMap<>();

        /** Each entry is rounded to whole units before it is added, so that rows and whole agree to the unit. */
        private Optional<BigDecimal> converted(Commitment entry) {
            Optional<Converted> converted =
                    Converted.of(entry, into.orElse(entry.amount().currency()));
            converted.ifPresent(one -> rates.addAll(one.rates()));
            return converted.map(Converted::amount);
        }

        private static List<Row> rows(Map<Key, Map<String, BigDecimal>> sums, Map<Key, List<String>> behind) {
            List<Row> rows = new ArrayList<>();
            sums.forEach((key, stages) ->
                    rows.add(new Row(key.keys(), key.currency(), stages, behind.getOrDefault(key, List.of()))));
            return rows;
        }

        Pivot done() {
            List<Row> all = rows(whole, wholeBehind);
            return new Pivot(by, into, by.isEmpty() ? all : rows(sums, behind), all, List.copyOf(rates), leftOut);
        }
    }
}
