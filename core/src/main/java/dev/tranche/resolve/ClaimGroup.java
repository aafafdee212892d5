package dev.tranche.resolve;

import java.util.List;

/** Claims that tell of one commitment. Two are equal when they are one object. */
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
