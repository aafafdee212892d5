package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What happened within a range of days, of one kind: the count for each day, week, month or year, and the most reported
 * items.
 *
 * @param total number of items that may be within the days
 * @param vague number of these dated too vaguely to be counted in one step, such as to a month among days
 * @param counts the steps with items, in order
 * @param most the items with most reports, no longer than the requested days, most reported first; equally reported
 *     ones spread over the whole time
 * @param <T> the type of the items
 */
public record Lane<T>(int total, int vague, List<Count> counts, List<T> most) {

    /** The length of a step. */
    public enum Step {
        /** A calendar day. */
        DAY(1),
        /** A week from Monday. */
        WEEK(7),
        /** A calendar month. */
        MONTH(31),
        /** A calendar year. */
        YEAR(366);

        private final int days;

        Step(int days) {
            this.days = days;
        }

        /** Returns the word used in requests and responses. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the first day of the step that contains a day. */
        public LocalDate begin(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /** Returns the last day of the step that contains a day. */
        public LocalDate end(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> begin(day).plusDays(6);
                case MONTH -> begin(day).plusMonths(1).minusDays(1);
                case YEAR -> begin(day).plusYears(1).minusDays(1);
            };
        }

        /** Returns the shortest step that divides a span into at most a hundred. */
        public static Step of(LocalDate from, LocalDate to) {
            long days = ChronoUnit.DAYS.between(from, to) + 1;
            for (Step step : values()) {
                if (days <= MOST_STEPS * (long) step.days) {
                    return step;
                }
            }
            return YEAR;
        }
    }

    /** With more bars than this, each is too thin to touch on a page of usual width. */
    private static final int MOST_STEPS = 100;

    /**
     * The number of items in a step.
     *
     * @param from first day
     * @param to last day
     * @param count number of those that begin and end in it, or begin in it and are no longer than it
     */
    public record Count(LocalDate from, LocalDate to, int count) {}

    /** Copies the lists. */
    public Lane {
        counts = List.copyOf(counts);
        most = List.copyOf(most);
    }

    /**
     * Counts items and chooses the most reported.
     *
     * @param things all that may be within the days, in chronological order
     * @param date gives the date of an item
     * @param weight gives the number of reports on an item
     * @param step the length of the steps
     * @param from first day of the window; open for the beginning
     * @param to last day of the window; open for the end
     * @param most the most items chosen
     */
    public static <T> Lane<T> of(
            List<T> things,
            Function<T, StatedDate> date,
            ToIntFunction<T> weight,
            Step step,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            int most) {
        TreeMap<LocalDate, Integer> counts = new TreeMap<>();
        List<Integer> drawn = new ArrayList<>();
        int vague = 0;
        long window = from.isPresent() && to.isPresent() ? length(from.get(), to.get()) : Long.MAX_VALUE;
        for (int i = 0; i < things.size(); i++) {
            StatedDate when = date.apply(things.get(i));
            Optional<LocalDate> first = when.from().or(when::to);
            if (first.isEmpty()) {
                vague++;
                continue;
            }
            long length = length(first.get(), when.to().or(when::from).orElseThrow());
            if (length <= window) {
                drawn.add(i);
            }
            if (length > step.days) {
                vague++;
            } else {
                LocalDate counted = from.isPresent() && first.get().isBefore(from.get()) ? from.get() : first.get();
                counts.merge(step.begin(counted), 1, Integer::sum);
            }
        }
        List<Count> steps = new ArrayList<>();
        counts.forEach((begin, count) -> steps.add(new Count(begin, step.end(begin), count)));
        drawn.sort(Comparator.comparingInt((Integer i) -> -weight.applyAsInt(things.get(i)))
                .thenComparingInt(Lane::spread)
                .thenComparingInt(i -> i));
        return new Lane<>(
                things.size(),
                vague,
                steps,
                drawn.stream().limit(most).map(things::get).toList());
    }

    private static long length(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** An order, any prefix of which is spread evenly over all positions: their bits reversed. */
    private static int spread(int place) {
        return Integer.reverse(place) >>> 1;
    }
}
