package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import java.util.List;
import java.util.Optional;

/**
 * A running total stated by reports; a check on the entries, never an entry.
 *
 * @param donors codes of the donors, sorted
 * @param recipients codes of the recipients, sorted
 * @param amount the total
 * @param since its base in ISO precision, where stated
 * @param authority the authority it counts, where stated
 * @param date the first days on which it is reported
 * @param claims the claims that state it, in order
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
