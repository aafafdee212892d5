package dev.tranche.api;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.view.BookView;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Writes what a list can be filtered by: every value that occurs in the book, so that none has to be guessed. */
final class Choices {

    private final Supplier<Lexicon> lexicon;

    Choices(Supplier<Lexicon> lexicon) {
        this.lexicon = lexicon;
    }

    /** Writes the states and bodies for which somebody speaks. */
    void ofStatements(JsonGenerator json, BookView view) {
        countries(json, view.statements().countries());
    }

    /** Writes the states and bodies that meet, give, receive or speak. */
    void ofTimeline(JsonGenerator json, BookView view) {
        SortedMap<String, Integer> all = new TreeMap<>();
        Stream.of(
                        view.timeline().countries(),
                        view.statements().countries(),
                        view.index().parties())
                .forEach(counts -> counts.forEach((code, count) -> all.merge(code, count, Integer::sum)));
        countries(json, all);
    }

    /** Writes the outlets of the reports. */
    static void ofReports(JsonGenerator json, BookView view) {
        write(json, "outlet", view.outlets(), UnaryOperator.identity());
    }

    private void countries(JsonGenerator json, Map<String, Integer> counts) {
        write(json, "country", counts, lexicon.get()::nameOf);
    }

    private static void write(
            JsonGenerator json, String facet, Map<String, Integer> counts, UnaryOperator<String> label) {
        json.writeObjectPropertyStart("facets");
        Json.objects(json, facet, List.copyOf(counts.entrySet()), (out, count) -> {
            out.writeStringProperty("value", count.getKey());
            out.writeStringProperty("label", label.apply(count.getKey()));
            out.writeNumberProperty("entries", count.getValue());
        });
        json.writeEndObject();
    }
}
