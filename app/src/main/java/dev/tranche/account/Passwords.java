package dev.tranche.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id (RFC 9106) in the usual text form {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}.
 *
 * <p>19 MiB, two passes, one lane: what the OWASP recommends. Only a few are computed at a time, so that many who sign
 * in at once fill neither memory nor processors.
 */
public final class Passwords {

    /** The fewest characters of a password. */
    public static final int SHORTEST = 12;

    /** The most characters of a password. */
    public static final int LONGEST = 1000;

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;

    private final SecureRandom random;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final String nobody;

    /** Builds the hashing over a source of chance. */
    public Passwords(SecureRandom random) {
        this.random = random;
        this.nobody = hash(new Secrets(random).secret());
    }

    /** Returns the hash of a password, with a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = compute(password, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** Is it the password of a hash? */
    public boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalArgumentException("this is no hash of a password");
        }
        String[] costs = parts[3].split("[=,]", -1);
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] wanted = Base64.getDecoder().decode(parts[5]);
        byte[] given = compute(
                password,
                salt,
                Integer.parseInt(costs[1]),
                Integer.parseInt(costs[3]),
                Integer.parseInt(costs[5]),
                wanted.length);
        return MessageDigest.isEqual(given, wanted);
    }

    /** Takes as long as {@link #matches} does and compares with a password that nobody has: for unknown names. */
    public boolean matchesNobody(String password) {
        return matches(password, nobody);
    }

    private byte[] compute(String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
        // One password can be typed as different characters that look the same.
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        room.acquireUninterruptibly();
        try {
            generator.generateBytes(bytes, hash);
        } finally {
            room.release();
        }
        return hash;
    }
}
