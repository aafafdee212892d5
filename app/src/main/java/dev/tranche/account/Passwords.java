package dev.tranche.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id and compares them.
 *
 * <p>A hash takes memory and time on purpose, so only a few are computed at once and a bounded number of callers waits;
 * the others are told that the server is busy. Known callers wait in a queue of their own, and of
 * strangers only a few from one address, so that a flood of made-up names does not keep out anyone who was here before.
 * Many threads may use it.
 */
final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** How many may wait for each hash that is being computed. */
    private static final int WAITING_EACH = 16;

    private final SecureRandom random;
    private final HashCost cost;
    /** How many callers from one address may wait. */
    private static final int WAITING_OF_ADDRESS = 4;

    private final Line known;
    private final Line strangers;
    private final PasswordHash nobody;

    /**
     * Builds the hashing.
     *
     * @param mostAtOnce how many hashes are computed at once in each of two queues
     */
    Passwords(SecureRandom random, HashCost cost, int mostAtOnce) {
        this.random = random;
        this.cost = cost;
        this.known = new Line(mostAtOnce);
        this.strangers = new Line(mostAtOnce);
        // A hash that was never computed from a password: comparing with it costs as much, and fails.
        this.nobody = new PasswordHash(cost, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /** What a comparison showed. */
    enum Check {
        /** It is the password. */
        MATCHES,
        /** It is a different one. */
        DIFFERS,
        /** Too many are waiting already; nothing was compared. */
        BUSY
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns the hash of a password that {@link PasswordRule} allows; empty when too many are waiting already. */
    Optional<PasswordHash> hash(String password) {
        byte[] bytes = PasswordRule.bytes(password)
                .orElseThrow(() -> new IllegalArgumentException("the password holds what PasswordRule refuses"));
        byte[] salt = bytes(SALT_BYTES);
        return compute(known, "", cost, salt, HASH_BYTES, bytes).map(hash -> new PasswordHash(cost, salt, hash));
    }

    /**
     * Compares a password with a hash.
     *
     * @param kept the hash in PHC form, computed with whatever cost it states; empty for an account that does not exist
     *     or cannot be read: nothing matches it, after the same work
     * @param stranger the address of someone who is not known; empty for a known device
     */
    Check check(Optional<String> kept, String password, Optional<String> stranger) {
        Optional<PasswordHash> hash = kept.flatMap(PasswordHash::find);
        Optional<byte[]> bytes = PasswordRule.bytes(password);
        PasswordHash other = hash.orElse(nobody);
        Optional<byte[]> computed = compute(
                stranger.isPresent() ? strangers : known,
                stranger.orElse(""),
                other.cost(),
                other.salt(),
                other.hash().length,
                bytes.orElseGet(() -> new byte[0]));
        if (computed.isEmpty()) {
            return Check.BUSY;
        }
        boolean same = MessageDigest.isEqual(computed.get(), other.hash());
        return same && hash.isPresent() && bytes.isPresent() ? Check.MATCHES : Check.DIFFERS;
    }

    private static Optional<byte[]> compute(
            Line line, String address, HashCost cost, byte[] salt, int length, byte[] password) {
        if (!line.enter(address)) {
            return Optional.empty();
        }
        try {
            line.computing.acquireUninterruptibly();
            try {
                return Optional.of(argon2id(cost, salt, length, password));
            } finally {
                line.computing.release();
            }
        } finally {
            line.leave(address);
        }
    }

    /** Callers who wait for their hash; an empty address is not counted. */
    private static final class Line {
        private final Semaphore computing;
        private final Semaphore waiting;
        private final Map<String, Integer> byAddress = new HashMap<>();

        Line(int atOnce) {
            this.computing = new Semaphore(atOnce, true);
            this.waiting = new Semaphore(atOnce * WAITING_EACH);
        }

        boolean enter(String address) {
            if (!waiting.tryAcquire()) {
                return false;
            }
            synchronized (byAddress) {
                if (address.isEmpty() || byAddress.merge(address, 1, Integer::sum) <= WAITING_OF_ADDRESS) {
                    return true;
                }
            }
            leave(address);
            return false;
        }

        void leave(String address) {
            synchronized (byAddress) {
                byAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
            }
            waiting.release();
        }
    }

    private static byte[] argon2id(HashCost cost, byte[] salt, int length, byte[] password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
