package dev.tranche.eval;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How much a score would vary with other reports: the middle 95 % of 1,000 draws with replacement.
 *
 * <p>The draws come from a fixed seed, so that the same counts always give the same interval. Reports are drawn, not
 * facts, since the facts of one report are right or wrong together.
 *
 * @param low lower end
 * @param high upper end
 */
public record Bootstrap(Ratio low, Ratio high) {

    private static final int ROUNDS = 1000;
    private static final int CUT = ROUNDS / 40;
    private static final long SEED = 20220224;

    /** Returns the interval of a measure over reports. Without reports both ends are undefined. */
    public static Bootstrap of(List<Counts> reports, Function<Counts, Ratio> measure) {
        if (reports.isEmpty()) {
            return new Bootstrap(new Ratio(0, false), new Ratio(0, false));
        }
        double[] values = new double[ROUNDS];
        long state = SEED;
        for (int round = 0; round < ROUNDS; round++) {
            Counts sum = Counts.NONE;
            for (int i = 0; i < reports.size(); i++) {
                state += 0x9E3779B97F4A7C15L;
                sum = sum.plus(reports.get((int) Long.remainderUnsigned(mix(state), reports.size())));
            }
            values[round] = measure.apply(sum).value();
        }
        Arrays.sort(values);
        return new Bootstrap(new Ratio(values[CUT], true), new Ratio(values[ROUNDS - 1 - CUT], true));
    }

    /** Returns the interval of a measure of a score. */
    public static Bootstrap of(Score score, Function<Counts, Ratio> measure) {
        return of(score.reports().stream().map(Counts::of).toList(), measure);
    }

    /** The output function of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
