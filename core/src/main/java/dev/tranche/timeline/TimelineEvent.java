package dev.tranche.timeline;

import dev.tranche.encounter.Encounter;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.util.List;

/**
 * An encounter as all reports together tell it.
 *
 * @param encounter what is known: the narrowest dates, the furthest stage, all participants; its evidence is the first
 * @param reports the reports that tell of it, sorted, each once
 * @param evidence the words of each
 */
public record TimelineEvent(Encounter encounter, List<DocumentId> reports, List<Evidence> evidence) {

    /** Copies the lists and refuses an event that no report tells. */
    public TimelineEvent {
        reports = List.copyOf(reports);
        evidence = List.copyOf(evidence);
        if (reports.isEmpty() || evidence.isEmpty()) {
            throw new IllegalArgumentException("an event needs a report that tells it");
        }
    }
}
