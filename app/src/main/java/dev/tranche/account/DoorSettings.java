package dev.tranche.account;

import java.time.Duration;

/**
 * How strict a door is.
 *
 * @param idle how long an unused session lasts
 * @param longest how long after its beginning a session ends
 * @param byAddress attempts to sign in from one address
 * @param byName attempts to sign in with one name from one address, or from a known device
 * @param byStrangers attempts to sign in with one name from all addresses, known devices excepted
 * @param mostBuckets the most addresses, and the most names, that are remembered for that
 * @param hashesAtOnce how many passwords are hashed at once, with 19 MiB each
 * @param cost what a hash costs
 */
public record DoorSettings(
        Duration idle,
        Duration longest,
        Rate byAddress,
        Rate byName,
        Rate byStrangers,
        int mostBuckets,
        int hashesAtOnce,
        HashCost cost) {

    /**
     * What a server uses: sessions of 8 hours without use and 7 days at most; ten failures for a name from an
     * address, then one a minute; thirty from an address, then one in ten seconds; a hundred an hour for a name over
     * all addresses.
     */
    public static final DoorSettings USUAL = new DoorSettings(
            Duration.ofHours(8),
            Duration.ofDays(7),
            new Rate(30, Duration.ofSeconds(10)),
            new Rate(10, Duration.ofMinutes(1)),
            new Rate(100, Duration.ofSeconds(36)),
            10_000,
            2,
            HashCost.USUAL);

    /** Refuses settings that would let nobody in. */
    public DoorSettings {
        if (!idle.isPositive() || !longest.isPositive() || mostBuckets < 1 || hashesAtOnce < 1) {
            throw new IllegalArgumentException("a door lets sessions live and computes at least one hash");
        }
    }

    /** Returns these settings with other session lifetimes. */
    public DoorSettings withSessions(Duration idle, Duration longest) {
        return new DoorSettings(idle, longest, byAddress, byName, byStrangers, mostBuckets, hashesAtOnce, cost);
    }
}
