package dev.tranche.view;

import dev.tranche.record.OfficialRecord;

/**
 * What a book is looked at beside.
 *
 * @param record the official record that the audit uses; may be empty
 * @param joinsRecord are its rows entries of the ledger too?
 */
public record BookSettings(OfficialRecord record, boolean joinsRecord) {}
