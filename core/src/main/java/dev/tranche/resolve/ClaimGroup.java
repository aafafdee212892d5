package dev.tranche.resolve;

import java.util.List;

/** Claims about one commitment. Two groups are equal only if they are the same object. */
public final class ClaimGroup {

    private final List<Claim> claims;

    ClaimGroup(List<Claim> claims) {
        this.claims = List.copyOf(claims);
    }

    /** Returns the claims in {@link Claim#ORDER}. */
    public List<Claim> claims() {
        return claims;
    }
}
