package dev.tranche.timeline;

import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.util.List;

/**
 * An encounter as given by all reports together.
 *
 * @param encounter the combined knowledge: the narrowest dates, the furthest stage, all participants; its evidence is
 *     the first
 * @param reports the reports that mention it, sorted, each once
 * @param evidence the words of each report
 * @param held the meetings held on it, if it is a visit; they are not separate rows
 */
public record TimelineEvent(
        Encounter encounter, List<DocumentId> reports, List<Evidence> evidence, List<Encounter> held) {

    /** Copies the lists and refuses an event without a report. */
    public TimelineEvent {
        reports = List.copyOf(reports);
        evidence = List.copyOf(evidence);
        held = List.copyOf(held);
        if (reports.isEmpty() || evidence.isEmpty()) {
            throw new IllegalArgumentException("an event needs a report");
        }
    }

    /** Builds an event without meetings held on it. */
    public TimelineEvent(Encounter encounter, List<DocumentId> reports, List<Evidence> evidence) {
        this(encounter, reports, evidence, List.of());
    }

    /** Is it, or anything held on it, of a kind? */
    public boolean isOf(EncounterKind kind) {
        return encounter.kind() == kind || held.stream().anyMatch(each -> each.kind() == kind);
    }
}
