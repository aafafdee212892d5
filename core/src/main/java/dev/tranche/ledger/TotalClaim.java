package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import java.util.List;
import java.util.Optional;

/**
 * A running total that reports tell; a check on the entries, never an entry.
 *
 * @param donors codes of who gave, sorted
 * @param recipients codes of who received, sorted
 * @param amount the total
 * @param since its base in ISO precision, where said
 * @param authority the authority that it counts, where said
 * @param date the first days on which it is reported
 * @param claims who tells it, in order
 */
public record TotalClaim(
        List<String> donors,
        List<String> recipients,
        StatedAmount amount,
        Optional<String> since,
        Optional<String> authority,
        StatedDate date,
        List<Claim> claims) {

    /** Copies the lists. */
    public TotalClaim {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
        claims = List.copyOf(claims);
    }
}
