package dev.tranche.encounter;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * People met, or are to meet, or somebody goes somewhere.
 *
 * @param kind how they meet
 * @param participants who, the one that acts first; at least one
 * @param place where, where told
 * @param date all days on which it may be
 * @param stage its stage when the report is written
 * @param ordinal its number in a counted row, where told
 * @param evidence the words
 */
public record Encounter(
        EncounterKind kind,
        List<Participant> participants,
        Optional<Place> place,
        StatedDate date,
        EncounterStage stage,
        Optional<Ordinal> ordinal,
        Evidence evidence) {

    /** Copies the list and refuses an encounter of nobody. */
    public Encounter {
        participants = List.copyOf(participants);
        if (participants.isEmpty()) {
            throw new IllegalArgumentException("an encounter needs somebody");
        }
    }

    /** Is it a briefing of the press, which the report tells but which is no encounter between parties? */
    public boolean isPressBriefing() {
        return kind != EncounterKind.VISIT
                && participants.size() > 1
                && participants.subList(1, participants.size()).stream().allMatch(Participant::isPress);
    }
}
