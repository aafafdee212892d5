package dev.tranche.store;

import dev.tranche.bundle.JsonValue;
import dev.tranche.text.Block;
import dev.tranche.text.BlockKind;
import dev.tranche.text.MarkedDay;
import dev.tranche.text.Markup;
import dev.tranche.text.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The form in which the markup of a report is written in its line; omitted for plain text. */
final class MarkupFormat {

    private static final String KEY = "markup";

    private MarkupFormat() {}

    static void write(JsonGenerator json, Markup markup) {
        if (markup.equals(Markup.NONE)) {
            return;
        }
        json.writeName(KEY);
        json.writeStartObject();
        markup.day().ifPresent(day -> {
            json.writeStringProperty("day", day.day().toString());
            json.writeStringProperty("rule", day.rule());
            json.writeStringProperty("written", day.written());
        });
        markup.author().ifPresent(author -> json.writeStringProperty("author", author));
        markup.agency().ifPresent(agency -> json.writeStringProperty("agency", agency));
        texts(json, "categories", markup.categories());
        texts(json, "enclosures", markup.enclosures());
        json.writeName("blocks");
        json.writeStartArray();
        for (Block block : markup.blocks()) {
            json.writeStartArray();
            json.writeString(block.kind().slug());
            json.writeNumber(block.span().start());
            json.writeNumber(block.span().end());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Returns the markup in a line; an invalid block or day is left out, as are kinds from later versions. */
    static Markup read(JsonValue report) {
        JsonValue markup = report.member(KEY);
        if (markup.isNull()) {
            return Markup.NONE;
        }
        List<Block> blocks = new ArrayList<>();
        for (JsonValue block : markup.member("blocks").list()) {
            block(block.list()).ifPresent(blocks::add);
        }
        return new Markup(
                blocks,
                day(markup),
                markup.member("author").text(),
                markup.member("agency").text(),
                texts(markup.member("categories")),
                texts(markup.member("enclosures")));
    }

    /** Most reports have none: an empty list is left out. */
    private static void texts(JsonGenerator json, String key, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        json.writeName(key);
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static List<String> texts(JsonValue list) {
        return list.list().stream().flatMap(each -> each.text().stream()).toList();
    }

    private static Optional<Block> block(List<JsonValue> parts) {
        if (parts.size() != 3) {
            return Optional.empty();
        }
        Optional<Integer> start = parts.get(1).integer();
        Optional<Integer> end = parts.get(2).integer();
        String slug = parts.get(0).text().orElse("");
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        for (BlockKind kind : BlockKind.values()) {
            if (kind.slug().equals(slug)) {
                return Optional.of(new Block(kind, new Span(start.get(), end.get())));
            }
        }
        return Optional.empty();
    }

    private static Optional<MarkedDay> day(JsonValue markup) {
        Optional<String> day = markup.member("day").text();
        Optional<String> rule = markup.member("rule").text().filter(name -> !name.isBlank());
        if (day.isEmpty() || rule.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MarkedDay(
                    LocalDate.parse(day.get()),
                    rule.get(),
                    markup.member("written").text().orElse("")));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
