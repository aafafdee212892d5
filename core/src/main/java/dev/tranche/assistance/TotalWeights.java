package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;
import java.util.List;

/**
 * How strongly each clue suggests that a sum of assistance has added up over a time, as fitted by {@link TotalFit};
 * immutable.
 *
 * <p>What the rules say is one clue among them. The weights overrule the rules only if they are sure.
 */
final class TotalWeights {

    /** The table of the lexicon that holds them. */
    static final String TABLE = "total_weights.csv";

    /**
     * The logarithm of the odds, in thousandths, from which the weights overrule the rules. Chosen by cross-validation
     * among 0, 500, 1000, 1500 and 2000; see designs/totals.md.
     */
    private static final int SURE = 1000;

    private final ClueWeights weights;

    private TotalWeights(ClueWeights weights) {
        this.weights = weights;
    }

    static TotalWeights of(Lexicon lexicon) {
        return new TotalWeights(ClueWeights.of(lexicon, TABLE));
    }

    /** Returns whether a sum with these clues is a total, or what the rules say where the clues leave it open. */
    boolean isTotal(List<String> clues, boolean rules) {
        long sum = weights.sum(clues);
        return Math.abs(sum) > SURE ? sum > 0 : rules;
    }
}
