package dev.tranche.agreement;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Evidence;
import java.util.List;

/**
 * An agreement between states or bodies, concluded or in preparation.
 *
 * @param parties codes of the states and bodies that the report names; at least one
 * @param name what it is called
 * @param stage its stage
 * @param expected when it is to be concluded, or was
 * @param evidence the words
 */
public record Agreement(
        List<String> parties, String name, AgreementStage stage, StatedDate expected, Evidence evidence) {

    /** Copies the list and refuses an agreement without parties. */
    public Agreement {
        parties = List.copyOf(parties);
        if (parties.isEmpty() || name.isBlank()) {
            throw new IllegalArgumentException("an agreement needs a party and a name");
        }
    }
}
