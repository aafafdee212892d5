package dev.tranche.api;

import dev.tranche.agreement.Agreement;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Place;
import dev.tranche.extract.Extraction;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.print.TimelineJson;
import dev.tranche.review.Content;
import dev.tranche.statement.Statement;
import dev.tranche.text.Evidence;
import dev.tranche.timeline.Bond;
import dev.tranche.timeline.StoryRulings.Ruled;
import dev.tranche.view.BookView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/** What a report says besides sums, after what people decided about it. */
final class ReportContent {

    private ReportContent() {}

    /** Returns it by kind, each kind in the order of the words that were read, then what people added. */
    static List<Ruled> of(String key, Extraction read, BookView view) {
        List<Content> contents = new ArrayList<>();
        read.story().encounters().forEach(one -> contents.add(new Content.Met(one)));
        read.story().statements().forEach(one -> contents.add(new Content.Said(one)));
        read.story().figures().forEach(one -> contents.add(new Content.Counted(one)));
        read.story().items().forEach(one -> contents.add(new Content.Supplied(one)));
        read.story().agreements().forEach(one -> contents.add(new Content.Agreed(one)));
        return view.storyRulings().of(key, contents);
    }

    /** Writes it as the list {@code content}. */
    static void write(JsonGenerator json, List<Ruled> ruled, BookView view) {
        Json.objects(json, "content", ruled, (out, one) -> write(out, one, view));
    }

    private static void write(JsonGenerator json, Ruled one, BookView view) {
        Content content = one.content();
        json.writeStringProperty("kind", content.kind().slug());
        json.writeStringProperty("label", content.shown());
        json.writeStringProperty("state", one.state().name().toLowerCase(Locale.ROOT));
        Json.text(json, "decision", one.decision());
        Json.text(json, "merged", one.bond().map(ReportContent::merged));
        Json.count(json, "reports", reports(content, view));
        json.writeName("facts");
        facts(json, content);
        json.writeName("evidence");
        TimelineJson.evidence(json, content.evidence());
    }

    private static String merged(Bond bond) {
        return bond.apart() ? "apart" : "joined";
    }

    /** The number of reports that say the same, where the book knows. */
    private static OptionalInt reports(Content content, BookView view) {
        Evidence words = content.evidence();
        return switch (content) {
            case Content.Met _ ->
                view.timeline().timeline().events().stream()
                        .filter(event -> event.evidence().contains(words))
                        .mapToInt(event -> event.reports().size())
                        .max();
            case Content.Said _ ->
                view.statements().lines().stream()
                        .filter(line -> line.claim().statement().evidence().equals(words))
                        .mapToInt(line -> line.claim().reports().size())
                        .max();
            case Content.Counted _ ->
                view.figures().things().stream()
                        .filter(thing -> thing.tellings().stream()
                                .anyMatch(one -> one.figure().evidence().equals(words)))
                        .mapToInt(thing -> (int) thing.tellings().stream()
                                .map(one -> one.figure().evidence().document())
                                .distinct()
                                .count())
                        .max();
            case Content.Agreed _ ->
                view.agreements().agreements().stream()
                        .filter(one -> one.tellings().stream()
                                .anyMatch(each -> each.agreement().evidence().equals(words)))
                        .mapToInt(one -> one.reports().size())
                        .max();
            case Content.Supplied _, Content.Gift _ -> OptionalInt.empty();
        };
    }

    /** Writes it as the fields of a form. */
    static void facts(JsonGenerator json, Content content) {
        json.writeStartObject();
        switch (content) {
            case Content.Met met -> encounter(json, met.encounter());
            case Content.Said said -> statement(json, said.statement());
            case Content.Counted counted -> figure(json, counted.figure());
            case Content.Supplied supplied -> item(json, supplied.item());
            case Content.Agreed agreed -> agreement(json, agreed.agreement());
            case Content.Gift gift -> gift(json, gift);
        }
        json.writeEndObject();
    }

    private static void encounter(JsonGenerator json, Encounter one) {
        json.writeStringProperty("meeting", one.kind().slug());
        Json.objects(json, "participants", one.participants(), (out, who) -> {
            Json.text(out, "name", who.name());
            out.writeStringProperty("office", who.office());
            Json.text(out, "country", who.country());
        });
        Json.text(json, "place", one.place().map(Place::name));
        json.writeStringProperty("stage", one.stage().slug());
        days(json, one.date());
    }

    private static void statement(JsonGenerator json, Statement one) {
        Json.text(json, "speaker", one.speaker().name());
        json.writeStringProperty("office", one.speaker().description());
        Json.text(json, "country", one.speaker().country());
        json.writeStringProperty("stance", one.stance().slug());
        Json.text(json, "addressee", one.addressee());
    }

    private static void figure(JsonGenerator json, Figure one) {
        json.writeNumberProperty("value", one.value());
        json.writeStringProperty("bound", one.bound().slug());
        json.writeStringProperty("unit", one.unit());
        Json.text(json, "source", one.source());
    }

    private static void item(JsonGenerator json, Item one) {
        OptionalLong quantity = one.quantity();
        json.writeStringProperty("name", one.name());
        json.writeName("quantity");
        quantity.ifPresentOrElse(json::writeNumber, json::writeNull);
        Json.text(json, "unit", one.unit());
        json.writeStringProperty("stage", one.stage().slug());
        days(json, one.date());
    }

    private static void agreement(JsonGenerator json, Agreement one) {
        json.writeStringProperty("name", one.name());
        Json.texts(json, "parties", one.parties());
        json.writeStringProperty("stage", one.stage().slug());
        days(json, one.expected());
    }

    static void gift(JsonGenerator json, Content.Gift one) {
        json.writeStringProperty("what", one.what());
        Json.texts(json, "donor", one.donors());
        Json.texts(json, "recipient", one.recipients());
        json.writeStringProperty("type", one.type().slug());
        json.writeStringProperty("stage", one.stage().slug());
        days(json, one.date());
    }

    private static void days(JsonGenerator json, StatedDate date) {
        Json.day(json, "from", date.from());
        Json.day(json, "to", date.to());
    }
}
