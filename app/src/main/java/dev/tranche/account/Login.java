package dev.tranche.account;

import dev.tranche.store.LoginTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Someone signed in, or tried to.
 *
 * @param number its number; later ones have higher numbers
 * @param at when
 * @param name the name as it was typed, shortened; need not be an account
 * @param address where from
 * @param outcome its outcome
 */
public record Login(long number, Instant at, String name, String address, Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        /** A session began. */
        SIGNED_IN,
        /** The password was wrong. */
        WRONG_PASSWORD,
        /** There is no account of the name. */
        UNKNOWN_NAME,
        /** The password was right, but the account is disabled. */
        DISABLED,
        /** There were too many attempts; only the first refusal in a row is noted. */
        TOO_MANY,
        /** A session was ended by its user. */
        SIGNED_OUT,
        /** A token was used; only the first use of each day is noted. */
        TOKEN;

        /** Returns the word of the outcome, such as {@code wrong-password}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Outcome of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.slug().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the book keeps no outcome '" + word + "'"));
        }
    }

    static Login of(LoginTable.Row row) {
        return new Login(row.number(), row.at(), row.name(), row.address(), Outcome.of(row.outcome()));
    }
}
