package dev.tranche.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password may be.
 *
 * <p>It is compared after normalisation to NFKC, so that one typed on another keyboard or system, with letters composed
 * or in another width, is the same. It has at least {@value #LEAST} characters after that and at most {@value #MOST}
 * before, counted as code points. How soon it could be guessed is estimated by zxcvbn, which knows some 30,000 common
 * passwords, names, words and dates, and the usual variations on them; the name of the account and of this program
 * count among the words tried first.
 */
final class PasswordRule {

    static final int LEAST = 12;
    static final int MOST = 1_000;

    private static final int LEAST_DIFFERENT = 5;
    /**
     * A thousand million: with the usual cost of a hash, some ten a second on a core, a stolen file of hashes gives
     * such a password away after three years of one core. Ten times less lets {@code Summer2026!!} pass.
     */
    private static final double LEAST_GUESSES = 1e9;

    /** The work of the estimate grows faster than the length; what is hard to guess so far stays so. */
    private static final int ESTIMATED = 64;

    private static final Set<String> COMMON = common();
    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private PasswordRule() {}

    /** Returns what is wrong with a new password, as a sentence that does not contain it; empty if nothing is. */
    static Optional<String> objection(AccountName name, String password) {
        if (isTooLong(password)) {
            return Optional.of("the password is longer than " + MOST + " characters.");
        }
        if (bytes(password).isEmpty() || password.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of(
                    "the password holds a control character or half of one; use letters, digits, punctuation and"
                            + " spaces.");
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
            return Optional.of("the password is one of the first to be guessed; choose another.");
        }
        if (isSoonGuessed(normal, name.value())) {
            return Optional.of("the password is too easy to guess; several unrelated words are harder.");
        }
        return Optional.empty();
    }

    private static boolean isSoonGuessed(String normal, String name) {
        String start = normal.substring(
                0, normal.offsetByCodePoints(0, Math.min(ESTIMATED, normal.codePointCount(0, normal.length()))));
        return ESTIMATE.measure(start, List.of(name, "tranche")).getGuesses() < LEAST_GUESSES;
    }

    /** The name, also several times over, or with digits and punctuation around it. */
    private static boolean isName(String plain, String name) {
        String rest = plain.replace(name, "");
        return rest.length() < plain.length() && rest.codePoints().noneMatch(Character::isLetter);
    }

    /** Returns the bytes of a password that are hashed; empty for a text that cannot be a password. */
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
