package dev.tranche.cli;

import dev.tranche.account.Role;

/** Converts the word of {@code --role}. */
final class RoleConverter extends WordConverter<Role> {

    RoleConverter() {
        super(Role.values());
    }
}
