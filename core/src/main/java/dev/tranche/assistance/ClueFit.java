package dev.tranche.assistance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits weights of clues to examples whose class is known, by multinomial logistic regression.
 *
 * <p>Gradient descent with momentum, in a fixed order and with exact functions, so that every machine finds the same
 * weights.
 */
final class ClueFit {

    private static final int STEPS = 600;
    private static final double RATE = 0.2;
    private static final double MOMENTUM = 0.9;

    private final int classes;
    private final double penalty;
    private final int fewest;
    private final List<Example> examples = new ArrayList<>();

    private record Example(List<String> clues, int type) {}

    /**
     * Builds a fit without examples.
     *
     * @param classes number of classes
     * @param penalty how strongly weights are pulled towards zero
     * @param fewest the least number of examples a clue must occur in; rarer ones would not carry over to other reports
     */
    ClueFit(int classes, double penalty, int fewest) {
        this.classes = classes;
        this.penalty = penalty;
        this.fewest = fewest;
    }

    /**
     * Adds an example.
     *
     * @param clues its clues; a repeated clue counts once
     * @param type the index of its class
     */
    void add(List<String> clues, int type) {
        examples.add(new Example(clues.stream().distinct().toList(), type));
    }

    int size() {
        return examples.size();
    }

    /** Returns the fitted weights of each clue, one per class, in the order of the clues' names. */
    Map<String, double[]> weights() {
        List<String> names = names();
        int[][] active = examples.stream()
                .map(example -> example.clues().stream()
                        .mapToInt(names::indexOf)
                        .filter(index -> index >= 0)
                        .toArray())
                .toArray(int[][]::new);
        double[][] weights = new double[names.size()][classes];
        double[][] moves = new double[names.size()][classes];
        int n = Math.max(1, examples.size());
        for (int step = 0; step < STEPS; step++) {
            double[][] slope = new double[names.size()][classes];
            for (int e = 0; e < active.length; e++) {
                double[] shares = shares(weights, active[e]);
                shares[examples.get(e).type()] -= 1;
                for (int index : active[e]) {
                    for (int t = 0; t < classes; t++) {
                        slope[index][t] += shares[t] / n;
                    }
                }
            }
            for (int i = 0; i < weights.length; i++) {
                for (int t = 0; t < classes; t++) {
                    moves[i][t] = MOMENTUM * moves[i][t] - RATE * (slope[i][t] + penalty * weights[i][t] / n);
                    weights[i][t] += moves[i][t];
                }
            }
        }
        Map<String, double[]> all = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            all.put(names.get(i), weights[i]);
        }
        return all;
    }

    /** Returns the table of a fit of two classes: how strongly each clue points to the second. */
    String table(String head) {
        Map<String, double[]> odds = new TreeMap<>();
        weights().forEach((clue, shares) -> odds.put(clue, new double[] {shares[1] - shares[0]}));
        return ClueTable.text(head, ClueWeights.COLUMNS, odds);
    }

    private List<String> names() {
        Map<String, Integer> counts = new TreeMap<>();
        examples.forEach(example -> example.clues().forEach(clue -> counts.merge(clue, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= fewest)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double[] shares(double[][] weights, int[] active) {
        double[] sums = new double[classes];
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
