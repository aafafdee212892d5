package dev.tranche.law;

import dev.tranche.extract.Extraction;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds every piece of evidence in a reading, however deep, so that no kind can be forgotten by a law. */
public final class Quotes {

    /**
     * A piece of evidence.
     *
     * @param owner where it is: the simple names of the records around it, from the outside, such as {@code Aid.Cell}
     */
    public record Quoted(String owner, Evidence evidence) {

        /** Returns the report that it names. */
        public DocumentId document() {
            return evidence.document();
        }

        /** Returns the span that it names. */
        public Span span() {
            return evidence.span();
        }

        /** Returns its words. */
        public String quote() {
            return evidence.quote();
        }
    }

    private final List<Quoted> found = new ArrayList<>();

    private Quotes() {}

    /** Returns all evidence of a reading, in the order of the components of its records. */
    public static List<Quoted> of(Extraction extraction) {
        Quotes quotes = new Quotes();
        quotes.walk("", extraction.published());
        quotes.walk("", extraction.facts());
        quotes.walk("", extraction.refused());
        quotes.walk("", extraction.story());
        return quotes.found;
    }

    private void walk(String owner, Object value) {
        switch (value) {
            case Evidence evidence -> found.add(new Quoted(owner, evidence));
            case Optional<?> optional -> optional.ifPresent(held -> walk(owner, held));
            case Collection<?> all -> all.forEach(each -> walk(owner, each));
            case Map<?, ?> map -> map.values().forEach(each -> walk(owner, each));
            case Record each -> components(owner, each);
            default -> {
                // A word, a number or a date holds no evidence.
            }
        }
    }

    private void components(String owner, Record each) {
        String name = (owner.isEmpty() ? "" : owner + ".") + each.getClass().getSimpleName();
        for (RecordComponent component : each.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object held = component.getAccessor().invoke(each);
                if (held != null) {
                    walk(name, held);
                }
            } catch (IllegalAccessException | InvocationTargetException hidden) {
                throw new IllegalStateException(name + "." + component.getName() + " cannot be read", hidden);
            }
        }
    }
}
