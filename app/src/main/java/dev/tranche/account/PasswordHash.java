package dev.tranche.account;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hash of a password with everything needed to recompute it.
 *
 * <pre>
 * phc = "$argon2id$v=19$m=" kibibytes ",t=" passes ",p=" lanes "$" salt "$" hash
 * </pre>
 *
 * Salt and hash are written in base64 without padding.
 */
final class PasswordHash {

    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9]\\d{0,6}),t=([1-9]\\d?),p=([1-9]\\d?)"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final HashCost cost;
    private final byte[] salt;
    private final byte[] hash;

    PasswordHash(HashCost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt.clone();
        this.hash = hash.clone();
    }

    /** Reads a hash; empty for any other text, and for one whose cost is beyond the limits of this program. */
    static Optional<PasswordHash> find(String phc) {
        Matcher parts = FORM.matcher(phc);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int memoryKib = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        if (!HashCost.isSensible(memoryKib, passes, lanes)) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(new PasswordHash(
                    new HashCost(memoryKib, passes, lanes),
                    base64.decode(parts.group(4)),
                    base64.decode(parts.group(5))));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    HashCost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] hash() {
        return hash.clone();
    }

    /** Returns the form in which it is kept. */
    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** Returns a text without the hash. */
    @Override
    public String toString() {
        return "hash of a password";
    }
}
