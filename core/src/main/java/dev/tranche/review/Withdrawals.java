package dev.tranche.review;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which reports people took back: of all that is said of a report the last word counts.
 *
 * <p>A report is named by its id, which may name several texts, or by its key, which names one.
 */
public final class Withdrawals {

    private final Map<String, Word> words = new LinkedHashMap<>();
    private int said;

    private record Word(int rank, boolean withdrawn) {}

    private Withdrawals() {}

    /**
     * Gathers them.
     *
     * @param undated ids of reports that were withdrawn without a time; every decision is later
     * @param active decisions that count, in order
     */
    public static Withdrawals of(Collection<String> undated, List<Decision> active) {
        Withdrawals withdrawals = new Withdrawals();
        new TreeSet<>(undated).forEach(report -> withdrawals.say(report, true));
        for (Decision decision : active) {
            if (decision.action() instanceof Action.Withdraw withdraw) {
                withdrawals.say(withdraw.report(), true);
            } else if (decision.action() instanceof Action.Restore restore) {
                withdrawals.say(restore.report(), false);
            }
        }
        return withdrawals;
    }

    private void say(String report, boolean withdrawn) {
        // Taken out first, so that the order of the map is that of the last words.
        words.remove(report);
        words.put(report, new Word(++said, withdrawn));
    }

    /** Is nothing said of any report? */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Is a report withdrawn of which versions have these ids and keys? The last word on any of them counts; empty where
     * nothing was said of it.
     */
    public Optional<Boolean> find(Collection<String> names) {
        return names.stream()
                .map(words::get)
                .filter(java.util.Objects::nonNull)
                .max(java.util.Comparator.comparingInt(Word::rank))
                .map(Word::withdrawn);
    }

    /** Returns the last word on each report that anything was said of, the earlier ones first. */
    public Map<String, Boolean> lastWords() {
        Map<String, Boolean> last = new LinkedHashMap<>();
        words.forEach((report, word) -> last.put(report, word.withdrawn()));
        return Collections.unmodifiableMap(last);
    }
}
