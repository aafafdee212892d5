package dev.tranche.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id and compares them.
 *
 * <p>A hash takes memory and time on purpose, so that only a few are computed at once and a bounded number of callers
 * waits; the others are told that there is too much to do. Many threads may use it.
 */
final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** So many wait for each one that is computed. */
    private static final int WAITING_EACH = 16;

    private final SecureRandom random;
    private final HashCost cost;
    private final Semaphore computing;
    private final Semaphore waiting;
    private final PasswordHash nobody;

    /**
     * Builds the hashing.
     *
     * @param mostAtOnce so many hashes are computed at once
     */
    Passwords(SecureRandom random, HashCost cost, int mostAtOnce) {
        this.random = random;
        this.cost = cost;
        this.computing = new Semaphore(mostAtOnce, true);
        this.waiting = new Semaphore(mostAtOnce * WAITING_EACH);
        // A hash that was never computed from a password: comparing with it costs as much, and fails.
        this.nobody = new PasswordHash(cost, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /** What a comparison showed. */
    enum Check {
        /** It is the password. */
        MATCHES,
        /** It is another one. */
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
        return compute(cost, salt, HASH_BYTES, bytes).map(hash -> new PasswordHash(cost, salt, hash));
    }

    /**
     * Compares a password with a hash.
     *
     * @param kept the hash in PHC form, computed with whatever cost it states; empty for an account that is not there,
     *     or cannot be read, with which nothing agrees after the same work
     */
    Check check(Optional<String> kept, String password) {
        Optional<PasswordHash> hash = kept.flatMap(PasswordHash::find);
        Optional<byte[]> bytes = PasswordRule.bytes(password);
        PasswordHash other = hash.orElse(nobody);
        Optional<byte[]> computed =
                compute(other.cost(), other.salt(), other.hash().length, bytes.orElseGet(() -> new byte[0]));
        if (computed.isEmpty()) {
            return Check.BUSY;
        }
        boolean same = MessageDigest.isEqual(computed.get(), other.hash());
        return same && hash.isPresent() && bytes.isPresent() ? Check.MATCHES : Check.DIFFERS;
    }

    private Optional<byte[]> compute(HashCost cost, byte[] salt, int length, byte[] password) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            computing.acquireUninterruptibly();
            try {
                return Optional.of(argon2id(cost, salt, length, password));
            } finally {
                computing.release();
            }
        } finally {
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
