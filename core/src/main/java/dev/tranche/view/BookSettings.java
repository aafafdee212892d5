package dev.tranche.view;

import dev.tranche.record.OfficialRecord;

/**
 * The context in which a book is viewed.
 *
 * @param record the official record that the audit uses; may be empty
 * @param joinsRecord are its rows also entries of the ledger?
 */
public record BookSettings(OfficialRecord record, boolean joinsRecord) {}
