package dev.tranche.eval;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.dating.StatedDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The content of a rich gold file for one report.
 *
 * <p>A list missing from the file is not scored; an empty one means that there is nothing to read.
 *
 * @param encounters who met whom
 * @param statements who said what
 * @param figures numbers other than money
 * @param items equipment
 * @param agreements agreements between states
 * @param persons persons with their spellings
 */
public record RichGold(
        Optional<List<Meeting>> encounters,
        Optional<List<Saying>> statements,
        Optional<List<Count>> figures,
        Optional<List<Gear>> items,
        Optional<List<Pact>> agreements,
        Optional<List<Somebody>> persons) {

    /** Copies the lists. */
    public RichGold {
        encounters = encounters.map(List::copyOf);
        statements = statements.map(List::copyOf);
        figures = figures.map(List::copyOf);
        items = items.map(List::copyOf);
        agreements = agreements.map(List::copyOf);
        persons = persons.map(List::copyOf);
    }

    /** A person, body or group: name and description, each possibly empty, and a code. */
    public record Side(String name, String words, String country, boolean anonymous) {}

    /** An encounter: its kind and stage in the file's words, both main parties, its days and its quote. */
    public record Meeting(String kind, String stage, List<Side> sides, StatedDate date, String quote) {}

    /** A statement. */
    public record Saying(Side speaker, String stance, String quote) {}

    /** A figure; no value if the file has none. */
    public record Count(Optional<BigDecimal> value, String bound, String quote) {}

    /** Equipment. */
    public record Gear(String item, Optional<BigDecimal> quantity, String stage, String quote) {}

    /** An agreement by the codes of its parties. */
    public record Pact(List<String> parties, String stage, String quote) {}

    /** A person with all spellings. */
    public record Somebody(String name, List<String> spellings) {}

    /**
     * Reads a rich gold file: an object with the reports by name under {@code reports} or {@code seeds}.
     *
     * @param place the file's name, for the message of the {@link BundleException} raised for any other text
     */
    public static Map<String, RichGold> parse(String place, String text) {
        JsonValue root = JsonValue.parse(place, text);
        JsonValue named = root.member("reports").isNull() ? root.member("seeds") : root.member("reports");
        if (!(named instanceof JsonValue.Members reports)) {
            throw new BundleException(place + ": a rich gold file has its reports under \"reports\".");
        }
        Map<String, RichGold> gold = new LinkedHashMap<>();
        reports.members().forEach((doc, report) -> gold.put(doc, of(report)));
        return gold;
    }

    private static RichGold of(JsonValue report) {
        return new RichGold(
                each(report, "encounters", RichGold::meeting),
                each(
                        report,
                        "statements",
                        it -> new Saying(
                                side(it.member("speaker"), "description"), text(it, "stance"), text(it, "quote"))),
                each(
                        report,
                        "figures",
                        it -> new Count(it.member("value").number(), text(it, "bound"), text(it, "quote"))),
                each(
                        report,
                        "items",
                        it -> new Gear(
                                text(it, "item"),
                                it.member("quantity").number(),
                                text(it, "status"),
                                text(it, "quote"))),
                each(
                        report,
                        "agreements",
                        it -> new Pact(it.member("parties").texts(), text(it, "stage"), text(it, "quote"))),
                each(
                        report,
                        "names",
                        it -> new Somebody(
                                text(it, "name"), it.member("spellings").texts())));
    }

    private static Meeting meeting(JsonValue each) {
        return new Meeting(
                text(each, "kind"),
                text(each, "stage"),
                each.member("participants").list().stream()
                        .map(side -> side(side, "office"))
                        .limit(2)
                        .toList(),
                days(each.member("date")),
                text(each, "quote"));
    }

    private static <T> Optional<List<T>> each(JsonValue report, String key, Function<JsonValue, T> reader) {
        JsonValue list = report.member(key);
        return list.isNull()
                ? Optional.empty()
                : Optional.of(list.list().stream().map(reader).toList());
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
