package dev.tranche.view;

import dev.tranche.ledger.Commitment;
import dev.tranche.resolve.Claim;
import dev.tranche.review.ClaimPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule would change in a book.
 *
 * @param claims the number of claims that it would reject
 * @param reports the number of their reports
 * @param gone the entries that would lose all claims, in the order of the ledger
 * @param less the entries that would lose some
 */
public record RuleEffect(int claims, int reports, List<Commitment> gone, List<Commitment> less) {

    /** Copies the lists. */
    public RuleEffect {
        gone = List.copyOf(gone);
        less = List.copyOf(less);
    }

    /** Returns what a rule would change. */
    public static RuleEffect of(BookView view, ClaimPattern pattern) {
        List<Claim> meant = new ArrayList<>();
        List<Commitment> gone = new ArrayList<>();
        List<Commitment> less = new ArrayList<>();
        for (Commitment entry : view.index().entries()) {
            List<Claim> own = entry.claims().stream().filter(pattern::matches).toList();
            meant.addAll(own);
            if (!own.isEmpty()) {
                (own.size() == entry.claims().size() ? gone : less).add(entry);
            }
        }
        int reports = (int) meant.stream().map(Claim::report).distinct().count();
        return new RuleEffect(meant.size(), reports, gone, less);
    }
}
