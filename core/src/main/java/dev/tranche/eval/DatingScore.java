package dev.tranche.eval;

import dev.tranche.dating.Clue;
import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How well days of publication are inferred, against the days stated in metadata; not safe for several threads. */
public final class DatingScore {

    /** The width of an interval with an open end, in days. */
    public static final long OPEN = Long.MAX_VALUE;

    private static final long YEAR_DAYS = 366;

    private final List<Long> widths = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();
    private final Map<String, int[]> rules = new TreeMap<>();
    private int reports;
    private int inside;

    /** Adds a report: its name, the day on which it was published and the date inferred without it. */
    public void add(String report, LocalDate truth, Publication inferred) {
        reports++;
        for (Clue clue : inferred.clues()) {
            int[] counts = rules.computeIfAbsent(clue.rule(), rule -> new int[2]);
            counts[0]++;
            counts[1] += holds(clue.date(), truth) ? 1 : 0;
        }
        if (inferred.date().isUnknown()) {
            return;
        }
        widths.add(width(inferred.date()));
        if (holds(inferred.date(), truth)) {
            inside++;
            return;
        }
        misses.add(report + ": " + truth + " is not in " + inferred.date().edtf());
    }

    /** Returns the number of reports. */
    public int reports() {
        return reports;
    }

    /** Returns the number of reports that got a date, even if only a bound. */
    public int dated() {
        return widths.size();
    }

    /** Returns the number of reports whose date contains the true day. */
    public int inside() {
        return inside;
    }

    /** Returns the number of dates with both ends. */
    public int closed() {
        return (int) widths.stream().filter(width -> width != OPEN).count();
    }

    /** Returns the median number of days of a date, both ends counted; {@link #OPEN} for an open end or no report. */
    public long medianDays() {
        List<Long> sorted = new ArrayList<>(widths);
        Collections.sort(sorted);
        return sorted.isEmpty() ? OPEN : sorted.get(sorted.size() / 2);
    }

    /** Returns the number of dates of at most a year. */
    public int withinYear() {
        return (int) widths.stream().filter(width -> width <= YEAR_DAYS).count();
    }

    /** Returns the median number of days of the dates of at most a year; 0 if there are none. */
    public long medianDaysWithinYear() {
        List<Long> sorted =
                widths.stream().filter(width -> width <= YEAR_DAYS).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    /** Returns a line for each report whose date does not contain the true day. */
    public List<String> misses() {
        return List.copyOf(misses);
    }

    /** Returns the figures as lines of text; including the rules if requested. */
    public String text(boolean withRules) {
        StringBuilder page = new StringBuilder();
        page.append(String.format(Locale.ROOT, "reports %d\nwith a date %d\n", reports, dated()));
        page.append(String.format(
                Locale.ROOT, "true day inside %d (%.1f %%)\n", inside, dated() == 0 ? 0.0 : 100.0 * inside / dated()));
        page.append(String.format(Locale.ROOT, "closed intervals %d\n", closed()));
        page.append("median interval ")
                .append(medianDays() == OPEN ? "open" : medianDays() + " days")
                .append('\n');
        page.append(String.format(
                Locale.ROOT,
                "at most a year %d (%.1f %% of the reports), their median %d days\n",
                withinYear(),
                reports == 0 ? 0.0 : 100.0 * withinYear() / reports,
                medianDaysWithinYear()));
        if (withRules) {
            rules.forEach((rule, counts) -> page.append(String.format(
                    Locale.ROOT,
                    "  %-24s %5d clues, true day inside %5d (%.1f %%)\n",
                    rule,
                    counts[0],
                    counts[1],
                    100.0 * counts[1] / counts[0])));
        }
        return page.toString();
    }

    private static long width(StatedDate date) {
        return date.from().isPresent() && date.to().isPresent()
                ? ChronoUnit.DAYS.between(date.from().get(), date.to().get()) + 1
                : OPEN;
    }

    private static boolean holds(StatedDate date, LocalDate day) {
        return date.from().map(from -> !from.isAfter(day)).orElse(true)
                && date.to().map(to -> !to.isBefore(day)).orElse(true);
    }
}
