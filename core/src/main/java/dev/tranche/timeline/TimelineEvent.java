package dev.tranche.timeline;

import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.util.List;

/**
 * An encounter as all reports together tell it.
 *
 * @param encounter what is known: the narrowest dates, the furthest stage, all participants; its evidence is the first
 * @param reports the reports that tell of it, sorted, each once
 * @param evidence the words of each
 * @param held the meetings that were held on it, where it is a visit; they are no rows of their own
 */
public record TimelineEvent(
        Encounter encounter, List<DocumentId> reports, List<Evidence> evidence, List<Encounter> held) {

    /** Copies the lists and refuses an event that no report tells. */
    public TimelineEvent {
        reports = List.copyOf(reports);
        evidence = List.copyOf(evidence);
        held = List.copyOf(held);
        if (reports.isEmpty() || evidence.isEmpty()) {
            throw new IllegalArgumentException("an event needs a report that tells it");
        }
    }

    /** Builds an event on which no other was held. */
    public TimelineEvent(Encounter encounter, List<DocumentId> reports, List<Evidence> evidence) {
        this(encounter, reports, evidence, List.of());
    }

    /** Is it, or was anything held on it, of a kind? */
    public boolean isOf(EncounterKind kind) {
        return encounter.kind() == kind || held.stream().anyMatch(each -> each.kind() == kind);
    }
}
