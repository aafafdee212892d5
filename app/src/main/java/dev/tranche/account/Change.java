package dev.tranche.account;

import java.util.Optional;

/**
 * A request to change an account; what is empty stays as it is.
 *
 * @param role the new role
 * @param password the new password; ends all sessions and removes all tokens of the account
 * @param disabled whether signing in with it is refused; disabling ends all sessions, and tokens are refused meanwhile
 */
public record Change(Optional<Role> role, Optional<String> password, Optional<Boolean> disabled) {

    /** Changes the role alone. */
    public static Change ofRole(Role role) {
        return new Change(Optional.of(role), Optional.empty(), Optional.empty());
    }

    /** Changes the password alone. */
    public static Change ofPassword(String password) {
        return new Change(Optional.empty(), Optional.of(password), Optional.empty());
    }

    /** Disables or enables alone. */
    public static Change ofDisabled(boolean disabled) {
        return new Change(Optional.empty(), Optional.empty(), Optional.of(disabled));
    }

    /** Returns a text without the password. */
    @Override
    public String toString() {
        return "change of an account";
    }
}
