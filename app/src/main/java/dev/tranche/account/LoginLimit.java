package dev.tranche.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often someone may try to sign in: buckets of attempts that refill over time.
 *
 * <p>There is one for each address, one for each name at each address, and a larger one for each name over all
 * addresses. A known device has a bucket of its own instead of all three, so that strangers who empty the others do not
 * keep it out. Names that are not accounts have buckets too, so that a refusal reveals nothing about a name. The
 * addresses of one network of IPv6 (its first 64 bits) share a bucket. A bounded number of buckets of each kind is
 * held; the one unused for longest is dropped first. Many threads may use it.
 *
 * <p>Times should come from a monotonic clock; with any other, no wait is longer than that of an empty bucket.
 */
final class LoginLimit {

    private final Buckets byAddress;
    private final Buckets byNameAndAddress;
    private final Buckets byName;
    private final Buckets byDevice;

    /**
     * Builds the limit, with all buckets full.
     *
     * @param address attempts from an address
     * @param nameAndAddress attempts for a name from an address, and from a known device
     * @param name attempts for a name from all addresses
     * @param most the most buckets of each kind that are held at once
     */
    LoginLimit(Rate address, Rate nameAndAddress, Rate name, int most) {
        this.byAddress = new Buckets(address, most);
        this.byNameAndAddress = new Buckets(nameAndAddress, most);
        this.byName = new Buckets(name, most);
        this.byDevice = new Buckets(nameAndAddress, most);
    }

    /**
     * Whether an attempt may be made.
     *
     * @param isAllowed whether it may be made
     * @param retryAfter how long until the next may be made; zero for one that is allowed
     * @param isFirst is it the first refusal after one that was allowed?
     */
    record Verdict(boolean isAllowed, Duration retryAfter, boolean isFirst) {}

    /**
     * Who tries.
     *
     * @param address where from
     * @param name for which account
     * @param device the known device, if it is one
     */
    record Attempt(String address, String name, Optional<String> device) {

        private String pair() {
            return network(address) + " " + name;
        }
    }

    /** Takes an attempt from its buckets, or says how long to wait. */
    synchronized Verdict charge(Attempt attempt, Instant now) {
        long millis = now.toEpochMilli();
        if (attempt.device().isPresent()) {
            return byDevice.charge(attempt.name() + " " + attempt.device().get(), millis);
        }
        byNameAndAddress.settle(attempt.pair(), millis);
        byName.settle(attempt.name(), millis);
        Verdict verdict = byAddress.charge(network(attempt.address()), millis);
        if (verdict.isAllowed()) {
            verdict = byNameAndAddress.charge(attempt.pair(), millis);
        }
        return verdict.isAllowed() ? byName.charge(attempt.name(), millis) : verdict;
    }

    /** Takes an attempt from the bucket of an address alone, and returns whether there was one. */
    synchronized boolean charge(String address, Instant now) {
        return byAddress.charge(network(address), now.toEpochMilli()).isAllowed();
    }

    /** Returns an attempt that succeeded to its buckets, so that only failures count. */
    synchronized void giveBack(Attempt attempt) {
        if (attempt.device().isPresent()) {
            byDevice.giveBack(attempt.name() + " " + attempt.device().get());
            return;
        }
        byAddress.giveBack(network(attempt.address()));
        byNameAndAddress.giveBack(attempt.pair());
        byName.giveBack(attempt.name());
    }

    /** Returns how many buckets are held. */
    synchronized int held() {
        return byAddress.buckets.size()
                + byNameAndAddress.buckets.size()
                + byName.buckets.size()
                + byDevice.buckets.size();
    }

    /** Returns what counts as one address. */
    static String network(String address) {
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

        /** Never emptier than empty, whatever the clock said before. */
        void settle(String key, long nowMillis) {
            Bucket bucket = buckets.get(key);
            if (bucket != null) {
                bucket.fullAtMillis =
                        Math.min(bucket.fullAtMillis, nowMillis + rate.each().toMillis() * rate.atOnce());
            }
        }

        Verdict charge(String key, long nowMillis) {
            Bucket bucket = buckets.computeIfAbsent(key, _ -> new Bucket());
            long each = rate.each().toMillis();
            long emptyMillis = each * rate.atOnce();
            settle(key, nowMillis);
            long fullAt = Math.max(bucket.fullAtMillis, nowMillis) + each;
            long wait = fullAt - nowMillis - emptyMillis;
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
