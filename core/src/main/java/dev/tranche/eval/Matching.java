package dev.tranche.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one report in the gold file and as read, matched one to one.
 *
 * @param report the report's name
 * @param pairs gold facts with the facts read for them, in gold order
 * @param missed gold facts that were not read, in gold order
 * @param falseHits read facts that are not in the gold file, in reading order
 */
public record Matching(String report, List<Pair> pairs, List<ComparedFact> missed, List<ComparedFact> falseHits) {

    /** The largest difference between two amounts of the same sum, as a share of the larger. */
    private static final double TOLERANCE = 0.005;

    /** Copies the lists. */
    public Matching {
        pairs = List.copyOf(pairs);
        missed = List.copyOf(missed);
        falseHits = List.copyOf(falseHits);
    }

    /**
     * A gold fact and the fact read for it.
     *
     * @param gold the fact of the gold file
     * @param read the fact read
     */
    public record Pair(ComparedFact gold, ComparedFact read) {

        /** Is every field right that a strict hit requires? */
        public boolean isStrict() {
            for (ScoredField field : ScoredField.values()) {
                if (field.isStrict() && !field.agrees(gold, read)) {
                    return false;
                }
            }
            return true;
        }

        /** Returns the scored fields that differ. */
        public List<ScoredField> wrongFields() {
            List<ScoredField> wrong = new ArrayList<>();
            for (ScoredField field : ScoredField.values()) {
                if (field.counts(gold) && !field.agrees(gold, read)) {
                    wrong.add(field);
                }
            }
            return wrong;
        }
    }

    /** Matches in gold order: each gold fact takes the most similar unmatched fact with the same sum. */
    public static Matching of(String report, List<ComparedFact> gold, List<ComparedFact> read) {
        List<ComparedFact> left = new ArrayList<>(read);
        List<Pair> pairs = new ArrayList<>();
        List<ComparedFact> missed = new ArrayList<>();
        for (ComparedFact fact : gold) {
            Optional<Integer> best = mostSimilar(fact, left);
            if (best.isPresent()) {
                pairs.add(new Pair(fact, left.remove(best.get().intValue())));
            } else {
                missed.add(fact);
            }
        }
        return new Matching(report, pairs, missed, left);
    }

    private static Optional<Integer> mostSimilar(ComparedFact gold, List<ComparedFact> left) {
        int best = -1;
        Optional<Integer> at = Optional.empty();
        for (int i = 0; i < left.size(); i++) {
            if (!isSameSum(gold, left.get(i))) {
                continue;
            }
            int likeness = 0;
            for (ScoredField field : ScoredField.values()) {
                likeness += field.agrees(gold, left.get(i)) ? 1 : 0;
            }
            if (likeness > best) {
                best = likeness;
                at = Optional.of(i);
            }
        }
        return at;
    }

    /** Doubles, as in the published scorer, so that both have the same cut-off. */
    private static boolean isSameSum(ComparedFact one, ComparedFact other) {
        double x = one.amount().doubleValue();
        double y = other.amount().doubleValue();
        return one.kind().equals(other.kind())
                && one.currency().equals(other.currency())
                && Math.abs(x - y) <= TOLERANCE * Math.max(x, y);
    }
}
