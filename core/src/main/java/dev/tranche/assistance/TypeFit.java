package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fits the table that chooses a type where no word beside a sum gives one, to sums whose type is known.
 *
 * <p>The fit is a multinomial logistic regression with a penalty on large weights. Not safe for several threads.
 */
public final class TypeFit {

    private static final String HEAD =
            "# Made by `tranche eval --fit-types`; what rows and columns mean is in docs/reference/types.md.\n";

    /** Chosen among 2, 4, 8 and 16, which cross-validation over reports did not tell apart; see designs/types.md. */
    private static final double PENALTY = 2;

    private static final int STEPS = 600;
    private static final double RATE = 0.2;
    private static final double MOMENTUM = 0.9;
    private static final double THOUSANDTHS = 1000;

    /** A clue of fewer sums is left out: what it suggests would not carry over to other reports. */
    private static final int FEWEST = 3;

    private static final AidType[] TYPES = AidType.values();

    private final Lexicon lexicon;
    private final TypeWeights weights;
    private final List<Example> examples = new ArrayList<>();

    /** The clues to a sum's type, and the type. */
    private record Example(List<String> clues, AidType type) {}

    private TypeFit(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.weights = TypeWeights.of(lexicon);
    }

    /** Builds a fit that has seen no sum. */
    public static TypeFit of(Lexicon lexicon) {
        return new TypeFit(lexicon);
    }

    /**
     * Adds the sums of a report whose type no word beside them gives; the others are passed over.
     *
     * @param document the report
     * @param types the known type by the span of the evidence of the fact that was read
     */
    public void add(Document document, Map<Span, AidType> types) {
        if (types.isEmpty()) {
            return;
        }
        MarkedText text = MarkedText.of(lexicon, document, new Problems());
        for (FactReader.Weighed sum : FactReader.weighed(lexicon, weights, text)) {
            AidType type = types.get(sum.quote());
            if (type != null) {
                examples.add(new Example(
                        sum.clues().stream()
                                .map(TypeClues.Clue::name)
                                .distinct()
                                .toList(),
                        type));
            }
        }
    }

    /** Returns the number of sums that were added. */
    public int sums() {
        return examples.size();
    }

    /** Returns the fitted table: a comment, a header and a row for each clue. */
    public String table() {
        List<String> names = names();
        double[][] weights = fit(names);
        StringBuilder table = new StringBuilder(HEAD).append("clue");
        for (AidType type : TYPES) {
            table.append(',').append(type.slug());
        }
        table.append('\n');
        for (int i = 0; i < names.size(); i++) {
            table.append(names.get(i));
            for (AidType type : TYPES) {
                table.append(',').append(Math.round(weights[i][type.ordinal()] * THOUSANDTHS));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private List<String> names() {
        Map<String, Integer> counts = new TreeMap<>();
        examples.forEach(example -> example.clues().forEach(clue -> counts.merge(clue, 1, Integer::sum)));
        TreeSet<String> names = new TreeSet<>();
        counts.forEach((name, count) -> {
            if (count >= FEWEST) {
                names.add(name);
            }
        });
        return List.copyOf(names);
    }

    /** Gradient descent with momentum, in a fixed order and with exact functions, so that any machine finds the same. */
    private double[][] fit(List<String> names) {
        int[][] active = examples.stream()
                .map(example -> example.clues().stream()
                        .mapToInt(names::indexOf)
                        .filter(index -> index >= 0)
                        .toArray())
                .toArray(int[][]::new);
        double[][] weights = new double[names.size()][TYPES.length];
        double[][] moves = new double[names.size()][TYPES.length];
        int n = Math.max(1, examples.size());
        for (int step = 0; step < STEPS; step++) {
            double[][] slope = new double[names.size()][TYPES.length];
            for (int e = 0; e < active.length; e++) {
                double[] shares = shares(weights, active[e]);
                shares[examples.get(e).type().ordinal()] -= 1;
                for (int index : active[e]) {
                    for (int t = 0; t < TYPES.length; t++) {
                        slope[index][t] += shares[t] / n;
                    }
                }
            }
            for (int i = 0; i < weights.length; i++) {
                for (int t = 0; t < TYPES.length; t++) {
                    moves[i][t] = MOMENTUM * moves[i][t] - RATE * (slope[i][t] + PENALTY * weights[i][t] / n);
                    weights[i][t] += moves[i][t];
                }
            }
        }
        return weights;
    }

    private static double[] shares(double[][] weights, int[] active) {
        double[] sums = new double[TYPES.length];
        for (int index : active) {
            for (int t = 0; t < sums.length; t++) {
                sums[t] += weights[index][t];
            }
        }
        double all = 0;
        for (int t = 0; t < sums.length; t++) {
            sums[t] = StrictMath.exp(sums[t]);
            all += sums[t];
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] /= all;
        }
        return sums;
    }
}
