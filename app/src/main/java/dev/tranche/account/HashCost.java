package dev.tranche.account;

/**
 * What a hash of Argon2id costs.
 *
 * @param memoryKib memory in KiB, at least 8 a lane and at most 256 MiB
 * @param passes how often the memory is gone through, 1 to 20
 * @param lanes how many parts of it could be computed at once, 1 to 16
 */
public record HashCost(int memoryKib, int passes, int lanes) {

    /** 19 MiB, two passes, one lane: the least that the OWASP cheat sheet on storing passwords asks for. */
    public static final HashCost USUAL = new HashCost(19 * 1024, 2, 1);

    private static final int MOST_KIB = 256 * 1024;

    /** Refuses what takes too much or what Argon2 does not know. */
    public HashCost {
        if (!isSensible(memoryKib, passes, lanes)) {
            throw new IllegalArgumentException(
                    "Argon2id is not computed with m=" + memoryKib + ", t=" + passes + ", p=" + lanes);
        }
    }

    static boolean isSensible(int memoryKib, int passes, int lanes) {
        return lanes >= 1
                && lanes <= 16
                && passes >= 1
                && passes <= 20
                && memoryKib >= 8 * lanes
                && memoryKib <= MOST_KIB;
    }
}
