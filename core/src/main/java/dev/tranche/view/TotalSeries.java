package dev.tranche.view;

import dev.tranche.ledger.SourceClass;
import java.util.Optional;

/**
 * A row of running totals that can be set beside the ledger's own sum.
 *
 * @param donor code of who gives
 * @param recipient code of who receives
 * @param currency ISO 4217 code
 * @param since the base in ISO precision, where said
 * @param source does the record tell it, or do reports?
 * @param points how many totals of it were told
 */
public record TotalSeries(
        String donor, String recipient, String currency, Optional<String> since, SourceClass source, int points) {}
