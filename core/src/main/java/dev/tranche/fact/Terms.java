package dev.tranche.fact;

import dev.tranche.mention.StatedAmount;
import java.util.List;
import java.util.Optional;

/**
 * The terms of a stated sum of assistance: how much, from whom, to whom, of which type, at which stage.
 *
 * @param amount the sum
 * @param donors codes of those who give or are asked to give, without repeats; empty if not stated
 * @param recipients codes of those who receive, without repeats; {@code ALLIES} for unnamed others; empty if not stated
 * @param type kind of assistance
 * @param stage stage of the commitment
 * @param authority code of the authority it is given under, where named or plainly described
 */
public record Terms(
        StatedAmount amount,
        List<String> donors,
        List<String> recipients,
        AidType type,
        Stage stage,
        Optional<String> authority) {

    /** Copies the lists and refuses repeats. */
    public Terms {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
        if (donors.stream().distinct().count() != donors.size()
                || recipients.stream().distinct().count() != recipients.size()) {
            throw new IllegalArgumentException("a donor or recipient is listed once: " + donors + " " + recipients);
        }
    }

    /** Copies these terms with another type. */
    public Terms with(AidType other) {
        return new Terms(amount, donors, recipients, other, stage, authority);
    }

    /** Copies these terms with other parties. */
    public Terms with(List<String> otherDonors, List<String> otherRecipients) {
        return new Terms(amount, otherDonors, otherRecipients, type, stage, authority);
    }
}
