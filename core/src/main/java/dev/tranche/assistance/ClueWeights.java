package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;
import java.util.List;
import java.util.Map;

/** One weight for each clue, in thousandths; immutable. */
final class ClueWeights {

    static final List<String> COLUMNS = List.of("weight");

    private static final int[] NONE = {0};

    private final Map<String, int[]> weights;

    private ClueWeights(Map<String, int[]> weights) {
        this.weights = weights;
    }

    /**
     * Reads a table of the lexicon.
     *
     * @throws dev.tranche.lexicon.LexiconException for a weight that is not a whole number
     */
    static ClueWeights of(Lexicon lexicon, String table) {
        return new ClueWeights(ClueTable.read(lexicon, table, COLUMNS));
    }

    /** Returns the sum of the weights of some clues; each counts once, as when the weights were fitted. */
    long sum(List<String> clues) {
        return clues.stream()
                .distinct()
                .mapToLong(clue -> weights.getOrDefault(clue, NONE)[0])
                .sum();
    }
}
