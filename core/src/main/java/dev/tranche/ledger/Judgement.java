package dev.tranche.ledger;

import java.util.List;

/**
 * How the books judge an entry.
 *
 * @param standing how far it can be relied on
 * @param doubts unresolved doubts about it, heaviest first
 */
public record Judgement(Standing standing, List<Doubt> doubts) {

    /** No doubts about it. */
    public static final Judgement SOUND = new Judgement(Standing.BOOKED, List.of());

    /** Copies the list. */
    public Judgement {
        doubts = List.copyOf(doubts);
    }
}
