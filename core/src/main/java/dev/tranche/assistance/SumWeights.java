package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;
import java.util.List;
import java.util.Map;

/**
 * How strongly each clue suggests that a sum is assistance, as fitted by {@link SumFit}; immutable.
 *
 * <p>They are used only for sums that no rule accepts or has a reason to refuse.
 */
final class SumWeights {

    /** The table of the lexicon that holds them. */
    static final String TABLE = "sum_weights.csv";

    static final List<String> COLUMNS = List.of("weight");

    private static final int[] NONE = {0};

    private final Map<String, int[]> weights;

    private SumWeights(Map<String, int[]> weights) {
        this.weights = weights;
    }

    static SumWeights of(Lexicon lexicon) {
        return new SumWeights(ClueTable.read(lexicon, TABLE, COLUMNS));
    }

    /** Is a sum with these clues more likely assistance than not? */
    boolean accept(List<String> clues) {
        long sum = 0;
        // Each clue counts once, as when the weights were fitted.
        for (String clue : clues.stream().distinct().toList()) {
            sum += weights.getOrDefault(clue, NONE)[0];
        }
        return sum > 0;
    }
}
