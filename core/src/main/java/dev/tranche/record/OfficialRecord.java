package dev.tranche.record;

import dev.tranche.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An official record of assistance from one or more donors, with what was stated about its sums.
 *
 * @param rows announced rows by date, then in the order of the tables
 * @param totals running totals by date
 * @param balances balances by date
 * @param caps caps by year
 * @param events accounting acts
 */
public record OfficialRecord(
        List<RecordRow> rows,
        List<StatedTotal> totals,
        List<StatedBalance> balances,
        List<Cap> caps,
        List<AccountingEvent> events) {

    /** The record without rows. */
    public static final OfficialRecord EMPTY =
            new OfficialRecord(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public OfficialRecord {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        balances = List.copyOf(balances);
        caps = List.copyOf(caps);
        events = List.copyOf(events);
    }

    /** Returns the record that ships; loaded once. */
    public static OfficialRecord shipped() {
        return Shipped.RECORD;
    }

    private static final class Shipped {
        static final OfficialRecord RECORD = load(shippedTables());
    }

    /**
     * Builds a record from tables of any names.
     *
     * <p>A table says in its head what its rows are; a table without a head takes that of the shipped table of the same
     * name, else its columns are named as the cells: date, amount, currency, donor, recipients and, where there are
     * any, authority, counter, stage, note, source. A shipped table that belongs beside one of the tables is added
     * where it is missing.
     *
     * @param files the tables; throws {@link dev.tranche.lexicon.LexiconException} with file and line for a broken one
     */
    public static OfficialRecord of(List<LexiconFile> files) {
        List<LexiconFile> tables = new ArrayList<>(files);
        Set<String> names = new TreeSet<>();
        files.forEach(file -> names.add(file.name()));
        for (LexiconFile shipped : shippedTables()) {
            boolean belongs = RecordHead.of(shipped)
                    .flatMap(RecordHead::beside)
                    .filter(names::contains)
                    .isPresent();
            if (belongs && !names.contains(shipped.name())) {
                tables.add(shipped);
            }
        }
        return load(tables);
    }

    private static OfficialRecord load(List<LexiconFile> tables) {
        List<LexiconFile> shipped = shippedTables();
        return RecordTables.load(
                tables,
                file -> shipped.stream()
                        .filter(one -> one.name().equals(file.name()))
                        .findFirst()
                        .flatMap(RecordHead::of));
    }

    private static List<LexiconFile> shippedTables() {
        List<LexiconFile> tables = new ArrayList<>();
        resource("tables.txt").lines().forEach(name -> tables.add(new LexiconFile(name, resource(name))));
        return tables;
    }

    private static String resource(String name) {
        try (InputStream in = OfficialRecord.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /** Returns this record and another, merged. */
    public OfficialRecord and(OfficialRecord other) {
        return new OfficialRecord(
                joined(rows, other.rows, Comparator.comparing(RecordRow::date)),
                joined(totals, other.totals, Comparator.comparing(StatedTotal::date)),
                joined(balances, other.balances, Comparator.comparing(StatedBalance::date)),
                joined(caps, other.caps, Comparator.comparingInt(Cap::fiscalYear)),
                joined(events, other.events, Comparator.comparing(AccountingEvent::since)));
    }

    private static <T> List<T> joined(List<T> one, List<T> two, Comparator<T> order) {
        List<T> all = new ArrayList<>(one);
        two.stream().filter(each -> !one.contains(each)).forEach(all::add);
        all.sort(order);
        return all;
    }

    /**
     * A donor and a recipient of a record.
     *
     * @param donor code of the donor
     * @param recipient code of the recipient
     */
    public record Pair(String donor, String recipient) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int order = donor.compareTo(other.donor);
            return order != 0 ? order : recipient.compareTo(other.recipient);
        }
    }

    /** Returns the donors with their first recipients, of rows and totals, in order. */
    public List<Pair> pairs() {
        Set<Pair> pairs = new TreeSet<>();
        rows.forEach(row -> pairs.add(new Pair(row.donor(), row.recipients().getFirst())));
        totals.forEach(total -> pairs.add(new Pair(total.donor(), total.recipient())));
        return List.copyOf(pairs);
    }

    /** Returns what concerns one donor and recipient. */
    public OfficialRecord of(String donor, String recipient) {
        return new OfficialRecord(
                rows.stream()
                        .filter(row ->
                                row.donor().equals(donor) && row.recipients().contains(recipient))
                        .toList(),
                totals.stream()
                        .filter(one ->
                                one.donor().equals(donor) && one.recipient().equals(recipient))
                        .toList(),
                balances.stream()
                        .filter(one ->
                                one.donor().equals(donor) && one.recipient().equals(recipient))
                        .toList(),
                caps.stream()
                        .filter(one ->
                                one.donor().equals(donor) && one.recipient().equals(recipient))
                        .toList(),
                events.stream()
                        .filter(one ->
                                one.donor().equals(donor) && one.recipient().equals(recipient))
                        .toList());
    }
}
