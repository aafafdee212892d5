package dev.tranche.role;

import java.util.List;

/**
 * Who gives and who receives a sum.
 *
 * @param donors codes of givers
 * @param recipients codes of receivers
 * @param explicitRecipient did the sum's own clause name the receiver?
 * @param explicitDonor did the sum's own clause name the giver?
 * @param privateDonor is the only giver named a company, charity or crowd?
 */
public record Roles(
        List<String> donors,
        List<String> recipients,
        boolean explicitRecipient,
        boolean explicitDonor,
        boolean privateDonor) {

    /** Copies the lists. */
    public Roles {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
    }
}
