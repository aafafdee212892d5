package dev.tranche.export;

import dev.tranche.text.Evidence;
import dev.tranche.timeline.TimelineEvent;

/**
 * Names encounters by their first words and the place of these, so that calendars and entities keep them from one export
 * to the next. The place tells apart two encounters that a report calls by the same words.
 */
public final class EventId {

    private EventId() {}

    /** Returns the name: {@code event-} and 16 hexadecimal digits. */
    public static String of(TimelineEvent event) {
        Evidence first = event.encounter().evidence();
        return Hashes.name(
                "event",
                event.encounter().kind().slug(),
                first.document().value(),
                Integer.toString(first.span().start()),
                first.quote());
    }
}
