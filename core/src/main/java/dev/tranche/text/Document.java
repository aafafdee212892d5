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
 * @param text title, blank line and body; only the body if there is no title; all offsets count in it
 * @param markup what its markup states; {@link Markup#NONE} for plain text
 * @param delivery where it came from
 */
public record Document(
        DocumentId id,
        Optional<String> outlet,
        Optional<String> address,
        Optional<String> published,
        Optional<String> language,
        String title,
        String body,
        String text,
        Markup markup,
        Delivery delivery) {

    private static final String GAP = "\n\n";

    /** Refuses a text that does not consist of this title and body. */
    public Document {
        if (!text.equals(join(title, body))) {
            throw new IllegalArgumentException("the text of a document is its title, a blank line and its body: " + id);
        }
        if (!markup.blocks().isEmpty() && markup.blocks().getLast().span().end() > text.length()) {
            throw new IllegalArgumentException("a block ends after the text of " + id);
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
                join(title, body),
                Markup.NONE,
                Delivery.NONE);
    }

    /** Copies this document with the metadata stated by a feed or head. */
    public Document with(
            Optional<String> outlet, Optional<String> address, Optional<String> published, Optional<String> language) {
        return new Document(id, outlet, address, published, language, title, body, text, markup, delivery);
    }

    /** Copies this document under another id. */
    public Document withId(String other) {
        return new Document(
                new DocumentId(other), outlet, address, published, language, title, body, text, markup, delivery);
    }

    /** Copies this document with what its markup states. */
    public Document with(Markup markup) {
        return new Document(id, outlet, address, published, language, title, body, text, markup, delivery);
    }

    /** Copies this document with who has a later word on it. */
    public Document with(Delivery delivery) {
        return new Document(id, outlet, address, published, language, title, body, text, markup, delivery);
    }

    /** Copies this document without its address and the day of its metadata and markup, as if these had been lost. */
    public Document undated() {
        return with(outlet, Optional.empty(), Optional.empty(), language).with(markup.undated());
    }

    /** Returns where the body starts in the text: 0 if there is no title. */
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
