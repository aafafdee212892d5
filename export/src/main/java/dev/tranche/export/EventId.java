package dev.tranche.export;

import dev.tranche.encounter.Encounter;
import dev.tranche.timeline.TimelineEvent;

/** Names encounters by their first words, so that calendars and entities keep them from one export to the next. */
public final class EventId {

    private static final int LETTERS = 16;

    private EventId() {}

    /** Returns the name: {@code event-} and 16 hexadecimal digits. */
    public static String of(TimelineEvent event) {
        Encounter encounter = event.encounter();
        String first = encounter.kind().slug() + "\n"
                + encounter.evidence().document().value() + "\n"
                + encounter.evidence().quote();
        return "event-" + Hashes.sha256(first).substring(0, LETTERS);
    }
}
