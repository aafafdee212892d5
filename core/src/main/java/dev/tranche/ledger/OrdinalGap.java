package dev.tranche.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Places of a counted row that no report tells of.
 *
 * @param donor code of the giver
 * @param recipient code of the receiver
 * @param authority code of the authority that counts
 * @param first the first missing place
 * @param last the last missing place
 * @param after the day of the known place before them
 * @param before the day of the known place after them
 */
public record OrdinalGap(
        String donor,
        String recipient,
        String authority,
        int first,
        int last,
        Optional<LocalDate> after,
        Optional<LocalDate> before) {}
