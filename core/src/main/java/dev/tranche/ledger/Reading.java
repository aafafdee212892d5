package dev.tranche.ledger;

import dev.tranche.extract.Extraction;

/**
 * A reading that counts, under the key of its report in a book.
 *
 * @param key the report's id, with the hash of its content where a book has several texts of one id
 * @param extraction what was read
 */
public record Reading(String key, Extraction extraction) {}
