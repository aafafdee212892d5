package dev.tranche.review;

import dev.tranche.text.Evidence;
import dev.tranche.text.Span;

/**
 * Names something that a report says besides sums, by its words and by how it was shown, so that it is found again
 * after a newer version has read the report, and among several at the same words.
 *
 * @param report key of the report; its id also works as long as only one text has it
 * @param seen what was shown, with its words
 */
public record ContentMark(String report, Content seen) {

    /** Refuses what is not the name of a report, and words that are too long. */
    public ContentMark {
        Limits.report(report);
        Limits.words(seen.evidence());
    }

    /** Returns its words as a mark, the first {@value ClaimMark#LONGEST} characters of them. */
    public ClaimMark words() {
        Evidence evidence = seen.evidence();
        int length = Math.min(ClaimMark.LONGEST, evidence.quote().length());
        int start = evidence.span().start();
        return new ClaimMark(
                report, new Span(start, start + length), evidence.quote().substring(0, length));
    }
}
