package dev.tranche.print;

import dev.tranche.text.Block;
import dev.tranche.text.Document;
import dev.tranche.text.Markup;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The words of a report and what its markup says, beside what was read from it. */
public final class TextLines {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private TextLines() {}

    /** Returns a line of JSON about a report with its text, address, author, categories, enclosures and blocks at its end. */
    public static String withText(String line, Document document) {
        StringWriter more = new StringWriter(document.text().length() + 200);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), more)) {
            Markup markup = document.markup();
            json.writeStartObject();
            json.writeStringProperty("text", document.text());
            json.writeStringProperty("url", document.address().orElse(null));
            json.writeStringProperty("language", document.language().orElse(null));
            json.writeStringProperty("author", markup.author().orElse(null));
            json.writeStringProperty("agency", markup.agency().orElse(null));
            texts(json, "categories", markup.categories());
            texts(json, "enclosures", markup.enclosures());
            json.writeName("blocks");
            json.writeStartArray();
            for (Block block : markup.blocks()) {
                json.writeStartObject();
                json.writeStringProperty("kind", block.kind().slug());
                json.writeNumberProperty("start", block.span().start());
                json.writeNumberProperty("end", block.span().end());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return line.substring(0, line.length() - 1) + "," + more.toString().substring(1);
    }

    /** Returns a line of JSON about a report with the categories of its feed at its end; the line itself if there are none. */
    public static String withCategories(String line, Document document) {
        List<String> categories = document.markup().categories();
        if (categories.isEmpty()) {
            return line;
        }
        StringWriter more = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), more)) {
            json.writeStartObject();
            texts(json, "categories", categories);
            json.writeEndObject();
        }
        return line.substring(0, line.length() - 1) + "," + more.toString().substring(1);
    }

    private static void texts(JsonGenerator json, String key, List<String> texts) {
        json.writeName(key);
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
