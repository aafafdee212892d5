package dev.tranche.law;

import java.util.function.Consumer;

/**
 * Runs a law on seeded random cases, the small ones first.
 *
 * <p>Without a switch the cases are the same on every run. {@code -Dseed=random} takes new ones; the failure names the
 * seed of its case and {@code -Dseed=NUMBER} starts with that case.
 */
public final class Seeds {

    private static final long USUAL = 20_220_224L;

    private Seeds() {}

    /**
     * Tries a law.
     *
     * @param cases how many cases; case n has texts of about n pieces
     * @param law throws when it does not hold
     */
    public static void run(int cases, Consumer<Generator> law) {
        run(System.getProperty("seed", ""), cases, law);
    }

    /** Tries a law with a value of the switch. */
    static void run(String given, int cases, Consumer<Generator> law) {
        long first = first(given);
        for (int i = 0; i < cases; i++) {
            // A case depends on its own seed alone, so that its size has to follow from the seed as well.
            long seed = first + i;
            int size = given.isEmpty() ? 1 + i : 1 + (int) Math.floorMod(seed - USUAL, (long) cases);
            try {
                law.accept(new Generator(seed, size));
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError(
                        "Case " + (i + 1) + "; -Dseed=" + seed + " starts with it.\n" + broken, broken);
            }
        }
    }

    private static long first(String given) {
        if (given.isEmpty()) {
            return USUAL;
        }
        if (!given.equals("random")) {
            return Long.parseLong(given);
        }
        long fresh = Math.floorMod(System.nanoTime(), 1_000_000_000_000L);
        System.out.println("-Dseed=" + fresh + " replays these cases.");
        return fresh;
    }
}
