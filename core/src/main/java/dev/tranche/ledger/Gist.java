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
 * What the ledger needs of a reading, without the text.
 *
 * @param id the report's id
 * @param tag tells the text from others of this id
 * @param delivery whose later word on it counts
 * @param outlet who published it, where stated
 * @param headline length of its headline in UTF-16 units
 * @param length length of its text in UTF-16 units
 * @param stamp the time of publication as written, possibly empty
 * @param version the reader
 * @param published when it was published
 * @param recordDated was it dated with the help of the official record?
 * @param facts the sums that it tells
 * @param offices what it says of offices and the lexicon knows otherwise
 * @param names what the report can be known by, as hashes
 * @param sketch by which copies of its text are found; empty for a report without sums
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
        Optional<byte[]> sketch) {

    /** How the names of clues begin with which an official record dates a report. */
    private static final String RECORD_CLUE = "record.";

    /**
     * What a report says of a person's office where the lexicon says otherwise.
     *
     * @param about the person, the office and the year
     * @param held the offices that the lexicon knows
     * @param told the office told, with the day
     * @param quote the words
     */
    public record Office(String about, String held, String told, String quote) {}

    /** Copies the lists. */
    public Gist {
        facts = List.copyOf(facts);
        offices = List.copyOf(offices);
        names = List.copyOf(names);
    }

    /** Takes from a reading what the ledger needs. */
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
                sketch);
    }
}
