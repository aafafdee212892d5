package dev.tranche.export;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.ledger.Commitment;
import dev.tranche.resolve.Claim;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.ReportLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry or encounter as calendars and timelines show it.
 *
 * @param id permanent name
 * @param group what it is: commitment, or the kind of an encounter
 * @param headline one line
 * @param words the words of the first report, possibly empty
 * @param outlet who published them, possibly empty
 * @param place the place, possibly empty
 * @param address where the report was published
 * @param date the days on which it may have happened
 * @param isCancelled was it cancelled or stopped?
 * @param isSure has it happened, rather than being planned or requested?
 */
record Happening(
        String id,
        String group,
        String headline,
        String words,
        String outlet,
        String place,
        Optional<String> address,
        StatedDate date,
        boolean isCancelled,
        boolean isSure) {

    /** Returns the entries that are not refused, then the encounters; both only if a day is known. */
    static Stream<Happening> of(Exported book) {
        return Stream.concat(
                        book.entries()
                                .filter(entry -> entry.standing() != dev.tranche.ledger.Standing.REFUSED)
                                .map(entry -> of(entry, book)),
                        book.encounters().map(event -> of(event, book)))
                .filter(one -> one.date().from().isPresent());
    }

    /**
     * Says how many entries and encounters are in a file.
     *
     * @param shown how many are
     * @param why why the others are not; ends with a full stop
     */
    static List<String> remarks(Exported book, long shown, String why) {
        Map<String, Long> counts = book.cover().counts();
        long all = counts.getOrDefault("entries", 0L) + counts.getOrDefault("encounters", 0L);
        String first = shown + " of " + all + " entries and encounters are in it";
        return List.of(shown == all ? first + "." : first + "; the others are " + why);
    }

    private static Happening of(Commitment entry, Exported book) {
        Optional<Claim> first = entry.claims().stream().findFirst();
        String from = entry.donors().isEmpty() ? "" : " from " + book.namesOf(entry.donors());
        String to = entry.recipients().isEmpty() ? "" : " for " + book.namesOf(entry.recipients());
        return new Happening(
                entry.id(),
                "commitment",
                Phrase.of(entry.amount()) + from + to + " (" + entry.type().slug() + ", "
                        + entry.stage().slug() + ")",
                first.map(claim -> claim.fact().evidence().quote()).orElse(""),
                first.map(Claim::outlet).orElse(""),
                "",
                first.flatMap(claim -> book.report(claim.report()))
                        .flatMap(ReportLine::address)
                        .flatMap(Addresses::web),
                entry.date(),
                entry.stage() == dev.tranche.fact.Stage.BLOCKED,
                entry.stage().isPromised());
    }

    private static Happening of(TimelineEvent event, Exported book) {
        Encounter encounter = event.encounter();
        String who = encounter.participants().stream().map(Participant::shown).collect(Collectors.joining(", "));
        Optional<ReportLine> report =
                book.report(encounter.evidence().document().value());
        return new Happening(
                EventId.of(event),
                encounter.kind().slug(),
                encounter.kind().slug().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + encounter.kind().slug().substring(1) + ": " + who
                        + encounter.place().map(place -> ", " + place.name()).orElse(""),
                encounter.evidence().quote(),
                report.flatMap(ReportLine::outlet).orElse(""),
                encounter.place().map(Place::name).orElse(""),
                report.flatMap(ReportLine::address).flatMap(Addresses::web),
                encounter.date(),
                encounter.stage().slug().equals("cancelled"),
                !encounter.stage().slug().equals("planned"));
    }
}
