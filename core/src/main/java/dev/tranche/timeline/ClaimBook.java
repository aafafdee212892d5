package dev.tranche.timeline;

import dev.tranche.extract.Extraction;
import java.util.List;

/**
 * The statements of many reports, each once.
 *
 * <p>Two statements are one when their speakers agree, their reports come from the same days, and most of their content
 * words do; of undated reports nearly all words must. A report's wording is not taken for verbatim, since quotations pass
 * through translations. A denial points to the claim that it denies, in its own report or in another of the weeks
 * around: it must share the subject and half of the denial's content words. Both rules miss rather than join wrongly.
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
