package dev.tranche.timeline;

import dev.tranche.extract.Extraction;
import java.util.List;

/**
 * The statements of many reports, each once.
 *
 * <p>Two statements are the same if their speakers agree, their reports come from the same days, and most of their
 * content words agree; for undated reports nearly all words must. Wording is not assumed to be verbatim, since
 * quotations pass through translations. A denial points to the claim it denies, in its own report or in another from
 * the weeks around: it must share the subject and half of the denial's content words. Both rules prefer missing a match
 * to a wrong one.
 *
 * @param claims the statements in the order of reports and words
 */
public record ClaimBook(List<Claim> claims) {

    /** Copies the list. */
    public ClaimBook {
        claims = List.copyOf(claims);
    }

    /** Merges the statements of reports. */
    public static ClaimBook of(List<Extraction> reports) {
        StatementFold fold = new StatementFold();
        fold.take(List.of(), Teller.all(reports));
        return new ClaimBook(fold.shown().claims().stream().map(Searched::told).toList());
    }
}
