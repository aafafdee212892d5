package dev.tranche.syntax;

/**
 * Chooses one class for each word: the cheapest way through the readings of all words, by the cost of each reading and of
 * each class after the other.
 */
final class Tagger {

    private static final int FAR = 1 << 20;

    private Tagger() {}

    static void tag(Atoms atoms) {
        int size = atoms.size;
        Reading[][] readings = new Reading[size][];
        int[][] cost = new int[size][];
        int[][] from = new int[size][];
        for (int i = 0; i < size; i++) {
            readings[i] = withVerbAdverb(atoms.readings[i]);
            cost[i] = new int[readings[i].length];
            from[i] = new int[readings[i].length];
            for (int j = 0; j < readings[i].length; j++) {
                Reading reading = readings[i][j];
                if (i == 0) {
                    cost[i][j] = reading.cost() + atoms.language.startCost(reading.type());
                    continue;
                }
                int best = FAR;
                for (int k = 0; k < readings[i - 1].length; k++) {
                    int sum = cost[i - 1][k] + atoms.language.cost(readings[i - 1][k].type(), reading.type());
                    if (sum < best) {
                        best = sum;
                        from[i][j] = k;
                    }
                }
                cost[i][j] = best + reading.cost();
            }
        }
        int choice = size == 0 ? -1 : cheapest(cost[size - 1]);
        for (int i = size - 1; i >= 0; i--) {
            Reading reading = readings[i][choice];
            atoms.tag[i] = reading.type();
            atoms.lemma[i] = reading.lemma();
            choice = from[i][choice];
        }
    }

    private static int cheapest(int[] costs) {
        int best = 0;
        for (int i = 1; i < costs.length; i++) {
            if (costs[i] < costs[best]) {
                best = i;
            }
        }
        return best;
    }

    private static Reading[] withVerbAdverb(Reading[] readings) {
        for (Reading reading : readings) {
            if (reading.type() == WordClass.ADV) {
                Reading[] more = new Reading[readings.length + 1];
                System.arraycopy(readings, 0, more, 0, readings.length);
                more[readings.length] = new Reading(WordClass.VADV, reading.cost(), "");
                return more;
            }
        }
        return readings;
    }
}
