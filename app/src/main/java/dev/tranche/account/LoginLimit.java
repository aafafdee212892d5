package dev.tranche.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may try to sign in: a bucket of attempts for each address and one for each name, which fill up
 * again with time.
 *
 * <p>Names that are no accounts have buckets too, so that a refusal tells nothing about a name. The addresses of one
 * network of IPv6 (its first 64 bits) share a bucket. Of each kind a bounded number of buckets is held; the one not used
 * for longest goes first. Many threads may use it.
 */
final class LoginLimit {

    private final Buckets byAddress;
    private final Buckets byName;

    /**
     * Builds the limit, with all buckets full.
     *
     * @param address attempts from an address
     * @param name attempts for a name
     * @param most so many buckets of each kind are held at once
     */
    LoginLimit(Rate address, Rate name, int most) {
        this.byAddress = new Buckets(address, most);
        this.byName = new Buckets(name, most);
    }

    /**
     * Whether an attempt may be made.
     *
     * @param isAllowed may it?
     * @param retryAfter how long until the next may be made; zero for one that is allowed
     * @param isFirst is it the first refusal after one that was allowed?
     */
    record Verdict(boolean isAllowed, Duration retryAfter, boolean isFirst) {}

    /** Takes an attempt out of both buckets, or says how long to wait. */
    synchronized Verdict charge(String address, String name, Instant now) {
        Verdict verdict = byAddress.charge(network(address), now.toEpochMilli());
        if (!verdict.isAllowed()) {
            return verdict;
        }
        return byName.charge(name, now.toEpochMilli());
    }

    /** Takes an attempt out of the bucket of an address alone, and returns whether there was one. */
    synchronized boolean charge(String address, Instant now) {
        return byAddress.charge(network(address), now.toEpochMilli()).isAllowed();
    }

    /** Gives back an attempt that succeeded, so that only failures count. */
    synchronized void giveBack(String address, String name) {
        byAddress.giveBack(network(address));
        byName.giveBack(name);
    }

    /** Returns how many buckets are held. */
    synchronized int held() {
        return byAddress.buckets.size() + byName.buckets.size();
    }

    private static String network(String address) {
        try {
            if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
            }
            return address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    /** When a bucket is full again; one that is full need not be held. */
    private static final class Bucket {
        private long fullAtMillis;
        private boolean refused;
    }

    private static final class Buckets {
        private final Rate rate;
        private final Map<String, Bucket> buckets;

        Buckets(Rate rate, int most) {
            this.rate = rate;
            this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > most;
                }
            };
        }

        Verdict charge(String key, long nowMillis) {
            Bucket bucket = buckets.computeIfAbsent(key, _ -> new Bucket());
            long each = rate.each().toMillis();
            long fullAt = Math.max(bucket.fullAtMillis, nowMillis) + each;
            long wait = fullAt - nowMillis - each * rate.atOnce();
            if (wait > 0) {
                boolean isFirst = !bucket.refused;
                bucket.refused = true;
                return new Verdict(false, Duration.ofMillis(wait), isFirst);
            }
            bucket.fullAtMillis = fullAt;
            bucket.refused = false;
            return new Verdict(true, Duration.ZERO, false);
        }

        void giveBack(String key) {
            Bucket bucket = buckets.get(key);
            if (bucket != null) {
                bucket.fullAtMillis -= rate.each().toMillis();
            }
        }
    }
}
