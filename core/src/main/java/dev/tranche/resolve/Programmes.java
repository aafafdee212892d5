package dev.tranche.resolve;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Bodies that lend by programmes: talks, a staff-level agreement, the board's vote and the payments are months
 * apart and have one sum, so that the same sum for the same recipient is one programme.
 */
final class Programmes {

    private static final Set<String> LENDERS = Lexicon.shipped("donors.csv").rows().stream()
            .filter(row -> row.alternatives("acts").contains("programmes"))
            .map((LexiconFile.Row row) -> row.field("code"))
            .collect(Collectors.toUnmodifiableSet());

    private Programmes() {}

    /** Do these donors lend by programmes? */
    static boolean areOf(Set<String> donors) {
        return donors.size() == 1 && LENDERS.containsAll(donors);
    }
}
