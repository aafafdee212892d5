package dev.tranche.print;

import dev.tranche.store.Hit;
import dev.tranche.text.Document;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what a search found. */
public final class SearchPrinter {

    private static final JsonFactory JSON = new JsonFactory();

    private SearchPrinter() {}

    /** Returns a hit for people: id, day, outlet and title, and below them the words found among their neighbours. */
    public static String text(Hit hit, Ink ink) {
        Document document = hit.document();
        StringBuilder page =
                new StringBuilder(ink.bold(Columns.oneLine(document.id().value())));
        document.published().ifPresent(day -> page.append("  ").append(Columns.oneLine(day)));
        document.outlet().ifPresent(outlet -> page.append("  ").append(Columns.oneLine(outlet)));
        if (!document.title().isBlank()) {
            page.append("  ").append(Columns.oneLine(document.title()));
        }
        String around = hit.around().quote();
        int start = hit.found().span().start() - hit.around().span().start();
        int end = hit.found().span().end() - hit.around().span().start();
        String before = Columns.oneLine(around.substring(0, start) + "|");
        String after = Columns.oneLine("|" + around.substring(end));
        return page.append("\n    … ")
                .append(before, 0, before.length() - 1)
                .append(ink.bold(Columns.oneLine(hit.found().quote())))
                .append(after, 1, after.length())
                .append(" …\n")
                .toString();
    }

    /** Returns the line of a hit for programs, with its line end; start and end count in the report's text. */
    public static String json(Hit hit) {
        Document document = hit.document();
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("doc", document.id().value());
            write(json, "outlet", document.outlet());
            write(json, "published", document.published());
            write(json, "title", Optional.of(document.title()).filter(title -> !title.isEmpty()));
            json.writeStringProperty("quote", hit.found().quote());
            json.writeNumberProperty("start", hit.found().span().start());
            json.writeNumberProperty("end", hit.found().span().end());
            json.writeStringProperty("around", hit.around().quote());
            json.writeEndObject();
        }
        return line + "\n";
    }

    private static void write(JsonGenerator json, String key, Optional<String> value) {
        json.writeName(key);
        if (value.isPresent()) {
            json.writeString(value.get());
        } else {
            json.writeNull();
        }
    }
}
