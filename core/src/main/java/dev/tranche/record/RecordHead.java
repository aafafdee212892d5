package dev.tranche.record;

import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The head of a table of a record: comment lines that say what its rows are.
 *
 * <pre>
 * # table: rows                            rows, totals, balances, caps or events
 * # set donor: US                          a cell that all rows share
 * # column amount: amount_usd_m            the column that holds a cell; without it, the column of the cell's name
 * # unit: 1000000                          what one of the table's numbers is in whole units of the currency
 * # when instrument begins FMS: authority=FMS, counted=no
 * # counted on days of: PDA                rows count only on days on which a row of this authority counts
 * # sound announcers: Ministry|Treasury    totals of others start and end no step of the audit
 * # beside: pda.csv                        added to a folder that holds this table and none of this name
 * </pre>
 *
 * @param table what its rows are
 * @param set cells that all rows share
 * @param columns column by cell
 * @param unit whole units of the currency in one of the table's numbers
 * @param when cells that follow from the beginning of a column
 * @param countedOn authority on whose days rows count; empty where all count
 * @param soundAnnouncers words one of which the announcer of a sound total has; empty where all are sound
 * @param beside the table to which this one belongs
 */
record RecordHead(
        String table,
        Map<String, String> set,
        Map<String, String> columns,
        BigDecimal unit,
        List<When> when,
        Optional<String> countedOn,
        List<String> soundAnnouncers,
        Optional<String> beside) {

    /** What the rows of a table can be. */
    static final Set<String> TABLES = Set.of("rows", "totals", "balances", "caps", "events");

    /** Cells of rows of which a column begins with some words. */
    record When(String column, String start, Map<String, String> cells) {}

    /** Reads the head of a table; empty where no comment says what its rows are. */
    static Optional<RecordHead> of(LexiconFile file) {
        Map<String, String> set = new LinkedHashMap<>();
        Map<String, String> columns = new LinkedHashMap<>();
        List<When> when = new ArrayList<>();
        String table = "";
        BigDecimal unit = BigDecimal.ONE;
        Optional<String> countedOn = Optional.empty();
        Optional<String> beside = Optional.empty();
        List<String> sound = List.of();
        for (String line :
                file.text().lines().takeWhile(each -> each.startsWith("#")).toList()) {
            String said = line.substring(1).strip();
            int colon = said.indexOf(": ");
            if (colon < 0) {
                continue;
            }
            String key = said.substring(0, colon);
            String value = said.substring(colon + 2).strip();
            if (key.equals("table")) {
                table = value;
            } else if (key.equals("unit")) {
                unit = number(file, value);
            } else if (key.startsWith("set ")) {
                set.put(key.substring("set ".length()), value);
            } else if (key.startsWith("column ")) {
                columns.put(key.substring("column ".length()), value);
            } else if (key.startsWith("when ") && key.contains(" begins ")) {
                int begins = key.indexOf(" begins ");
                when.add(new When(
                        key.substring("when ".length(), begins),
                        key.substring(begins + " begins ".length()),
                        cells(value)));
            } else if (key.equals("counted on days of")) {
                countedOn = Optional.of(value);
            } else if (key.equals("sound announcers")) {
                sound = List.of(value.split("\\|"));
            } else if (key.equals("beside")) {
                beside = Optional.of(value);
            }
        }
        if (table.isEmpty()) {
            return Optional.empty();
        }
        if (!TABLES.contains(table)) {
            throw new LexiconException(
                    file.name() + ": a table of a record is one of "
                            + TABLES.stream().sorted().toList() + ", not " + table,
                    null);
        }
        return Optional.of(new RecordHead(table, set, columns, unit, when, countedOn, sound, beside));
    }

    /** The head of a table that names its columns as the cells. */
    static RecordHead plain(String table) {
        return new RecordHead(
                table, Map.of(), Map.of(), BigDecimal.ONE, List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    private static Map<String, String> cells(String text) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                cells.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return cells;
    }

    private static BigDecimal number(LexiconFile file, String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException broken) {
            throw new LexiconException(file.name() + ": the unit is not a number: " + value, broken);
        }
    }

    /** Returns a cell of a row: what follows from another column, the row's own, or what all rows share; possibly empty. */
    String cell(LexiconFile.Row row, String cell) {
        for (When one : when) {
            boolean begins = field(row, one.column())
                    .toLowerCase(Locale.ROOT)
                    .startsWith(one.start().toLowerCase(Locale.ROOT));
            if (begins && one.cells().containsKey(cell)) {
                return one.cells().getOrDefault(cell, "");
            }
        }
        String own = field(row, columns.getOrDefault(cell, cell));
        return own.isEmpty() ? set.getOrDefault(cell, "") : own;
    }

    private static String field(LexiconFile.Row row, String column) {
        return row.has(column) ? row.field(column) : "";
    }
}
