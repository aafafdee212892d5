package dev.tranche.ledger;

import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.Fact;
import dev.tranche.resolve.Origins;
import dev.tranche.resolve.TextTag;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import java.util.List;
import java.util.Optional;

/**
 * The part of a reading that the ledger needs, without the text.
 *
 * @param id the report's id
 * @param tag distinguishes the text from others with this id
 * @param delivery where it came from
 * @param outlet who published it, where stated
 * @param headline length of its headline in UTF-16 units
 * @param length length of its text in UTF-16 units
 * @param stamp the time of publication as written, possibly empty
 * @param version the reader
 * @param published its day of publication
 * @param recordDated was it dated with the help of the official record?
 * @param facts the sums it states
 * @param offices what it says about offices that contradicts the lexicon
 * @param names names that identify the report, as hashes
 * @param wording its words, by which the same report from elsewhere is recognised
 * @param sketch a sketch for finding copies of its text; empty for a report without sums
 */
public record Gist(
        DocumentId id,
        TextTag tag,
        Delivery delivery,
        Optional<String> outlet,
        int headline,
        int length,
        String stamp,
        ExtractionVersion version,
        StatedDate published,
        boolean recordDated,
        List<Fact> facts,
        List<Office> offices,
        List<Long> names,
        Wording wording,
        Optional<byte[]> sketch) {

    /** The prefix of the names of clues by which an official record dates a report. */
    private static final String RECORD_CLUE = "record.";

    /**
     * What a report says about a person's office, contradicting the lexicon.
     *
     * @param about the person, the office and the year
     * @param held the offices in the lexicon
     * @param told the office as reported, with the day
     * @param quote the words
     */
    public record Office(String about, String held, String told, String quote) {}

    /**
     * The words of a report, by which another text is recognised as the same report from elsewhere.
     *
     * @param words a hash of its letters and digits
     * @param claimed names that it would share with that other if it were not confined to its origin, as hashes; none
     *     for a text that is not
     */
    public record Wording(long words, List<Long> claimed) {

        /** Copies the list. */
        public Wording {
            claimed = List.copyOf(claimed);
        }
    }

    /** Copies the lists. */
    public Gist {
        facts = List.copyOf(facts);
        offices = List.copyOf(offices);
        names = List.copyOf(names);
    }

    /** Extracts from a reading what the ledger needs. */
    public static Gist of(Extraction reading) {
        Document document = reading.document();
        StatedDate published = reading.published().date();
        Optional<byte[]> sketch =
                reading.facts().isEmpty() ? Optional.empty() : Optional.of(Origins.sketch(document.text()));
        boolean recordDated = reading.published().basis() == Publication.Basis.INFERRED
                && reading.published().clues().stream()
                        .anyMatch(clue -> clue.used() && clue.rule().startsWith(RECORD_CLUE));
        return new Gist(
                document.id(),
                TextTag.of(document),
                document.delivery(),
                document.outlet(),
                document.title().length(),
                document.text().length(),
                document.published().orElse(""),
                reading.version(),
                published,
                recordDated,
                reading.facts(),
                OfficeHolders.findings(reading),
                ReportNames.of(document, published, sketch),
                new Wording(ReportNames.words(document.text()), ReportNames.claimed(document, published)),
                sketch);
    }
}
