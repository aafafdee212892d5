package dev.tranche.bundle;

import dev.tranche.dating.Clue;
import dev.tranche.dating.Granularity;
import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Announcer;
import dev.tranche.fact.Basis;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Cells;
import dev.tranche.fact.Fact;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads lines that {@link ExtractionWriter} wrote; keys unknown to this version are ignored.
 *
 * <p>A line not in the format raises a {@link BundleException} with its place.
 */
public final class ExtractionReader {

    private final String place;
    private final DocumentId document;

    private ExtractionReader(String place, DocumentId document) {
        this.place = place;
        this.document = document;
    }

    /**
     * Reads one line.
     *
     * @param place its place, such as file and line number
     */
    public static BundleLine read(String place, String line) {
        JsonValue root = JsonValue.parse(place, line);
        String format = root.member("format").text().orElse("");
        if (!format.equals(ExtractionWriter.FORMAT)) {
            throw new BundleException(
                    place + ": this is not an extraction in the format " + ExtractionWriter.FORMAT + ".");
        }
        String doc = root.member("doc").text().orElseThrow(() -> missing(place, "doc"));
        try {
            return new ExtractionReader(place, new DocumentId(doc)).line(root);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new BundleException(place + ": a value is not possible: " + wrong.getMessage() + ".");
        }
    }

    private BundleLine line(JsonValue root) {
        List<Fact> facts = new ArrayList<>();
        for (JsonValue fact : root.member("facts").list()) {
            facts.add(fact(fact));
        }
        List<Problem> problems = new ArrayList<>();
        for (JsonValue problem : root.member("problems").list()) {
            ProblemCode code = word(problem, "code", ProblemCode.values(), ProblemCode::slug);
            Optional<String> subject =
                    code.subjectKey().flatMap(key -> problem.member(key).text());
            problems.add(new Problem(code, text(problem, "message"), span(problem), subject));
        }
        return new BundleLine(
                document,
                new ExtractionVersion(text(root, "version")),
                root.member("outlet").text(),
                root.member("title").text().orElse(""),
                published(root.member("published")),
                facts,
                new StoryParser(this).story(root),
                problems);
    }

    private Publication published(JsonValue published) {
        List<Clue> clues = new ArrayList<>();
        for (JsonValue clue : published.member("clues").list()) {
            clues.add(new Clue(
                    text(clue, "rule"),
                    clue.member("quote").text().map(quote -> evidence(clue, quote)),
                    days(clue),
                    clue.member("used").equals(new JsonValue.Truth(true)),
                    clue.member("weight").integer().orElse(0)));
        }
        Publication.Basis basis = word(published, "basis", Publication.Basis.values(), Publication.Basis::slug);
        return new Publication(
                days(published),
                basis,
                clues,
                published.member("likeliest").text().map(LocalDate::parse));
    }

    private Fact fact(JsonValue fact) {
        Terms terms = new Terms(
                new StatedAmount(
                        amount(fact, "amount").orElseThrow(() -> missing(place, "amount")),
                        amount(fact, "amount_max"),
                        text(fact, "currency"),
                        word(fact, "bound", Bound.values(), Bound::slug)),
                fact.member("donor").texts(),
                fact.member("recipient").texts(),
                word(fact, "type", AidType.values(), AidType::slug),
                word(fact, "stage", Stage.values(), Stage::slug),
                fact.member("authority").text());
        OptionalInt partOf = number(fact, "part_of");
        Evidence evidence = evidence(fact, text(fact, "quote"));
        RuleId rule = new RuleId(text(fact, "rule"));
        String kind = text(fact, "kind");
        StatedDate date = date(fact.member("date"));
        Cells cells = cells(fact.member("cells"));
        return switch (kind) {
            case "aid" ->
                new Fact.Aid(
                        terms,
                        partOf,
                        number(fact, "ordinal"),
                        announcer(fact.member("announcer")),
                        items(fact),
                        evidence,
                        rule,
                        date,
                        cells);
            case "total" -> new Fact.Total(terms, partOf, fact.member("since").text(), evidence, rule, date, cells);
            default -> throw new BundleException(place + ": a fact is of kind aid or total, not " + kind + ".");
        };
    }

    private static Optional<Announcer> announcer(JsonValue announcer) {
        return announcer
                .member("name")
                .text()
                .filter(name -> !name.isBlank())
                .map(name -> new Announcer(
                        name,
                        announcer.member("office").text().orElse(""),
                        announcer.member("country").text()));
    }

    /** Facts written before cells recorded their words have none. */
    private Cells cells(JsonValue cells) {
        return new Cells(
                list(cells, "donor"),
                list(cells, "recipient"),
                list(cells, "type"),
                list(cells, "stage"),
                list(cells, "authority"),
                list(cells, "ordinal"),
                list(cells, "announcer"),
                list(cells, "date"));
    }

    private List<Cell> list(JsonValue cells, String name) {
        List<Cell> list = new ArrayList<>();
        for (JsonValue cell : cells.member(name).list()) {
            Optional<Evidence> words = cell.member("quote").text().map(quote -> evidence(cell, quote));
            list.add(new Cell(word(cell, "basis", Basis.values(), Basis::slug), words));
        }
        return list;
    }

    private List<FactItem> items(JsonValue fact) {
        List<FactItem> items = new ArrayList<>();
        for (JsonValue item : fact.member("items").list()) {
            items.add(new FactItem(text(item, "name"), text(item, "class"), number(item, "quantity")));
        }
        return items;
    }

    Evidence evidence(JsonValue owner, String quote) {
        return new Evidence(document, span(owner).orElseThrow(() -> missing(place, "start")), quote);
    }

    private static Optional<Span> span(JsonValue owner) {
        Optional<Integer> start = owner.member("start").integer();
        Optional<Integer> end = owner.member("end").integer();
        return start.isPresent() && end.isPresent() ? Optional.of(new Span(start.get(), end.get())) : Optional.empty();
    }

    StatedDate date(JsonValue owner) {
        StatedDate days = days(owner);
        return owner.member("granularity").text().isEmpty()
                ? days
                : new StatedDate(
                        days.from(), days.to(), word(owner, "granularity", Granularity.values(), Granularity::slug));
    }

    static StatedDate days(JsonValue owner) {
        return new StatedDate(
                owner.member("from").text().map(LocalDate::parse),
                owner.member("to").text().map(LocalDate::parse));
    }

    static Optional<BigDecimal> amount(JsonValue owner, String key) {
        return owner.member(key).number();
    }

    static OptionalInt number(JsonValue owner, String key) {
        Optional<Integer> value = owner.member(key).integer();
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }

    String text(JsonValue owner, String key) {
        return owner.member(key).text().orElseThrow(() -> missing(place, key));
    }

    <E> E word(JsonValue owner, String key, E[] all, Function<E, String> slug) {
        String wanted = text(owner, key);
        for (E each : all) {
            if (slug.apply(each).equals(wanted)) {
                return each;
            }
        }
        throw new BundleException(place + ": \"" + key + "\" cannot be " + wanted + ".");
    }

    BundleException missing(String key) {
        return missing(place, key);
    }

    private static BundleException missing(String place, String key) {
        return new BundleException(place + ": \"" + key + "\" is missing or of another type.");
    }
}
