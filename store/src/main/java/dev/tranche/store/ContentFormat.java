package dev.tranche.store;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementStage;
import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.item.ItemStage;
import dev.tranche.mention.Bound;
import dev.tranche.review.CellValue;
import dev.tranche.review.Content;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** Writes and reads what a report says besides sums, as decisions keep it. */
final class ContentFormat {

    private final String place;

    ContentFormat(String place) {
        this.place = place;
    }

    static void write(JsonGenerator json, Content content) {
        json.writeStartObject();
        json.writeStringProperty("content", content.kind().slug());
        switch (content) {
            case Content.Met met -> encounter(json, met.encounter());
            case Content.Said said -> statement(json, said.statement());
            case Content.Counted counted -> figure(json, counted.figure());
            case Content.Supplied supplied -> item(json, supplied.item());
            case Content.Agreed agreed -> agreement(json, agreed.agreement());
            case Content.Gift gift -> gift(json, gift);
        }
        Evidence evidence = content.evidence();
        json.writeStringProperty("doc", evidence.document().value());
        json.writeNumberProperty("start", evidence.span().start());
        json.writeNumberProperty("end", evidence.span().end());
        json.writeStringProperty("quote", evidence.quote());
        json.writeEndObject();
    }

    private static void encounter(JsonGenerator json, Encounter encounter) {
        json.writeStringProperty("kind", encounter.kind().slug());
        json.writeArrayPropertyStart("participants");
        for (Participant one : encounter.participants()) {
            json.writeStartObject();
            text(json, "name", one.name());
            json.writeStringProperty("office", one.office());
            text(json, "country", one.country());
            json.writeEndObject();
        }
        json.writeEndArray();
        text(json, "place", encounter.place().map(Place::name));
        text(json, "place_country", encounter.place().flatMap(Place::country));
        days(json, encounter.date());
        json.writeStringProperty("stage", encounter.stage().slug());
        json.writeName("ordinal");
        encounter.ordinal().ifPresentOrElse(ordinal -> json.writeNumber(ordinal.n()), json::writeNull);
        text(json, "ordinal_since", encounter.ordinal().flatMap(Ordinal::since));
    }

    private static void statement(JsonGenerator json, Statement statement) {
        text(json, "speaker", statement.speaker().name());
        json.writeStringProperty("description", statement.speaker().description());
        text(json, "country", statement.speaker().country());
        json.writeBooleanProperty("anonymous", statement.speaker().anonymous());
        json.writeStringProperty("verb", statement.verb());
        json.writeBooleanProperty("direct", statement.direct());
        json.writeStringProperty("stance", statement.stance().slug());
        text(json, "addressee", statement.addressee());
        text(json, "via", statement.via());
    }

    private static void figure(JsonGenerator json, Figure figure) {
        json.writeNumberProperty("value", figure.value());
        json.writeStringProperty("bound", figure.bound().slug());
        json.writeStringProperty("unit", figure.unit());
        text(json, "source", figure.source());
    }

    private static void item(JsonGenerator json, Item item) {
        json.writeStringProperty("name", item.name());
        json.writeStringProperty("category", item.category());
        json.writeName("quantity");
        item.quantity().ifPresentOrElse(json::writeNumber, json::writeNull);
        text(json, "unit", item.unit());
        json.writeStringProperty("stage", item.stage().slug());
        days(json, item.date());
    }

    private static void agreement(JsonGenerator json, Agreement agreement) {
        texts(json, "parties", agreement.parties());
        json.writeStringProperty("name", agreement.name());
        json.writeStringProperty("stage", agreement.stage().slug());
        days(json, agreement.expected());
    }

    private static void gift(JsonGenerator json, Content.Gift gift) {
        json.writeStringProperty("what", gift.what());
        texts(json, "donor", gift.donors());
        texts(json, "recipient", gift.recipients());
        json.writeStringProperty("type", gift.type().slug());
        json.writeStringProperty("stage", gift.stage().slug());
        days(json, gift.date());
    }

    private static void days(JsonGenerator json, StatedDate date) {
        text(json, "from", date.from().map(LocalDate::toString));
        text(json, "to", date.to().map(LocalDate::toString));
    }

    private static void texts(JsonGenerator json, String key, List<String> texts) {
        json.writeArrayPropertyStart(key);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    static void text(JsonGenerator json, String key, Optional<String> text) {
        json.writeName(key);
        text.ifPresentOrElse(json::writeString, json::writeNull);
    }

    /** Returns what was written; raises a {@link BundleException} for anything else. */
    Content read(JsonValue value) {
        Content.Kind kind = word(text(value, "content"), Content.Kind.values(), Content.Kind::slug);
        return switch (kind) {
            case ENCOUNTER -> new Content.Met(encounter(value));
            case STATEMENT -> new Content.Said(statement(value));
            case FIGURE ->
                new Content.Counted(new Figure(
                        number(value, "value"),
                        word(text(value, "bound"), Bound.values(), Bound::slug),
                        text(value, "unit"),
                        value.member("source").text(),
                        evidence(value)));
            case ITEM -> new Content.Supplied(item(value));
            case AGREEMENT ->
                new Content.Agreed(new Agreement(
                        value.member("parties").texts(),
                        text(value, "name"),
                        word(text(value, "stage"), AgreementStage.values(), AgreementStage::slug),
                        days(value),
                        evidence(value)));
            case GIFT ->
                new Content.Gift(
                        text(value, "what"),
                        value.member("donor").texts(),
                        value.member("recipient").texts(),
                        word(text(value, "type"), AidType.values(), AidType::slug),
                        word(text(value, "stage"), Stage.values(), Stage::slug),
                        days(value),
                        evidence(value));
        };
    }

    private Encounter encounter(JsonValue value) {
        List<Participant> participants = value.member("participants").list().stream()
                .map(one -> new Participant(
                        one.member("name").text(),
                        one.member("office").text().orElse(""),
                        one.member("country").text()))
                .toList();
        return new Encounter(
                word(text(value, "kind"), EncounterKind.values(), EncounterKind::slug),
                participants,
                value.member("place")
                        .text()
                        .map(name ->
                                new Place(name, value.member("place_country").text())),
                days(value),
                word(text(value, "stage"), EncounterStage.values(), EncounterStage::slug),
                value.member("ordinal")
                        .integer()
                        .map(n -> new Ordinal(n, value.member("ordinal_since").text())),
                evidence(value));
    }

    private Statement statement(JsonValue value) {
        return new Statement(
                new Speaker(
                        value.member("speaker").text(),
                        value.member("description").text().orElse(""),
                        value.member("country").text(),
                        truth(value, "anonymous")),
                text(value, "verb"),
                truth(value, "direct"),
                word(text(value, "stance"), Stance.values(), Stance::slug),
                value.member("addressee").text(),
                value.member("via").text(),
                OptionalInt.empty(),
                evidence(value));
    }

    private Item item(JsonValue value) {
        Optional<BigDecimal> quantity = value.member("quantity").number();
        return new Item(
                text(value, "name"),
                text(value, "category"),
                quantity.isPresent() ? OptionalLong.of(quantity.get().longValueExact()) : OptionalLong.empty(),
                value.member("unit").text(),
                word(text(value, "stage"), ItemStage.values(), ItemStage::slug),
                OptionalInt.empty(),
                days(value),
                evidence(value));
    }

    private Evidence evidence(JsonValue value) {
        int start = value.member("start").integer().orElseThrow(() -> missing("start"));
        int end = value.member("end").integer().orElseThrow(() -> missing("end"));
        return new Evidence(new DocumentId(text(value, "doc")), new Span(start, end), text(value, "quote"));
    }

    private StatedDate days(JsonValue value) {
        StatedDate days = new StatedDate(
                value.member("from").text().map(LocalDate::parse),
                value.member("to").text().map(LocalDate::parse));
        return new CellValue.Days(days).date();
    }

    private BigDecimal number(JsonValue value, String key) {
        return value.member(key).number().orElseThrow(() -> missing(key));
    }

    private static boolean truth(JsonValue value, String key) {
        return value.member(key) instanceof JsonValue.Truth(boolean isTrue) && isTrue;
    }

    String text(JsonValue value, String key) {
        return value.member(key).text().orElseThrow(() -> missing(key));
    }

    private BundleException missing(String key) {
        return new BundleException(place + ": \"" + key + "\" is missing or of another type.");
    }

    /** Returns the constant of a word; raises a {@link BundleException} for an unknown one. */
    <E extends Enum<E>> E word(String word, E[] values, Function<E, String> slug) {
        for (E value : values) {
            if (slug.apply(value).equals(word)) {
                return value;
            }
        }
        throw new BundleException(place + ": the word '" + (word.length() > 40 ? word.substring(0, 40) : word)
                + "' is not known: a later version of Tranche may have written it.");
    }
}
