package dev.tranche.account;

/**
 * What a hash of Argon2id costs.
 *
 * @param memoryKib memory in KiB, at least 8 per lane and at most 256 MiB
 * @param passes the number of passes over the memory, 1 to 20
 * @param lanes how many parts of it could be computed in parallel, 1 to 16
 */
public record HashCost(int memoryKib, int passes, int lanes) {

    /** 19 MiB, two passes, one lane: the least that the OWASP cheat sheet on storing passwords asks for. */
    public static final HashCost USUAL = new HashCost(19 * 1024, 2, 1);

    private static final int MOST_KIB = 256 * 1024;

    /** Refuses costs that are too high or that Argon2 does not allow. */
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
