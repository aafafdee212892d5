package dev.tranche.print;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word most likely meant by someone who mistyped. */
public final class Nearest {

    /** Longer words are not typing errors, and comparing costs the length times that of every candidate. */
    private static final int LONGEST = 60;

    private Nearest() {}

    /** Returns the candidate with the fewest slips; empty when more than a third of the word would be slips. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String best = "";
        int fewest = Math.max(1, (word.length() + 1) / 3) + 1;
        for (String candidate : candidates) {
            int slips = slips(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (slips < fewest) {
                fewest = slips;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Letters added, left out, changed, or swapped with their neighbour (optimal string alignment). */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                least = Math.min(least, cost[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
