package dev.tranche.eval;

/**
 * Facts counted: how many there are, how many were read, and how many of those agree.
 *
 * @param gold facts of the gold file
 * @param read facts read
 * @param matched read facts about a sum in the gold file
 * @param strict matched facts whose donor, recipient, type and stage are right as well
 */
public record Counts(int gold, int read, int matched, int strict) {

    /** No facts at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** Refuses counts that contradict one another. */
    public Counts {
        if (strict < 0 || strict > matched || matched > gold || matched > read) {
            throw new IllegalArgumentException(
                    "impossible counts: " + gold + " " + read + " " + matched + " " + strict);
        }
    }

    /** Counts one report. */
    public static Counts of(Matching matching) {
        int matched = matching.pairs().size();
        int strict =
                (int) matching.pairs().stream().filter(Matching.Pair::isStrict).count();
        return new Counts(
                matched + matching.missed().size(),
                matched + matching.falseHits().size(),
                matched,
                strict);
    }

    /** Returns the sum of both. */
    public Counts plus(Counts other) {
        return new Counts(gold + other.gold, read + other.read, matched + other.matched, strict + other.strict);
    }

    /** Returns the share of read facts that match. */
    public Ratio precision() {
        return Ratio.of(matched, read);
    }

    /** Returns the share of gold facts found. */
    public Ratio recall() {
        return Ratio.of(matched, gold);
    }

    /** Returns the harmonic mean of precision and recall. */
    public Ratio f1() {
        return Ratio.mean(matched, read, gold);
    }

    /** Returns the harmonic mean if only strict hits count. */
    public Ratio strictF1() {
        return Ratio.mean(strict, read, gold);
    }
}
