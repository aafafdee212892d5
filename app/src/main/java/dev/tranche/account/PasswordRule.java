package dev.tranche.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password may be.
 *
 * <p>It is compared after normalisation to NFKC, so that one typed on another keyboard or system, with letters composed
 * or in another width, is the same. It has at least {@value #LEAST} characters after that and at most {@value #MOST}
 * before, counted as code points.
 */
final class PasswordRule {

    static final int LEAST = 12;
    static final int MOST = 1_000;

    private static final int LEAST_DIFFERENT = 5;
    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /** Returns what is wrong with a new password, as a sentence that does not hold it; empty when nothing is. */
    static Optional<String> objection(AccountName name, String password) {
        if (isTooLong(password)) {
            return Optional.of("the password is longer than " + MOST + " characters.");
        }
        if (bytes(password).isEmpty() || password.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of(
                    "the password holds a control character or half of one; use letters, digits, signs and spaces.");
        }
        String normal = normal(password);
        if (normal.codePointCount(0, normal.length()) < LEAST) {
            return Optional.of("the password needs at least " + LEAST + " characters; several words are fine.");
        }
        String plain = normal.toLowerCase(Locale.ROOT);
        if (isName(plain, name.value())) {
            return Optional.of("the password is the name of the account; choose another.");
        }
        if (COMMON.contains(plain) || plain.codePoints().distinct().count() < LEAST_DIFFERENT) {
            return Optional.of("the password is one of the first that are tried; choose another.");
        }
        return Optional.empty();
    }

    /** The name, also several times over, or with digits and signs around it. */
    private static boolean isName(String plain, String name) {
        String rest = plain.replace(name, "");
        return rest.length() < plain.length() && rest.codePoints().noneMatch(Character::isLetter);
    }

    /** Returns the bytes of a password that are hashed; empty for one that cannot be one. */
    static Optional<byte[]> bytes(String password) {
        if (isTooLong(password)) {
            return Optional.empty();
        }
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(normal(password)));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException halfOfAPair) {
            return Optional.empty();
        }
    }

    private static boolean isTooLong(String password) {
        return password.length() > MOST && password.codePointCount(0, password.length()) > MOST;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Set<String> common() {
        try (InputStream bytes = PasswordRule.class.getResourceAsStream("common_passwords.txt")) {
            if (bytes == null) {
                throw new IllegalStateException("the program is incomplete: common_passwords.txt is missing");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException("common_passwords.txt", broken);
        }
    }
}
