package dev.tranche.encounter;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * A meeting, past or planned, or a visit.
 *
 * @param kind how they meet
 * @param participants the participants, the one that acts first; at least one
 * @param place the place, where stated
 * @param date all days on which it may take place
 * @param stage its stage at the time of the report
 * @param ordinal its number in a series, where stated
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

    /** Copies the list and refuses an encounter without participants. */
    public Encounter {
        participants = List.copyOf(participants);
        if (participants.isEmpty()) {
            throw new IllegalArgumentException("an encounter needs a participant");
        }
    }

    /** Is it a press briefing, which is reported but is not an encounter between parties? */
    public boolean isPressBriefing() {
        return kind != EncounterKind.VISIT
                && participants.size() > 1
                && participants.subList(1, participants.size()).stream().allMatch(Participant::isPress);
    }
}
