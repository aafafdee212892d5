package dev.tranche.ledger;

import java.util.List;

/**
 * What the books think of an entry.
 *
 * @param standing how far it can be relied on
 * @param doubts what speaks against it and is not lifted, the heaviest first
 */
public record Judgement(Standing standing, List<Doubt> doubts) {

    /** Nothing speaks against it. */
    public static final Judgement SOUND = new Judgement(Standing.BOOKED, List.of());

    /** Copies the list. */
    public Judgement {
        doubts = List.copyOf(doubts);
    }
}
