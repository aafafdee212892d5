package dev.tranche.account;

import dev.tranche.store.TokenTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a program signs in with, without its secret.
 *
 * @param id its public id
 * @param label what it is for
 * @param owner the account that created it, in whose name the program acts
 * @param role what it may do, as long as its owner may
 * @param created when it was created
 * @param expires the last day on which it may be used, in UTC
 * @param lastUse when it was last used, to the minute
 */
public record Token(
        String id,
        String label,
        AccountName owner,
        Role role,
        Instant created,
        Optional<LocalDate> expires,
        Optional<Instant> lastUse) {

    static Token of(TokenTable.Row row) {
        return new Token(
                row.id(),
                row.label(),
                new AccountName(row.owner()),
                Role.of(row.role()),
                row.created(),
                row.expires(),
                row.used());
    }
}
