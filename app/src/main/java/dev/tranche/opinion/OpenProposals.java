package dev.tranche.opinion;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Standing;
import dev.tranche.view.BookView;
import java.util.List;
import java.util.Optional;

/** The proposals that wait for a person. */
public final class OpenProposals {

    private OpenProposals() {}

    /**
     * Returns the proposals in a file that still apply to the book as it is, in the order in which they came: the entry
     * is doubtful, nobody has accepted it or set the cell, and the cell shows what it showed.
     */
    public static List<Proposal> of(ProposalFile.Content content, BookView view) {
        return content.answers().values().stream()
                .filter(proposal -> proposal.proposesChange()
                        && proposal.cell().isPresent()
                        && !content.refused().contains(proposal.id())
                        && view.index()
                                .find(proposal.entry())
                                .filter(entry -> isOpen(proposal, entry))
                                .isPresent())
                .toList();
    }

    private static boolean isOpen(Proposal proposal, Commitment entry) {
        return entry.id().equals(proposal.entry())
                && entry.standing() == Standing.DOUBTFUL
                && Optional.ofNullable(entry.review().corrected().get(proposal.field()))
                        .isEmpty()
                && entry.review()
                        .acceptance()
                        .filter(given -> given.holds(entry))
                        .isEmpty()
                && Questions.shown(entry, proposal.field()).equals(proposal.before());
    }
}
