package dev.tranche.ledger;

import dev.tranche.resolve.Claim;
import java.util.List;
import java.util.Optional;

/** Claims of one commitment, as grouped or as people merged and split them; compared by identity. */
final class Bundle {

    private final List<Claim> claims;
    private final List<Claim> naming;
    private final Commitment written;
    private Optional<Commitment> numbered = Optional.empty();
    private Optional<Commitment> examined = Optional.empty();
    private List<Contradiction> contradictions = List.of();

    /** Bundles claims that also give their entry its name. */
    Bundle(List<Claim> claims) {
        this(claims, claims);
    }

    /**
     * Bundles claims.
     *
     * @param claims in their order
     * @param naming the claims whose entry gives the name
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

    /** Returns the entry as stated by the claims, under a name that others may share. */
    Commitment written() {
        return written;
    }

    /** Returns the entry under a unique name: the use-th one with that name. */
    Commitment numbered(int use) {
        if (use == 1) {
            return written;
        }
        String id = written.id() + "-" + use;
        if (numbered.filter(entry -> entry.id().equals(id)).isEmpty()) {
            numbered = Optional.of(written.renamed(id));
        }
        return numbered.orElseThrow();
    }

    /** Returns the contradictions within the entry as shown; they are computed once as long as it is unchanged. */
    List<Contradiction> contradictions(Commitment shown) {
        if (examined.filter(entry -> entry.equals(shown)).isEmpty()) {
            examined = Optional.of(shown);
            contradictions = Contradictions.within(shown);
        }
        return contradictions;
    }
}
