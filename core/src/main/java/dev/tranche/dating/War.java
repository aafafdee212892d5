package dev.tranche.dating;

import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.Words;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A war of the lexicon.
 *
 * @param id unique slug
 * @param places codes of the states where it is fought
 * @param parties codes of the other parties
 * @param words words that name it or how it began
 * @param from its first day
 * @param to its last day; empty while it continues
 */
record War(String id, Set<String> places, Set<String> parties, Words words, LocalDate from, Optional<LocalDate> to) {

    /** Words for any war, in the languages in which reports are read. */
    private static final String ANY = "war conflict fighting wojna wojny wojnie wojną wojnę";

    static War of(LexiconFile.Row row) {
        return new War(
                row.field("id"),
                Set.copyOf(row.alternatives("places")),
                Set.copyOf(row.alternatives("parties")),
                Words.of(String.join(" ", ANY, String.join(" ", row.alternatives("starts")))
                        .strip()),
                LocalDate.parse(row.field("from")),
                Optional.of(row.field("to")).filter(to -> !to.isEmpty()).map(LocalDate::parse));
    }

    /** Returns the days on which it was fought, with an open end while it continues. */
    DaySet days() {
        return DaySet.between(from, to.orElse(DaySet.LAST));
    }

    /** Was it still fought on a day, or had it ended less than a year before? */
    boolean reaches(LocalDate day) {
        return to.map(end -> !day.isAfter(end.plusYears(1))).orElse(true);
    }
}
