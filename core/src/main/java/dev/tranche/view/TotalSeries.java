package dev.tranche.view;

import dev.tranche.ledger.SourceClass;
import java.util.Optional;

/**
 * A series of running totals that can be compared with the ledger's own sum.
 *
 * @param donor code of the donor
 * @param recipient code of the recipient
 * @param currency ISO 4217 code
 * @param since the base in ISO precision, where stated
 * @param source is it from the record or from reports?
 * @param points number of totals in it
 */
public record TotalSeries(
        String donor, String recipient, String currency, Optional<String> since, SourceClass source, int points) {}
