package dev.tranche.review;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The reports that people withdrew: the last decision on a report counts.
 *
 * <p>A report is named by its id, which may name several texts, or by its key, which names one.
 */
public final class Withdrawals {

    private final Map<String, Word> words = new LinkedHashMap<>();
    private int said;

    private record Word(int rank, boolean withdrawn) {}

    private Withdrawals() {}

    /**
     * Collects withdrawals.
     *
     * @param undated ids of reports withdrawn without a time; every decision is later
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
        // Removed first, so that the map is in the order of the last decisions.
        words.remove(report);
        words.put(report, new Word(++said, withdrawn));
    }

    /** Is there no decision on any report? */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Is a report withdrawn of which versions have these ids and keys? The last decision on any of them counts;
     * empty where there is none.
     */
    public Optional<Boolean> find(Collection<String> names) {
        return names.stream()
                .map(words::get)
                .filter(java.util.Objects::nonNull)
                .max(java.util.Comparator.comparingInt(Word::rank))
                .map(Word::withdrawn);
    }

    /** Returns the last decision on each report that has one, earlier ones first. */
    public Map<String, Boolean> lastWords() {
        Map<String, Boolean> last = new LinkedHashMap<>();
        words.forEach((report, word) -> last.put(report, word.withdrawn()));
        return Collections.unmodifiableMap(last);
    }
}
