package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Review;
import dev.tranche.print.LedgerJson;
import tools.jackson.core.JsonGenerator;

/** Writes entries as lists of the interface show them. */
final class Entries {

    private Entries() {}

    /** Writes the members of an entry into an object that is open. */
    static void write(JsonGenerator json, Commitment entry) {
        LedgerJson.writeEntry(json, entry);
        Json.text(json, "reviewed", entry.reviewed().map(Review.State::slug));
    }
}
