package dev.tranche.audit;

import dev.tranche.record.StatedTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps between successive stated totals, and the differences between their bases. */
final class TotalChain {

    /**
     * A step from one total to the next one on the same base.
     *
     * @param from the earlier total
     * @param to the later total
     */
    record Step(StatedTotal from, StatedTotal to) {}

    private TotalChain() {}

    /** Returns the steps of every base, in order of base and day. */
    static List<Step> all(List<StatedTotal> totals) {
        Map<String, List<StatedTotal>> bases = new TreeMap<>();
        for (StatedTotal total : totals) {
            if (total.sound() && total.since().isPresent() && total.authority().isEmpty()) {
                bases.computeIfAbsent(total.since().get() + total.currency(), key -> new ArrayList<>())
                        .add(total);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (List<StatedTotal> list : bases.values()) {
            list.sort(Comparator.comparing(StatedTotal::date).thenComparing(StatedTotal::amount));
            for (int i = 1; i < list.size(); i++) {
                if (list.get(i).date().isAfter(list.get(i - 1).date())) {
                    steps.add(new Step(list.get(i - 1), list.get(i)));
                }
            }
        }
        return steps;
    }

    /**
     * Returns the longest chain of steps, each starting on the day on which the previous one ends; it changes its base
     * on days for which totals on both were stated. Of chains of equal length, the one whose bases are not rare and
     * sort first: a base stated less than half as often as another is incidental.
     */
    static List<Step> longest(List<StatedTotal> totals) {
        List<Step> steps = all(totals);
        Map<String, Integer> uses = new TreeMap<>();
        steps.forEach(step -> uses.merge(step.to().since().orElse(""), 1, Integer::sum));
        int most = uses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        steps.sort(Comparator.comparing((Step step) -> step.to().date())
                .thenComparing(step -> 2 * uses.getOrDefault(step.to().since().orElse(""), 0) < most)
                .thenComparing(step -> step.to().since().orElse("")));
        Map<LocalDate, Integer> lengthAt = new HashMap<>();
        Map<LocalDate, Step> lastAt = new HashMap<>();
        LocalDate end = null;
        for (Step step : steps) {
            int length = 1 + lengthAt.getOrDefault(step.from().date(), 0);
            LocalDate day = step.to().date();
            if (length > lengthAt.getOrDefault(day, 0)) {
                lengthAt.put(day, length);
                lastAt.put(day, step);
                if (end == null || length > lengthAt.getOrDefault(end, 0)) {
                    end = day;
                }
            }
        }
        List<Step> chain = new ArrayList<>();
        Step step = end == null ? null : lastAt.get(end);
        while (step != null) {
            chain.add(step);
            step = lastAt.get(step.from().date());
        }
        Collections.reverse(chain);
        return chain;
    }

    /**
     * Returns the differences between each pair of bases, one for each day for which both were stated, without repeats.
     */
    static List<BigDecimal> offsets(List<StatedTotal> totals) {
        List<BigDecimal> offsets = new ArrayList<>();
        for (StatedTotal one : totals) {
            for (StatedTotal two : totals) {
                boolean sameDay =
                        one.date().equals(two.date()) && one.currency().equals(two.currency());
                BigDecimal offset = one.amount().subtract(two.amount());
                if (sameDay
                        && one.sound()
                        && two.sound()
                        && one.authority().isEmpty()
                        && two.authority().isEmpty()
                        && !one.since().equals(two.since())
                        && offset.signum() > 0
                        && !offsets.contains(offset)) {
                    offsets.add(offset);
                }
            }
        }
        return offsets;
    }
}
