package dev.tranche.export;

import dev.tranche.ledger.DecisionBook;
import dev.tranche.text.Evidence;
import dev.tranche.view.ReportLine;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JSON-LD: a W3C Web Annotation for each cell with words, on the report that contains them, and W3C PROV for each
 * decision.
 *
 * <p>Each annotation selects its words twice, by quotation and by position. Positions count UTF-16 units in the text of
 * the report: its headline, a blank line and its body.
 */
public final class Annotations implements Format {

    private static final About ABOUT = About.file(
            "jsonld",
            "Web annotations and provenance (JSON-LD)",
            "tranche.jsonld",
            "application/ld+json",
            About.Part.LEDGER);

    private static final String ANNOTATION = "http://www.w3.org/ns/anno.jsonld";

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        try (JsonOut json = new JsonOut(to.open(about().fileName()))) {
            json.object(() -> {
                json.array("@context", () -> {
                    json.item(ANNOTATION);
                    json.object(() -> context(json));
                });
                json.array("@graph", () -> graph(book, json));
            });
        }
    }

    /** The terms not defined by the annotation context. */
    private static void context(JsonOut json) {
        json.text("prov", "http://www.w3.org/ns/prov#");
        json.text("tranche", "urn:tranche:term:");
        for (String term : new String[] {"used", "wasInvalidatedBy"}) {
            json.object("prov:" + term, () -> json.text("@type", "@id"));
        }
        json.object("prov:startedAtTime", () -> json.text("@type", "http://www.w3.org/2001/XMLSchema#dateTime"));
        json.object("tranche:entry", () -> json.text("@type", "@id"));
    }

    private static void graph(Exported book, JsonOut json) {
        try (Stream<CellTable.Worded> cells = CellTable.rows(book)) {
            cells.filter(cell -> cell.evidence().isPresent())
                    .forEachOrdered(cell -> json.object(() -> annotation(cell, book, json)));
        }
        try (Stream<DecisionBook.Ruling> decisions = book.decisions()) {
            decisions.forEachOrdered(ruling -> json.object(() -> decision(ruling, book, json)));
        }
    }

    private static void annotation(CellTable.Worded cell, Exported book, JsonOut json) {
        Evidence words = cell.evidence().orElseThrow();
        json.text(
                "id",
                urn(
                        "annotation",
                        cell.entry() + ":" + cell.claim().id() + ":" + cell.field() + ":"
                                + words.span().start()));
        json.text("type", "Annotation");
        json.text("motivation", "describing");
        json.text("tranche:entry", urn("entry", cell.entry()));
        json.object("body", () -> {
            json.text("type", "TextualBody");
            json.text("purpose", "describing");
            json.text("format", "text/plain");
            json.text("value", cell.field() + ": " + cell.value());
        });
        json.object("target", () -> {
            json.text("type", "SpecificResource");
            json.text("source", source(cell.claim().report(), book));
            json.array("selector", () -> {
                json.object(() -> {
                    json.text("type", "TextQuoteSelector");
                    json.text("exact", words.quote());
                });
                json.object(() -> {
                    json.text("type", "TextPositionSelector");
                    json.number("start", words.span().start());
                    json.number("end", words.span().end());
                });
            });
        });
    }

    /** A report is named by its address; or, without one, by its key. */
    private static String source(String key, Exported book) {
        Optional<String> address = book.report(key).flatMap(ReportLine::address).flatMap(Addresses::web);
        return address.orElseGet(() -> urn("report", key));
    }

    /** A decision is an activity of a person; what it rules is an entity, which a later decision may invalidate. */
    private static void decision(DecisionBook.Ruling ruling, Exported book, JsonOut json) {
        json.text("id", urn("decision", ruling.decision().id()));
        json.text("type", "prov:Activity");
        json.text("prov:startedAtTime", ruling.decision().at().toString());
        json.object("prov:wasAssociatedWith", () -> {
            json.text("id", urn("person", ruling.decision().author()));
            json.text("type", "prov:Agent");
        });
        json.text("rdfs:label", ruling.decision().summary());
        json.text("rdfs:comment", ruling.decision().reason());
        json.array("prov:used", () -> {
            ruling.entries().forEach(entry -> json.item(urn("entry", entry)));
            ruling.reports().forEach(report -> json.item(source(report, book)));
        });
        json.object("prov:generated", () -> {
            json.text("id", urn("ruling", ruling.decision().id()));
            json.text("type", "prov:Entity");
            json.text("prov:wasInvalidatedBy", ruling.undoneBy().map(id -> urn("decision", id)));
        });
    }

    static String urn(String kind, String name) {
        return "urn:tranche:" + kind + ":"
                + URLEncoder.encode(Characters.whole(name), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }
}
