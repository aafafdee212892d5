package dev.tranche.pipeline;

import dev.tranche.extract.ExtractionVersion;
import dev.tranche.ledger.LedgerDiff;
import java.util.List;

/**
 * The result of reading a book again.
 *
 * @param reader the version under which it was read
 * @param reports how many texts of reports were read
 * @param differing how many of them now say something different
 * @param failures how many could not be read because of a bug; what was read of them before still counts
 * @param diff what differs in the ledger
 * @param vain ids of the decisions whose words no longer carry a claim
 */
public record Reread(
        ExtractionVersion reader, long reports, long differing, long failures, LedgerDiff diff, List<String> vain) {

    /** Copies the list. */
    public Reread {
        vain = List.copyOf(vain);
    }
}
