package dev.tranche.text;

import java.util.Optional;

/**
 * A report as it was fetched. Its text never changes, so offsets into it stay valid.
 *
 * @param id the report's name
 * @param outlet who published it, where stated
 * @param address where it was published, as written, where stated
 * @param published the stated publication time as written, where stated; never parsed here
 * @param language the stated language tag as written, where stated
 * @param title the headline, possibly empty
 * @param body the report below its headline, possibly empty
 * @param text title, blank line and body; the body alone when there is no title; all offsets count in it
 */
public record Document(
        DocumentId id,
        Optional<String> outlet,
        Optional<String> address,
        Optional<String> published,
        Optional<String> language,
        String title,
        String body,
        String text) {

    private static final String GAP = "\n\n";

    /** Refuses a text that is not made of this title and body. */
    public Document {
        if (!text.equals(join(title, body))) {
            throw new IllegalArgumentException("the text of a document is its title, a blank line and its body: " + id);
        }
    }

    /** Builds a document without metadata. */
    public static Document of(String id, String title, String body) {
        return new Document(
                new DocumentId(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                title,
                body,
                join(title, body));
    }

    /** Copies this document with the metadata that a feed or head stated. */
    public Document with(
            Optional<String> outlet, Optional<String> address, Optional<String> published, Optional<String> language) {
        return new Document(id, outlet, address, published, language, title, body, text);
    }

    /** Copies this document without its stated publication time and address, as if both had been lost. */
    public Document undated() {
        return with(outlet, Optional.empty(), Optional.empty(), language);
    }

    /** Returns where the body starts in the text: 0 when there is no title. */
    public int bodyStart() {
        return title.isEmpty() ? 0 : Math.min(text.length(), title.length() + GAP.length());
    }

    /** Returns the evidence for a span of this document, its quote cut from the text. */
    public Evidence evidence(Span span) {
        return new Evidence(id, span, text.substring(span.start(), span.end()));
    }

    private static String join(String title, String body) {
        return title.isEmpty() ? body : title + GAP + body;
    }
}
