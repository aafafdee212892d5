package dev.tranche.bundle;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementStage;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.extract.Story;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.item.ItemStage;
import dev.tranche.mention.Bound;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import dev.tranche.plover.PloverEvent;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads what {@link StoryWriter} wrote; a missing key is read as an empty list. */
final class StoryParser {

    private final ExtractionReader reader;

    StoryParser(ExtractionReader reader) {
        this.reader = reader;
    }

    Story story(JsonValue root) {
        return new Story(
                all(root, "encounters", this::encounter),
                all(root, "statements", this::statement),
                all(root, "figures", this::figure),
                all(root, "agreements", this::agreement),
                all(root, "items", this::item),
                all(root, "names", this::name),
                all(root, "events", this::event));
    }

    private static <T> List<T> all(JsonValue root, String key, Function<JsonValue, T> read) {
        List<T> list = new ArrayList<>();
        for (JsonValue each : root.member(key).list()) {
            list.add(read.apply(each));
        }
        return list;
    }

    private Encounter encounter(JsonValue value) {
        List<Participant> participants = new ArrayList<>();
        for (JsonValue each : value.member("participants").list()) {
            participants.add(new Participant(
                    each.member("name").text(),
                    each.member("office").text().orElse(""),
                    each.member("country").text()));
        }
        JsonValue place = value.member("place");
        JsonValue ordinal = value.member("ordinal");
        return new Encounter(
                reader.word(value, "kind", EncounterKind.values(), EncounterKind::slug),
                participants,
                place.member("name")
                        .text()
                        .map(name -> new Place(name, place.member("country").text())),
                reader.date(value.member("date")),
                reader.word(value, "stage", EncounterStage.values(), EncounterStage::slug),
                ordinal.member("n")
                        .integer()
                        .map(n -> new Ordinal(n, ordinal.member("since").text())),
                evidence(value));
    }

    private Statement statement(JsonValue value) {
        JsonValue speaker = value.member("speaker");
        return new Statement(
                new Speaker(
                        speaker.member("name").text(),
                        speaker.member("description").text().orElse(""),
                        speaker.member("country").text(),
                        isTrue(speaker, "anonymous")),
                reader.text(value, "verb"),
                isTrue(value, "direct"),
                reader.word(value, "stance", Stance.values(), Stance::slug),
                value.member("addressee").text(),
                value.member("via").text(),
                ExtractionReader.number(value, "denies"),
                evidence(value));
    }

    private Figure figure(JsonValue value) {
        return new Figure(
                ExtractionReader.amount(value, "value").orElseThrow(() -> reader.missing("value")),
                reader.word(value, "bound", Bound.values(), Bound::slug),
                reader.text(value, "unit"),
                value.member("source").text(),
                evidence(value));
    }

    private Agreement agreement(JsonValue value) {
        return new Agreement(
                value.member("parties").texts(),
                reader.text(value, "name"),
                reader.word(value, "stage", AgreementStage.values(), AgreementStage::slug),
                reader.date(value.member("expected")),
                evidence(value));
    }

    private Item item(JsonValue value) {
        Optional<java.math.BigDecimal> quantity = ExtractionReader.amount(value, "quantity");
        return new Item(
                reader.text(value, "name"),
                reader.text(value, "class"),
                quantity.isPresent() ? OptionalLong.of(quantity.get().longValueExact()) : OptionalLong.empty(),
                value.member("unit").text(),
                reader.word(value, "stage", ItemStage.values(), ItemStage::slug),
                ExtractionReader.number(value, "fact"),
                reader.date(value.member("date")),
                evidence(value));
    }

    private Name name(JsonValue value) {
        List<Span> spans = new ArrayList<>();
        for (JsonValue span : value.member("spans").list()) {
            List<JsonValue> ends = span.list();
            int start = ends.get(0).integer().orElseThrow(() -> reader.missing("spans"));
            spans.add(new Span(start, ends.get(1).integer().orElseThrow(() -> reader.missing("spans"))));
        }
        return new Name(
                reader.word(value, "kind", NameKind.values(), NameKind::slug),
                reader.text(value, "id"),
                reader.text(value, "name"),
                value.member("office").text().orElse(""),
                value.member("country").text(),
                value.member("spellings").texts(),
                spans);
    }

    private PloverEvent event(JsonValue value) {
        return new PloverEvent(
                reader.text(value, "code"),
                value.member("mode").text(),
                value.member("source").texts(),
                value.member("target").texts(),
                reader.date(value.member("date")),
                evidence(value));
    }

    private Evidence evidence(JsonValue value) {
        return reader.evidence(value, reader.text(value, "quote"));
    }

    private static boolean isTrue(JsonValue owner, String key) {
        return owner.member(key).equals(new JsonValue.Truth(true));
    }
}
