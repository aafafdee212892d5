package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.lexicon.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How strongly each clue suggests each type, as fitted by {@link TypeFit}; immutable.
 *
 * <p>The type with the largest sum of weights is chosen.
 */
final class TypeWeights {

    /** The table of the lexicon that holds them. */
    static final String TABLE = "type_weights.csv";

    private static final AidType[] TYPES = AidType.values();

    static final List<String> COLUMNS = Arrays.stream(TYPES).map(AidType::slug).toList();

    private final Map<String, int[]> weights;

    private TypeWeights(Map<String, int[]> weights) {
        this.weights = weights;
    }

    static TypeWeights of(Lexicon lexicon) {
        return new TypeWeights(ClueTable.read(lexicon, TABLE, COLUMNS));
    }

    /** Returns the likeliest type, with the words of its clue with the largest weight, if any. */
    TypeRules.Told choose(List<TypeClues.Clue> clues) {
        long[] sums = new long[TYPES.length];
        // Each clue counts once, as when the weights were fitted.
        for (String clue : clues.stream().map(TypeClues.Clue::name).distinct().toList()) {
            int[] cells = weights.getOrDefault(clue, new int[TYPES.length]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += cells[i];
            }
        }
        AidType best = AidType.UNKNOWN;
        for (AidType type : TYPES) {
            best = sums[type.ordinal()] > sums[best.ordinal()] ? type : best;
        }
        return best == AidType.UNKNOWN ? new TypeRules.Told(best, -1, -1, true) : words(best, clues);
    }

    private TypeRules.Told words(AidType type, List<TypeClues.Clue> clues) {
        TypeRules.Told told = new TypeRules.Told(type, -1, -1, true);
        int most = 0;
        for (TypeClues.Clue clue : clues) {
            int weight = weights.getOrDefault(clue.name(), new int[TYPES.length])[type.ordinal()];
            boolean says = clue.start() >= 0 && clue.name().endsWith(type.slug());
            if (says && weight > most) {
                most = weight;
                told = new TypeRules.Told(type, clue.start(), clue.end(), true);
            }
        }
        return told;
    }
}
