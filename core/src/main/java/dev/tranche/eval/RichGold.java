package dev.tranche.eval;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.dating.StatedDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rich gold file says of one report.
 *
 * @param encounters who met whom
 * @param statements who said what
 * @param figures numbers of other things than money
 * @param items equipment
 * @param persons persons with their spellings
 */
public record RichGold(
        List<Meeting> encounters,
        List<Saying> statements,
        List<Count> figures,
        List<Gear> items,
        List<Somebody> persons) {

    /** Copies the lists. */
    public RichGold {
        encounters = List.copyOf(encounters);
        statements = List.copyOf(statements);
        figures = List.copyOf(figures);
        items = List.copyOf(items);
        persons = List.copyOf(persons);
    }

    /** A person, body or group: name and description, each possibly empty, and a code. */
    public record Side(String name, String words, String country, boolean anonymous) {}

    /** An encounter: its kind in the file's words, both main parties, its days and its quote. */
    public record Meeting(String kind, List<Side> sides, StatedDate date, String quote) {}

    /** A statement. */
    public record Saying(Side speaker, String stance, String quote) {}

    /** A figure; no value where the file has none. */
    public record Count(Optional<BigDecimal> value, String quote) {}

    /** Equipment. */
    public record Gear(String item, Optional<BigDecimal> quantity, String quote) {}

    /** A person with all spellings. */
    public record Somebody(String name, List<String> spellings) {}

    /**
     * Reads a rich gold file: an object with the reports by name under {@code seeds}.
     *
     * @param place the file's name, for the message of the {@link BundleException} that another text raises
     */
    public static Map<String, RichGold> parse(String place, String text) {
        JsonValue root = JsonValue.parse(place, text).member("seeds");
        if (!(root instanceof JsonValue.Members reports)) {
            throw new BundleException(place + ": a rich gold file has its reports under \"seeds\".");
        }
        Map<String, RichGold> gold = new LinkedHashMap<>();
        reports.members().forEach((doc, report) -> gold.put(doc, of(report)));
        return gold;
    }

    private static RichGold of(JsonValue report) {
        List<Meeting> encounters = new ArrayList<>();
        for (JsonValue each : report.member("encounters").list()) {
            encounters.add(new Meeting(
                    text(each, "kind"),
                    each.member("participants").list().stream()
                            .map(side -> side(side, "office"))
                            .limit(2)
                            .toList(),
                    days(each.member("date")),
                    text(each, "quote")));
        }
        List<Saying> statements = new ArrayList<>();
        for (JsonValue each : report.member("statements").list()) {
            statements.add(
                    new Saying(side(each.member("speaker"), "description"), text(each, "stance"), text(each, "quote")));
        }
        List<Count> figures = new ArrayList<>();
        for (JsonValue each : report.member("figures").list()) {
            figures.add(new Count(each.member("value").number(), text(each, "quote")));
        }
        List<Gear> items = new ArrayList<>();
        for (JsonValue each : report.member("items").list()) {
            items.add(new Gear(text(each, "item"), each.member("quantity").number(), text(each, "quote")));
        }
        List<Somebody> persons = new ArrayList<>();
        for (JsonValue each : report.member("names").list()) {
            persons.add(
                    new Somebody(text(each, "name"), each.member("spellings").texts()));
        }
        return new RichGold(encounters, statements, figures, items, persons);
    }

    private static Side side(JsonValue side, String words) {
        return new Side(
                text(side, "name"),
                text(side, words),
                text(side, "country"),
                side.member("anonymous").equals(new JsonValue.Truth(true)));
    }

    private static StatedDate days(JsonValue date) {
        return new StatedDate(
                date.member("from").text().map(LocalDate::parse),
                date.member("to").text().map(LocalDate::parse));
    }

    private static String text(JsonValue owner, String key) {
        return owner.member(key).text().orElse("");
    }
}
