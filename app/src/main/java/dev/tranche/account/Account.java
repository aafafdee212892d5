package dev.tranche.account;

import dev.tranche.store.AccountTable;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may use the server, without the password.
 *
 * @param name the name that decisions carry
 * @param role what it may do
 * @param created when it was created
 * @param disabled whether signing in with it is refused
 * @param lastLogin when somebody last signed in with it
 */
public record Account(AccountName name, Role role, Instant created, boolean disabled, Optional<Instant> lastLogin) {

    static Account of(AccountTable.Row row) {
        return new Account(
                new AccountName(row.name()), Role.of(row.role()), row.created(), row.disabled(), row.lastLogin());
    }
}
