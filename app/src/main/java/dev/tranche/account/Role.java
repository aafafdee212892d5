package dev.tranche.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each may do all that those before it may. */
public enum Role {
    /** May look at everything. */
    VIEWER,
    /** May decide and add reports too. */
    REVIEWER,
    /** May manage accounts too. */
    ADMIN;

    /** May somebody of this role do what needs another? */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** Returns the word used in requests and answers: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role of a word. */
    public static Optional<Role> find(String slug) {
        return Arrays.stream(values()).filter(role -> role.slug().equals(slug)).findFirst();
    }
}
