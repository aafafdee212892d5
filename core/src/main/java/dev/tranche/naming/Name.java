package dev.tranche.naming;

import dev.tranche.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Somebody or something that a report names, with all spellings used.
 *
 * @param kind what it names
 * @param id slug or code that identifies the same name in other reports
 * @param name the display name
 * @param office a person's office in the report's words, possibly empty
 * @param country code of the state or body that it belongs to, where known
 * @param spellings all forms in the report, in order, except the display name
 * @param spans where they occur
 */
public record Name(
        NameKind kind,
        String id,
        String name,
        String office,
        Optional<String> country,
        List<String> spellings,
        List<Span> spans) {

    /** Copies the lists; refuses a name without an id or a place in the text. */
    public Name {
        spellings = List.copyOf(spellings);
        spans = List.copyOf(spans);
        if (id.isBlank() || name.isBlank() || spans.isEmpty()) {
            throw new IllegalArgumentException("a name needs an id, a form and a place: " + name);
        }
    }
}
