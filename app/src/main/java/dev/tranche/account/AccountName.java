package dev.tranche.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an account, such as {@code anna} or {@code m.berg}.
 *
 * @param value 1 to 40 lower-case letters, digits, dots, dashes and underscores; the first is a letter or digit
 */
public record AccountName(String value) implements Comparable<AccountName> {

    /** What a name must look like, for people. */
    public static final String RULE =
            "a name has 1 to 40 lower-case letters a to z, digits, dots, dashes and underscores, and starts with a"
                    + " letter or digit";

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

    /** Refuses any other form. */
    public AccountName {
        if (!isOne(value)) {
            throw new IllegalArgumentException(RULE);
        }
    }

    private static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Returns the text as a name, if it is a valid one. */
    public static Optional<AccountName> find(String text) {
        return isOne(text) ? Optional.of(new AccountName(text)) : Optional.empty();
    }

    /** Orders names alphabetically. */
    @Override
    public int compareTo(AccountName other) {
        return value.compareTo(other.value);
    }

    /** Returns the name as written. */
    @Override
    public String toString() {
        return value;
    }
}
