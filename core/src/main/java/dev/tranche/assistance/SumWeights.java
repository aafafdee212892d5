package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;
import java.util.List;

/**
 * How strongly each clue suggests that a sum is assistance, as fitted by {@link SumFit}; immutable.
 *
 * <p>They are used only for sums that no rule accepts or has a reason to refuse.
 */
final class SumWeights {

    /** The table of the lexicon that holds them. */
    static final String TABLE = "sum_weights.csv";

    private final ClueWeights weights;

    private SumWeights(ClueWeights weights) {
        this.weights = weights;
    }

    static SumWeights of(Lexicon lexicon) {
        return new SumWeights(ClueWeights.of(lexicon, TABLE));
    }

    /** Is a sum with these clues more likely assistance than not? */
    boolean accept(List<String> clues) {
        return weights.sum(clues) > 0;
    }
}
