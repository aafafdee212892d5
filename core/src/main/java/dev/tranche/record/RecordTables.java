package dev.tranche.record;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.Bound;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tables of a record. */
final class RecordTables {

    private static final int MILLION = 6;
    private static final int BILLION = 9;
    private static final Pattern BASE = Pattern.compile("(\\d{4}(?:-\\d{2}){0,2})(?: +\\(([^)]*)\\))?");
    private static final Pattern GIVER = Pattern.compile("\\b(?:DoD|State|White House)\\b");
    private static final Pattern FISCAL_YEAR = Pattern.compile("20\\d\\d");

    private final List<RecordRow> rows = new ArrayList<>();
    private final List<StatedTotal> totals = new ArrayList<>();
    private final List<StatedBalance> balances = new ArrayList<>();
    private final List<Cap> caps = new ArrayList<>();
    private final List<AccountingEvent> events = new ArrayList<>();

    private RecordTables() {}

    static OfficialRecord load(List<LexiconFile> files) {
        RecordTables tables = new RecordTables();
        // Military financing is counted with the drawdown of its day, so that drawdowns are read first.
        List<LexiconFile> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparingInt((LexiconFile file) -> file.name().equals("pda.csv") ? 0 : 1)
                .thenComparing(LexiconFile::name));
        for (LexiconFile file : ordered) {
            for (LexiconFile.Row row : file.rows()) {
                tables.read(file.name(), row);
            }
        }
        tables.rows.sort(Comparator.comparing(RecordRow::date));
        tables.totals.sort(Comparator.comparing(StatedTotal::date));
        tables.balances.sort(Comparator.comparing(StatedBalance::date));
        tables.caps.sort(Comparator.comparingInt(Cap::fiscalYear));
        return new OfficialRecord(tables.rows, tables.totals, tables.balances, tables.caps, tables.events);
    }

    private void read(String name, LexiconFile.Row row) {
        switch (name) {
            case "pda.csv" -> rows.add(announced(row, "PDA", "tranche", Optional.empty()));
            case "usai.csv" ->
                rows.add(announced(row, "USAI", "usai_no", number(row, "headline_package_usd_m", MILLION)));
            case "fmf_and_appropriations.csv" -> financing(row).ifPresent(rows::add);
            case "entries.csv" -> rows.add(entry(row));
            case "announced_totals.csv" -> totals.add(total(row));
            case "authority_totals.csv" -> totals.add(authorityTotal(row));
            case "balances.csv" -> balances.add(balance(row));
            case "pda_caps.csv" -> cap(row).ifPresent(caps::add);
            case "accounting_events.csv" -> events.add(event(row));
            default ->
                throw row.refuse("a record has no table of this name; it may hold " + sorted(OfficialRecord.TABLES));
        }
    }

    private static RecordRow announced(
            LexiconFile.Row row, String authority, String ordinalColumn, Optional<BigDecimal> headline) {
        OptionalInt ordinal = whole(row, ordinalColumn);
        LocalDate date = day(row, "announced_on");
        String name = ordinal.isPresent() ? Integer.toString(ordinal.getAsInt()) : date.toString();
        OptionalInt fiscalYear = OptionalInt.empty();
        if (authority.equals("PDA")
                && FISCAL_YEAR.matcher(row.field("authority_fy_in_source")).matches()) {
            fiscalYear = whole(row, "authority_fy_in_source");
        }
        return new RecordRow(
                authority + "-" + name,
                row.place(),
                "US",
                List.of("UA"),
                date,
                needed(row, "amount_usd_m", MILLION),
                "USD",
                Optional.empty(),
                authority,
                ordinal,
                fiscalYear,
                number(row, "cumulative_usd_m", MILLION),
                headline,
                Stage.ANNOUNCED,
                true,
                row.field("note"),
                row.field("source"));
    }

    /** Supplementals without a sum are no rows: they give authority, not assistance. */
    private Optional<RecordRow> financing(LexiconFile.Row row) {
        String instrument = row.field("instrument");
        Optional<BigDecimal> amount = number(row, "amount_usd_m", MILLION);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = day(row, "date");
        boolean appropriation = instrument.startsWith("supplemental");
        String authority = instrument.startsWith("FMS") ? "FMS" : "FMF";
        boolean counted = !appropriation && authority.equals("FMF") && announcedWithDrawdown(date);
        Optional<BigDecimal> share = number(row, "ukraine_share_usd_m", MILLION);
        boolean others = !row.field("others").isEmpty();
        return Optional.of(new RecordRow(
                (appropriation ? "LAW-" : authority + "-") + date,
                row.place(),
                "US",
                others ? List.of("UA", "ALLIES") : List.of("UA"),
                date,
                amount.get(),
                "USD",
                share,
                authority,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                appropriation ? Stage.APPROPRIATED : Stage.ANNOUNCED,
                counted,
                instrument + "; " + row.field("stage_in_source"),
                row.field("source")));
    }

    private boolean announcedWithDrawdown(LocalDate date) {
        return rows.stream()
                .anyMatch(row -> row.authority().equals("PDA") && row.date().equals(date));
    }

    private static RecordRow entry(LexiconFile.Row row) {
        String authority = row.field("authority");
        OptionalInt ordinal = whole(row, "ordinal");
        LocalDate date = day(row, "date");
        String name = ordinal.isPresent() ? Integer.toString(ordinal.getAsInt()) : date.toString();
        String donor = row.field("donor");
        return new RecordRow(
                donor + "-" + (authority.isEmpty() ? "" : authority + "-") + name,
                row.place(),
                donor,
                row.alternatives("recipients"),
                date,
                needed(row, "amount", 0),
                row.field("currency"),
                Optional.empty(),
                authority,
                ordinal,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Stage.ANNOUNCED,
                true,
                row.field("note"),
                row.field("source"));
    }

    private static StatedTotal total(LexiconFile.Row row) {
        BigDecimal amount = needed(row, "total", BILLION);
        String announcer = row.field("announcer_or_outlet");
        String written = row.field("base");
        Matcher base = BASE.matcher(written);
        Optional<String> since = Optional.empty();
        String remark = written;
        if (base.matches()) {
            since = Optional.of(base.group(1));
            remark = Optional.ofNullable(base.group(2)).orElse("");
        }
        boolean more = remark.toLowerCase(Locale.ROOT).equals("more than");
        boolean sound = since.isPresent()
                && (remark.isEmpty() || more)
                && GIVER.matcher(announcer).find();
        return new StatedTotal(
                day(row, "date"),
                amount,
                "USD",
                StatedTotal.unitOf(amount),
                more ? Bound.AT_LEAST : Bound.EXACTLY,
                since,
                Optional.empty(),
                OptionalInt.empty(),
                announcer,
                sound,
                row.field("source"));
    }

    private static StatedTotal authorityTotal(LexiconFile.Row row) {
        BigDecimal amount = needed(row, "total", BILLION);
        return new StatedTotal(
                day(row, "date"),
                amount,
                "USD",
                StatedTotal.unitOf(amount),
                Bound.ABOUT,
                Optional.empty(),
                Optional.of(row.field("authority")),
                whole(row, "count"),
                row.field("announcer"),
                true,
                row.field("source"));
    }

    private static StatedBalance balance(LexiconFile.Row row) {
        BigDecimal left = needed(row, "left", BILLION);
        return new StatedBalance(
                day(row, "date"),
                row.field("authority"),
                left,
                StatedTotal.unitOf(left),
                row.field("announcer"),
                row.field("source"));
    }

    /** The standing cap and the sum of the years are no cap of a year. */
    private static Optional<Cap> cap(LexiconFile.Row row) {
        String year = row.field("fiscal_year");
        if (!FISCAL_YEAR.matcher(year).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Cap("PDA", Integer.parseInt(year), needed(row, "pda_cap_usd_m", MILLION), row.field("basis")));
    }

    private static AccountingEvent event(LexiconFile.Row row) {
        LocalDate until = row.field("until").isEmpty() ? LocalDate.of(9999, 12, 31) : day(row, "until");
        return new AccountingEvent(
                day(row, "since"), until, row.field("authority"), row.field("event"), row.field("source"));
    }

    private static LocalDate day(LexiconFile.Row row, String column) {
        try {
            return LocalDate.parse(row.field(column));
        } catch (DateTimeException broken) {
            throw row.refuse("\"" + row.field(column) + "\" in column " + column + " is no day; write 2024-05-31");
        }
    }

    private static BigDecimal needed(LexiconFile.Row row, String column, int places) {
        BigDecimal number = number(row, column, places)
                .orElseThrow(() -> row.refuse("column " + column + " is empty; it needs a number"));
        if (number.signum() <= 0) {
            throw row.refuse("column " + column + " needs a number above 0, not " + row.field(column));
        }
        return number;
    }

    private static Optional<BigDecimal> number(LexiconFile.Row row, String column, int places) {
        String field = row.field(column);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(field).movePointRight(places).stripTrailingZeros();
            return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
        } catch (NumberFormatException broken) {
            throw row.refuse("\"" + field + "\" in column " + column + " is no number");
        }
    }

    private static OptionalInt whole(LexiconFile.Row row, String column) {
        String field = row.field(column);
        if (field.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(field));
        } catch (NumberFormatException broken) {
            throw row.refuse("\"" + field + "\" in column " + column + " is no whole number");
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
