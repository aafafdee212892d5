package dev.tranche.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Numbers of a series that no report mentions.
 *
 * @param donor code of the donor
 * @param recipient code of the recipient
 * @param authority code of the authority whose series it is
 * @param first the first missing number
 * @param last the last missing number
 * @param after the day of the known number before them
 * @param before the day of the known number after them
 */
public record OrdinalGap(
        String donor,
        String recipient,
        String authority,
        int first,
        int last,
        Optional<LocalDate> after,
        Optional<LocalDate> before) {}
