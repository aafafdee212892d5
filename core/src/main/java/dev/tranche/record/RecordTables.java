package dev.tranche.record;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.Bound;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tables of a record by their heads. */
final class RecordTables {

    private static final Pattern BASE = Pattern.compile("(\\d{4}(?:-\\d{2}){0,2})(?: +\\(([^)]*)\\))?");
    private static final Pattern YEAR = Pattern.compile("[12]\\d\\d\\d");
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final List<RecordRow> rows = new ArrayList<>();
    private final List<StatedTotal> totals = new ArrayList<>();
    private final List<StatedBalance> balances = new ArrayList<>();
    private final List<Cap> caps = new ArrayList<>();
    private final List<AccountingEvent> events = new ArrayList<>();

    private RecordTables() {}

    private record Table(LexiconFile file, RecordHead head) {}

    /**
     * Loads tables.
     *
     * @param heads the head for a table that has none of its own, by the table
     */
    static OfficialRecord load(List<LexiconFile> files, Function<LexiconFile, Optional<RecordHead>> heads) {
        RecordTables tables = new RecordTables();
        List<Table> ordered = new ArrayList<>();
        for (LexiconFile file : files) {
            RecordHead head = RecordHead.of(file).or(() -> heads.apply(file)).orElse(RecordHead.plain("rows"));
            ordered.add(new Table(file, head));
        }
        // Rows that count only alongside others are read after them.
        ordered.sort(
                Comparator.comparing((Table table) -> table.head().countedOn().isPresent())
                        .thenComparing(table -> table.file().name()));
        for (Table table : ordered) {
            for (LexiconFile.Row row : table.file().rows()) {
                tables.read(table.head(), row);
            }
        }
        tables.rows.sort(Comparator.comparing(RecordRow::date));
        tables.totals.sort(Comparator.comparing(StatedTotal::date));
        tables.balances.sort(Comparator.comparing(StatedBalance::date));
        tables.caps.sort(Comparator.comparingInt(Cap::fiscalYear));
        return new OfficialRecord(tables.rows, tables.totals, tables.balances, tables.caps, tables.events);
    }

    private void read(RecordHead head, LexiconFile.Row row) {
        switch (head.table()) {
            case "rows" -> row(head, row).ifPresent(rows::add);
            case "totals" -> totals.add(total(head, row));
            case "balances" -> balances.add(balance(head, row));
            case "caps" -> cap(head, row).ifPresent(caps::add);
            case "events" -> events.add(event(head, row));
            default -> throw row.refuse("a record has no table of kind " + head.table());
        }
    }

    /** Rows without a sum grant authority, not assistance. */
    private Optional<RecordRow> row(RecordHead head, LexiconFile.Row row) {
        Optional<BigDecimal> amount = number(head, row, "amount");
        if (amount.isEmpty() && !head.columns().isEmpty()) {
            return Optional.empty();
        }
        String donor = named(head, row, "donor");
        List<String> recipients = recipients(head, row);
        LocalDate date = day(head, row, "date");
        OptionalInt ordinal = whole(head, row, "counter");
        ordinal = ordinal.isPresent() ? ordinal : whole(head, row, "ordinal");
        String authority = head.cell(row, "authority");
        String start = head.cell(row, "id_start");
        start = start.isEmpty() ? donor + (authority.isEmpty() ? "" : "-" + authority) : start;
        String year = head.cell(row, "fiscal_year");
        Stage stage = stage(row, head.cell(row, "stage"));
        boolean counted = !head.cell(row, "counted").equals("no")
                && head.countedOn().map(code -> countsOn(code, date)).orElse(true);
        return Optional.of(new RecordRow(
                start + "-" + (ordinal.isPresent() ? Integer.toString(ordinal.getAsInt()) : date.toString()),
                row.place(),
                donor,
                recipients,
                date,
                needed(head, row, "amount"),
                named(head, row, "currency"),
                number(head, row, "share"),
                authority,
                ordinal,
                YEAR.matcher(year).matches() ? OptionalInt.of(Integer.parseInt(year)) : OptionalInt.empty(),
                number(head, row, "cumulative"),
                number(head, row, "headline"),
                stage,
                counted,
                head.cell(row, "note"),
                head.cell(row, "source")));
    }

    private static List<String> recipients(RecordHead head, LexiconFile.Row row) {
        List<String> recipients = new ArrayList<>();
        String written = head.cell(row, "recipients");
        for (String code : (written.isEmpty() ? head.cell(row, "recipient") : written).split("\\|")) {
            if (!code.isBlank()) {
                recipients.add(code.strip());
            }
        }
        String others = head.cell(row, "more_recipients_as");
        if (!head.cell(row, "more_recipients").isEmpty() && !others.isEmpty()) {
            recipients.add(others);
        }
        if (recipients.isEmpty()) {
            throw row.refuse("the row has no recipient: a column or the head must say it");
        }
        return recipients;
    }

    private boolean countsOn(String authority, LocalDate date) {
        return rows.stream()
                .anyMatch(row -> row.counted()
                        && row.authority().equals(authority)
                        && row.date().equals(date));
    }

    private static Stage stage(LexiconFile.Row row, String written) {
        if (written.isEmpty()) {
            return Stage.ANNOUNCED;
        }
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.slug().equals(written.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> row.refuse("\"" + written + "\" is not a stage; it is one of "
                        + Arrays.stream(Stage.values()).map(Stage::slug).toList()));
    }

    private static StatedTotal total(RecordHead head, LexiconFile.Row row) {
        BigDecimal amount = needed(head, row, "amount");
        String announcer = head.cell(row, "announcer");
        String written = head.cell(row, "base");
        Matcher base = BASE.matcher(written);
        Optional<String> since = Optional.empty();
        String remark = written;
        if (base.matches()) {
            since = Optional.of(base.group(1));
            remark = Optional.ofNullable(base.group(2)).orElse("");
        }
        String authority = head.cell(row, "authority");
        boolean more = remark.toLowerCase(Locale.ROOT).equals("more than");
        boolean announced = head.soundAnnouncers().isEmpty()
                || head.soundAnnouncers().stream().anyMatch(word -> hasWord(announcer, word));
        boolean sound = (since.isPresent() || !authority.isEmpty()) && (remark.isEmpty() || more) && announced;
        Bound bound = head.cell(row, "bound").equals("about") ? Bound.ABOUT : more ? Bound.AT_LEAST : Bound.EXACTLY;
        return new StatedTotal(
                day(head, row, "date"),
                amount,
                named(head, row, "currency"),
                StatedTotal.unitOf(amount),
                bound,
                since,
                authority.isEmpty() ? Optional.empty() : Optional.of(authority),
                whole(head, row, "count"),
                announcer,
                sound,
                head.cell(row, "source"),
                named(head, row, "donor"),
                named(head, row, "recipient"));
    }

    private static boolean hasWord(String text, String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                .matcher(text)
                .find();
    }

    private static StatedBalance balance(RecordHead head, LexiconFile.Row row) {
        BigDecimal left = needed(head, row, "amount");
        return new StatedBalance(
                day(head, row, "date"),
                named(head, row, "authority"),
                left,
                StatedTotal.unitOf(left),
                head.cell(row, "announcer"),
                head.cell(row, "source"),
                named(head, row, "donor"),
                named(head, row, "recipient"));
    }

    /** A standing cap and the sum of several years are not the cap of one year. */
    private static Optional<Cap> cap(RecordHead head, LexiconFile.Row row) {
        String year = head.cell(row, "fiscal_year");
        if (!YEAR.matcher(year).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(year);
        String starts = head.cell(row, "year_starts");
        LocalDate opens;
        try {
            opens = starts.isEmpty()
                    ? LocalDate.of(number, 1, 1)
                    : LocalDate.parse((starts.compareTo("07") < 0 ? number : number - 1) + "-" + starts);
        } catch (DateTimeException broken) {
            throw row.refuse("\"" + starts + "\" is not the first day of a year; write 10-01");
        }
        return Optional.of(new Cap(
                named(head, row, "authority"),
                number,
                opens,
                needed(head, row, "amount"),
                head.cell(row, "basis"),
                named(head, row, "donor"),
                named(head, row, "recipient")));
    }

    private static AccountingEvent event(RecordHead head, LexiconFile.Row row) {
        return new AccountingEvent(
                day(head, row, "since"),
                head.cell(row, "until").isEmpty() ? OPEN : day(head, row, "until"),
                head.cell(row, "authority"),
                named(head, row, "event"),
                head.cell(row, "source"),
                named(head, row, "donor"),
                named(head, row, "recipient"));
    }

    private static String named(RecordHead head, LexiconFile.Row row, String cell) {
        String value = head.cell(row, cell);
        if (value.isEmpty()) {
            throw row.refuse("the row has no " + cell + ": a column or the head must say it");
        }
        return value;
    }

    private static LocalDate day(RecordHead head, LexiconFile.Row row, String cell) {
        String written = named(head, row, cell);
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException broken) {
            throw row.refuse("\"" + written + "\" (" + cell + ") is not a day; write 2024-05-31");
        }
    }

    private static BigDecimal needed(RecordHead head, LexiconFile.Row row, String cell) {
        BigDecimal number = number(head, row, cell)
                .orElseThrow(() -> row.refuse("the row has no " + cell + ": a column or the head must say it"));
        if (number.signum() <= 0) {
            throw row.refuse("the " + cell + " needs to be above 0, not " + head.cell(row, cell));
        }
        return number;
    }

    private static Optional<BigDecimal> number(RecordHead head, LexiconFile.Row row, String cell) {
        String field = head.cell(row, cell);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(field).multiply(head.unit()).stripTrailingZeros();
            return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
        } catch (NumberFormatException broken) {
            throw row.refuse("\"" + field + "\" (" + cell + ") is not a number");
        }
    }

    private static OptionalInt whole(RecordHead head, LexiconFile.Row row, String cell) {
        String field = head.cell(row, cell);
        if (field.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(field));
        } catch (NumberFormatException broken) {
            throw row.refuse("\"" + field + "\" (" + cell + ") is not a whole number");
        }
    }
}
