package dev.tranche.fact;

import dev.tranche.mention.StatedAmount;
import java.util.List;
import java.util.Optional;

/**
 * What a stated sum of assistance is said to be: how much, from whom, to whom, of which kind, at which stage.
 *
 * @param amount the sum
 * @param donors codes of who gives or is asked to give, without repeats; empty when the report does not say
 * @param recipients codes of who receives, without repeats; {@code ALLIES} for unnamed others; empty when not said
 * @param type kind of assistance
 * @param stage how far the commitment has got
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
            throw new IllegalArgumentException("a donor or recipient is given once: " + donors + " " + recipients);
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
