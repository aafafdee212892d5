package dev.tranche.bundle;

import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.extract.Story;
import dev.tranche.fact.Fact;
import dev.tranche.problem.Problem;
import dev.tranche.text.DocumentId;
import java.util.List;
import java.util.Optional;

/**
 * The content of one line of a bundle: an extraction without the text of its report.
 *
 * @param document the report's name
 * @param version the reader's version
 * @param outlet who published it, where stated
 * @param title the headline, possibly empty
 * @param published when the report was published, with clues
 * @param facts sums of assistance in the order of their words
 * @param story its content besides sums
 * @param problems oddities of the report
 */
public record BundleLine(
        DocumentId document,
        ExtractionVersion version,
        Optional<String> outlet,
        String title,
        Publication published,
        List<Fact> facts,
        Story story,
        List<Problem> problems) {

    /** Copies the lists. */
    public BundleLine {
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
    }

    /** Returns the part of an extraction that a line keeps. */
    public static BundleLine of(Extraction extraction) {
        return new BundleLine(
                extraction.document().id(),
                extraction.version(),
                extraction.document().outlet(),
                extraction.document().title(),
                extraction.published(),
                extraction.facts(),
                extraction.story(),
                extraction.problems());
    }
}
