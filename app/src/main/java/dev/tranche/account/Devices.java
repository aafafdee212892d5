package dev.tranche.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks the browsers in which somebody has signed in, so that strangers who keep trying the name cannot lock its
 * owner out.
 *
 * <p>A mark is a random id with a keyed digest (HMAC-SHA256) over name and id. The key is the stored hash of the
 * password: nothing else needs to be stored, and a new password ends all marks. A mark grants no access; it only has
 * its own attempts.
 */
final class Devices {

    private static final int LONGEST = 120;

    private final Secrets secrets;

    Devices(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Returns a new mark for an account. */
    String mark(String name, String passwordHash) {
        String id = secrets.nextId();
        return id + "." + digest(name, id, passwordHash);
    }

    /** Returns the id in a mark; empty for one that was not made for this account and its present password. */
    Optional<String> find(String mark, String name, String passwordHash) {
        int dot = mark.indexOf('.');
        if (dot < 1 || mark.length() > LONGEST) {
            return Optional.empty();
        }
        String id = mark.substring(0, dot);
        boolean isOurs = MessageDigest.isEqual(
                digest(name, id, passwordHash).getBytes(StandardCharsets.UTF_8),
                mark.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return isOurs ? Optional.of(id) : Optional.empty();
    }

    private static String digest(String name, String id, String passwordHash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(passwordHash.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal(("tranche-device/1\n" + name + "\n" + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
    }
}
