package dev.tranche.print;

import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.TimelineEvent;
import java.util.List;
import java.util.stream.Collectors;

/** Writes encounters as an RFC 4180 table with a header row; {@code |} separates values. */
public final class TimelineCsv {

    private TimelineCsv() {}

    /** Returns the table of encounters. */
    public static String table(List<TimelineEvent> events) {
        CsvTable csv = new CsvTable();
        csv.row(
                "from",
                "to",
                "kind",
                "participants",
                "countries",
                "place",
                "place_country",
                "stage",
                "ordinal",
                "since",
                "reports",
                "quote");
        for (TimelineEvent event : events) {
            Encounter encounter = event.encounter();
            csv.row(
                    encounter.date().from().map(Object::toString).orElse(""),
                    encounter.date().to().map(Object::toString).orElse(""),
                    encounter.kind().slug(),
                    encounter.participants().stream().map(Participant::shown).collect(Collectors.joining("|")),
                    encounter.participants().stream()
                            .map(each -> each.country().orElse(""))
                            .collect(Collectors.joining("|")),
                    encounter.place().map(place -> place.name()).orElse(""),
                    encounter.place().flatMap(place -> place.country()).orElse(""),
                    encounter.stage().slug(),
                    encounter
                            .ordinal()
                            .map(ordinal -> Integer.toString(ordinal.n()))
                            .orElse(""),
                    encounter.ordinal().flatMap(ordinal -> ordinal.since()).orElse(""),
                    event.reports().stream().map(DocumentId::value).collect(Collectors.joining("|")),
                    encounter.evidence().quote());
        }
        return csv.toString();
    }
}
