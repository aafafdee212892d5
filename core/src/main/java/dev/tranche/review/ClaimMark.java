package dev.tranche.review;

import dev.tranche.resolve.Claim;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.util.List;

/**
 * The words that carry a claim. A decision refers to claims by their words, so that it still finds them after a newer
 * version has read the report again: a mark refers to the claim in its report whose words overlap it most.
 *
 * @param report key of the report; its id also works as long as only one text has it
 * @param span where the words are in its text; never empty
 * @param quote the words, exactly the text at the span
 */
public record ClaimMark(String report, Span span, String quote) {

    /** The most characters of words in a mark. */
    public static final int LONGEST = 2_000;

    /** Refuses marks without a report or words, and quotes that are not as long as their span. */
    public ClaimMark {
        Limits.report(report);
        if (quote.isEmpty() || quote.length() > LONGEST || quote.length() != span.length()) {
            throw new IllegalArgumentException("a mark holds 1 to " + LONGEST + " characters, as many as its span");
        }
    }

    /** Returns the mark of a claim. */
    public static ClaimMark of(Claim claim) {
        Evidence evidence = claim.fact().evidence();
        int length = Math.min(LONGEST, evidence.quote().length());
        int start = evidence.span().start();
        return new ClaimMark(
                claim.report(),
                new Span(start, start + length),
                evidence.quote().substring(0, length));
    }

    /** Returns the marks of the claims of an entry, as many as a decision may hold. */
    public static List<ClaimMark> of(List<Claim> claims) {
        return claims.stream()
                .map(ClaimMark::of)
                .distinct()
                .limit(Limits.MOST_MARKS)
                .toList();
    }

    /**
     * Returns the number of characters of a piece of evidence that this mark covers: 0 if they are apart or the words
     * differ.
     */
    public int overlap(Evidence evidence) {
        int start = Math.max(span.start(), evidence.span().start());
        int end = Math.min(span.end(), evidence.span().end());
        if (start >= end) {
            return 0;
        }
        boolean same = quote.regionMatches(
                start - span.start(), evidence.quote(), start - evidence.span().start(), end - start);
        return same ? end - start : 0;
    }
}
