package dev.tranche.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do; each role may do all that those before it may. */
public enum Role {
    /** May read everything. */
    VIEWER,
    /** May also decide and add reports. */
    REVIEWER,
    /** May also manage accounts and see who signed in. */
    ADMIN;

    /** Returns the role of a word: viewer, reviewer or admin. */
    public static Optional<Role> find(String word) {
        return Arrays.stream(values()).filter(role -> role.slug().equals(word)).findFirst();
    }

    static Role of(String word) {
        return find(word).orElseThrow(() -> new IllegalStateException("the book keeps no role '" + word + "'"));
    }

    /** Returns the word of the role. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether this role may do what another may. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    /** Returns the lesser of this role and another. */
    public Role atMost(Role other) {
        return covers(other) ? other : this;
    }
}
