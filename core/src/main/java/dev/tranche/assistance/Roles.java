package dev.tranche.assistance;

import dev.tranche.fact.Basis;
import java.util.List;

/**
 * The donors and recipients of a sum.
 *
 * @param donors the donors, each with its words
 * @param recipients the recipients, each with its words
 * @param privately whether a company, charity or private person gives it
 * @param asked whether it is requested without naming a donor
 */
record Roles(List<Party> donors, List<Party> recipients, boolean privately, boolean asked) {

    Roles {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
    }

    List<String> donorCodes() {
        return donors.stream().map(Party::code).distinct().toList();
    }

    List<String> recipientCodes() {
        return recipients.stream().map(Party::code).distinct().toList();
    }

    /** Does the sum's own sentence name a donor? */
    boolean namesDonor() {
        return donors.stream().anyMatch(p -> p.basis() == Basis.WORDS);
    }

    /** Does the sum's own sentence name a recipient? */
    boolean namesRecipient() {
        return recipients.stream().anyMatch(p -> p.basis() == Basis.WORDS);
    }

    Roles withDonors(List<Party> other) {
        return new Roles(other, recipients, privately, asked);
    }

    Roles withRecipients(List<Party> other) {
        return new Roles(donors, other, privately, asked);
    }
}
