package dev.tranche.ledger;

import dev.tranche.resolve.Claim;
import java.util.List;

/** Claims of one commitment, as they were grouped or as people merged and split them. */
final class Bundle {

    private final List<Claim> claims;
    private final List<Claim> naming;
    private final Commitment written;
    private Review review = Review.NONE;

    /** Bundles claims that give their entry its name. */
    Bundle(List<Claim> claims) {
        this(claims, claims);
    }

    /**
     * Bundles claims.
     *
     * @param claims in their order
     * @param naming those whose entry gives the name
     */
    Bundle(List<Claim> claims, List<Claim> naming) {
        this.claims = List.copyOf(claims);
        this.naming = List.copyOf(naming);
        Commitment own = EntryWriter.write(this.claims);
        this.written = this.naming.equals(this.claims)
                ? own
                : own.renamed(EntryWriter.write(this.naming).id());
    }

    List<Claim> claims() {
        return claims;
    }

    List<Claim> naming() {
        return naming;
    }

    /** Returns the entry as the claims tell it, under a name that others may have as well. */
    Commitment written() {
        return written;
    }

    Review review() {
        return review;
    }

    void review(Review by) {
        review = by;
    }
}
