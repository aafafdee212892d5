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
 * What happened within days, of one kind: how much in each day, week, month or year, and the most told of it.
 *
 * @param total how many things may lie within the days
 * @param vague how many of them are dated too loosely to be counted in one step, such as to a month among days
 * @param counts the steps that hold something, in order
 * @param most what most reports tell, no longer than the days asked for, most told first; equally told ones spread over
 *     the whole time
 * @param <T> the things
 */
public record Lane<T>(int total, int vague, List<Count> counts, List<T> most) {

    /** How long a step is. */
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

        /** Returns the word in requests and answers. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the first day of the step that holds a day. */
        public LocalDate begin(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /** Returns the last day of the step that holds a day. */
        public LocalDate end(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> begin(day).plusDays(6);
                case MONTH -> begin(day).plusMonths(1).minusDays(1);
                case YEAR -> begin(day).plusYears(1).minusDays(1);
            };
        }

        /** Returns the shortest step with which a span has at most a hundred of them. */
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

    /** More bars than this are thinner than a finger on a page of usual width. */
    private static final int MOST_STEPS = 100;

    /**
     * How many things lie in a step.
     *
     * @param from first day
     * @param to last day
     * @param count how many begin and end in it, or are no longer than it and begin in it
     */
    public record Count(LocalDate from, LocalDate to, int count) {}

    /** Copies the lists. */
    public Lane {
        counts = List.copyOf(counts);
        most = List.copyOf(most);
    }

    /**
     * Counts things and chooses the most told.
     *
     * @param things all that may lie within the days, in order of time
     * @param date when it was
     * @param weight how many reports tell it
     * @param step of which length the counts are
     * @param from first day of the window; open for the beginning
     * @param to last day of the window; open for the end
     * @param most how many are chosen at most
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

    /** An order in which any beginning of it lies evenly over all places: their bits read backwards. */
    private static int spread(int place) {
        return Integer.reverse(place) >>> 1;
    }
}
