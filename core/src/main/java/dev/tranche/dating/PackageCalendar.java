package dev.tranche.dating;

import dev.tranche.lexicon.LexiconFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The days of packages and running totals known to the record, by their sum in US dollars. */
final class PackageCalendar {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private static final String RECORD = "/dev/tranche/record/";
    private static final String PARTIES = "/dev/tranche/dating/record_parties.csv";
    private static final int DAY_LENGTH = "0000-00-00".length();
    private static final int MONTH_LENGTH = "0000-00".length();

    private static final BigDecimal CLEARLY_LESS = new BigDecimal("0.95");
    private static final BigDecimal CLEARLY_MORE = new BigDecimal("1.1");

    /**
     * A running total.
     *
     * @param least is it only the sum of the packages up to that day, so that the total may be higher?
     */
    private record Stated(LocalDate day, String base, BigDecimal dollars, boolean least) {}

    private final List<Stated> steps = new ArrayList<>();

    /** The days between which a running total held. */
    record Held(LocalDate from, LocalDate to) {}

    private final Map<BigDecimal, Set<LocalDate>> packages = new HashMap<>();
    private final Map<BigDecimal, Set<LocalDate>> drawdowns = new HashMap<>();
    private final NavigableSet<LocalDate> days = new TreeSet<>();
    private final Map<Integer, LocalDate> ordinals = new HashMap<>();
    private final Map<BigDecimal, List<Held>> totals = new HashMap<>();

    /** The start of totals stated since an administration or a war began. */
    private final String administration;

    private final String war;
    private final LexiconFile.Row parties;

    private PackageCalendar() {
        List<LexiconFile.Row> stated = table("announced_totals.csv");
        this.administration = base(stated, MONTH_LENGTH);
        this.war = base(stated, DAY_LENGTH);
        this.parties = table(PARTIES).get(0);
    }

    /** Returns the first base written with this many characters: as a day or a month. */
    private static String base(List<LexiconFile.Row> stated, int length) {
        return stated.stream()
                .map(row -> row.field("base"))
                .filter(base -> base.length() == length && !base.contains("("))
                .findFirst()
                .orElse("");
    }

    /** Returns the base of totals stated since an administration began; empty when the record has none. */
    String administration() {
        return administration;
    }

    /** Returns the base of totals stated since a war began; empty when the record has none. */
    String war() {
        return war;
    }

    /** Returns the code of the state that provides the packages. */
    String donor() {
        return parties.field("donor");
    }

    /** Returns the code of the state that receives them. */
    String recipient() {
        return parties.field("recipient");
    }

    /** Returns the currency of their sums. */
    String currency() {
        return parties.field("currency");
    }

    static PackageCalendar of() {
        PackageCalendar calendar = new PackageCalendar();
        for (LexiconFile.Row row : table("pda.csv")) {
            LocalDate day = LocalDate.parse(row.field("announced_on"));
            calendar.add(calendar.drawdowns, row.field("amount_usd_m"), MILLION, day);
            calendar.add(calendar.packages, row.field("amount_usd_m"), MILLION, day);
            calendar.days.add(day);
            calendar.ordinals.put(Integer.parseInt(row.field("tranche")), day);
        }
        for (LexiconFile.Row row : table("usai.csv")) {
            LocalDate day = LocalDate.parse(row.field("announced_on"));
            calendar.add(calendar.packages, row.field("amount_usd_m"), MILLION, day);
            calendar.add(calendar.packages, row.field("headline_package_usd_m"), MILLION, day);
            calendar.days.add(day);
        }
        calendar.addTotals(table("announced_totals.csv"));
        calendar.addSums(calendar.administration);
        calendar.addSums(calendar.war);
        return calendar;
    }

    /** Returns the days on which a package of this sum was announced, in order. */
    Set<LocalDate> packages(BigDecimal dollars) {
        return packages.getOrDefault(key(dollars), Set.of());
    }

    /**
     * Returns the last day on which a package of a day is the latest or the last but one: the day of the second package
     * after it; the end of time if the record has fewer.
     */
    LocalDate newestUntil(LocalDate day) {
        LocalDate next = days.higher(day);
        LocalDate second = next == null ? null : days.higher(next);
        return second == null ? DaySet.LAST : second;
    }

    /** Returns the days of drawdowns of this sum, in order. */
    Set<LocalDate> drawdowns(BigDecimal dollars) {
        return drawdowns.getOrDefault(key(dollars), Set.of());
    }

    /** Returns the days on which running totals of this sum were stated, each until a greater one of the same base. */
    List<Held> totals(BigDecimal dollars) {
        return totals.getOrDefault(key(dollars), List.of());
    }

    /** Returns the day of the drawdown with this number, or an impossibly early day if there is none. */
    LocalDate drawdown(int ordinal) {
        return ordinals.getOrDefault(ordinal, LocalDate.MIN);
    }

    /**
     * Returns the period in which a total of the base may have been reported: after the latest known total that is
     * clearly less, and never before the base, until the first that is clearly greater. Reported totals are rounded.
     */
    Held around(String base, BigDecimal dollars) {
        LocalDate from = base.length() == MONTH_LENGTH ? YearMonth.parse(base).atDay(1) : LocalDate.parse(base);
        LocalDate to = DaySet.LAST;
        for (Stated stated : steps) {
            if (!stated.base().equals(base)) {
                continue;
            }
            boolean less = stated.dollars().compareTo(dollars.multiply(CLEARLY_LESS)) < 0;
            if (!stated.least() && less && stated.day().isAfter(from)) {
                from = stated.day();
            }
            if (stated.dollars().compareTo(dollars.multiply(CLEARLY_MORE)) > 0
                    && stated.day().isBefore(to)) {
                to = stated.day();
            }
        }
        return new Held(from, to);
    }

    /** Adds the running sum of the packages on each of their days, since the base. */
    private void addSums(String base) {
        NavigableMap<LocalDate, BigDecimal> sums = new TreeMap<>();
        for (String name : List.of("pda.csv", "usai.csv")) {
            for (LexiconFile.Row row : table(name)) {
                String day = row.field("announced_on");
                String millions = row.field("amount_usd_m");
                if (day.compareTo(base) >= 0 && !millions.isEmpty()) {
                    sums.merge(LocalDate.parse(day), new BigDecimal(millions).multiply(MILLION), BigDecimal::add);
                }
            }
        }
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : sums.entrySet()) {
            total = total.add(day.getValue());
            steps.add(new Stated(day.getKey(), base, total, true));
        }
    }

    private void addTotals(List<LexiconFile.Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            String base = rows.get(i).field("base");
            if (base.contains("(") || base.contains("coalition")) {
                continue;
            }
            LocalDate from = LocalDate.parse(rows.get(i).field("date"));
            LocalDate to = DaySet.LAST;
            for (int j = i + 1; j < rows.size(); j++) {
                LocalDate next = LocalDate.parse(rows.get(j).field("date"));
                if (rows.get(j).field("base").equals(base) && next.isAfter(from)) {
                    to = next.isBefore(to) ? next : to;
                    break;
                }
            }
            BigDecimal sum = new BigDecimal(rows.get(i).field("total")).multiply(BILLION);
            steps.add(new Stated(from, base, sum, false));
            totals.computeIfAbsent(key(sum), absent -> new ArrayList<>()).add(new Held(from, to));
        }
    }

    private void add(Map<BigDecimal, Set<LocalDate>> map, String sum, BigDecimal unit, LocalDate day) {
        if (!sum.isEmpty()) {
            map.computeIfAbsent(key(new BigDecimal(sum).multiply(unit)), absent -> new TreeSet<>())
                    .add(day);
        }
    }

    private static BigDecimal key(BigDecimal sum) {
        return sum.stripTrailingZeros();
    }

    private static List<LexiconFile.Row> table(String name) {
        String resource = name.startsWith("/") ? name : RECORD + name;
        try (InputStream in = PackageCalendar.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new LexiconFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)).rows();
        } catch (IOException broken) {
            throw new UncheckedIOException(resource, broken);
        }
    }
}
