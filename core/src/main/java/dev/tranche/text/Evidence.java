package dev.tranche.text;

/**
 * The words that support a claim.
 *
 * @param document the report that holds them
 * @param span where they are in its text; never empty
 * @param quote the words, exactly as in the text at the span
 */
public record Evidence(DocumentId document, Span span, String quote) {

    /** Refuses an empty quote and one that is not as long as its span. */
    public Evidence {
        if (quote.isEmpty() || quote.length() != span.length()) {
            throw new IllegalArgumentException(
                    "evidence needs a quote as long as its span in " + document + ": " + span);
        }
    }
}
