package dev.tranche.spark;

import dev.tranche.bundle.BundleLine;
import dev.tranche.bundle.ExtractionReader;
import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Story;
import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.TextTag;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that mentions sums, as it is sent between machines: its name, its sketch, and its sums as a line.
 *
 * @param name the tag of the text
 * @param id the report's id
 * @param sketch of its words
 * @param headline length of its headline
 * @param line its sums in the format of bundles
 */
record Told(TextName name, String id, Sketch sketch, int headline, String line) implements Serializable {

    private static final String RECORD_CLUE = "record.";

    static Told of(Extraction reading) {
        Extraction sums = new Extraction(
                reading.document(), reading.version(), reading.published(), reading.facts(), Story.NONE, List.of());
        return new Told(
                TextName.of(TextTag.of(reading.document())),
                reading.document().id().value(),
                Sketch.of(reading.document().text()),
                reading.document().title().length(),
                ExtractionWriter.line(sums));
    }

    /** Returns its sums as claims of a text of an origin. */
    List<Claim> claims(TextName origin) {
        BundleLine read = ExtractionReader.read(id, line);
        Publication published = read.published();
        boolean byRecord = published.basis() == Publication.Basis.INFERRED
                && published.clues().stream()
                        .anyMatch(clue -> clue.used() && clue.rule().startsWith(RECORD_CLUE));
        Claim.Source source = new Claim.Source(
                name.tag().key(id), read.outlet(), origin.tag().number(), published.date(), headline, byRecord);
        List<Claim> claims = new ArrayList<>();
        List<Fact> facts = read.facts();
        for (int i = 0; i < facts.size(); i++) {
            claims.add(Claim.of(source, i, facts.get(i)));
        }
        return claims;
    }
}
