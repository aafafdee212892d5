package dev.tranche.record;

import dev.tranche.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An official record of one giver's or several givers' assistance, with what was stated about its sums.
 *
 * @param rows announced rows in order of their days, then of the tables
 * @param totals running totals in order of their days
 * @param balances balances in order of their days
 * @param caps caps by year
 * @param events acts of accounting
 */
public record OfficialRecord(
        List<RecordRow> rows,
        List<StatedTotal> totals,
        List<StatedBalance> balances,
        List<Cap> caps,
        List<AccountingEvent> events) {

    /** The tables that a record's folder may hold; all are optional, one is needed. */
    public static final Set<String> TABLES = Set.of(
            "pda.csv",
            "usai.csv",
            "fmf_and_appropriations.csv",
            "entries.csv",
            "announced_totals.csv",
            "pda_caps.csv",
            "balances.csv",
            "authority_totals.csv",
            "accounting_events.csv");

    /** Statements that ship and are added to a folder with drawdowns that lacks a table of its own for them. */
    private static final List<String> STATEMENTS =
            List.of("balances.csv", "authority_totals.csv", "accounting_events.csv");

    /** The record without any row. */
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

    /** Returns the record that ships: the United States for Ukraine. */
    public static OfficialRecord shipped() {
        List<LexiconFile> tables = new ArrayList<>();
        for (String name : new TreeSet<>(TABLES)) {
            InputStream in = OfficialRecord.class.getResourceAsStream(name);
            if (in != null) {
                tables.add(read(name, in));
            }
        }
        return RecordTables.load(tables);
    }

    /**
     * Builds a record from the tables of a folder.
     *
     * <p>A folder with drawdowns that lacks the tables of balances, of totals by authority or of acts of accounting
     * gets those that ship.
     *
     * @param files tables by the names of {@link #TABLES}; throws {@link dev.tranche.lexicon.LexiconException} with
     *     file and line for a broken one
     */
    public static OfficialRecord of(List<LexiconFile> files) {
        List<LexiconFile> tables = new ArrayList<>(files);
        Set<String> names = new TreeSet<>();
        files.forEach(file -> names.add(file.name()));
        if (names.contains("pda.csv")) {
            for (String name : STATEMENTS) {
                InputStream in = OfficialRecord.class.getResourceAsStream(name);
                if (!names.contains(name) && in != null) {
                    tables.add(read(name, in));
                }
            }
        }
        return RecordTables.load(tables);
    }

    private static LexiconFile read(String name, InputStream stream) {
        try (stream) {
            return new LexiconFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
