package dev.tranche.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.agreement.Agreement;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.extract.Story;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import dev.tranche.statement.Statement;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.timeline.Claim;
import dev.tranche.timeline.ClaimBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of the pages on statements, encounters, figures, names, items and agreements. An example is a fence named after its page and
 * a day of publication, the report, a line of three hyphens, and everything that is read, one per line.
 */
class StoryPagesTest {
    private static final int FEWEST_EXAMPLES = 5;
    private static final Extractor EXTRACTOR = Extractor.standard();

    private record Example(int line, String day, String report, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> reportsAreReadAsThePagesSay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : List.of("claims", "encounters", "figures", "names", "items", "agreements")) {
            List<Example> examples = examples(page, page);
            assertThat(examples).as(page).hasSizeGreaterThanOrEqualTo(FEWEST_EXAMPLES);
            for (Example example : examples) {
                tests.add(DynamicTest.dynamicTest(page + ".md:" + example.line(), () -> check(page, example)));
            }
        }
        return tests.stream();
    }

    private static void check(String page, Example example) {
        Document document = Document.of("example", "", example.report())
                .with(Optional.empty(), Optional.empty(), Optional.of(example.day()), Optional.empty());
        Extraction extraction = EXTRACTOR.extract(document);
        assertThat(lines(page, extraction.story())).isEqualTo(example.expected());
        evidence(extraction.story())
                .forEach(each -> assertThat(each.quote())
                        .as("the quote law")
                        .isNotEmpty()
                        .isEqualTo(document.text()
                                .substring(each.span().start(), each.span().end())));
    }

    @TestFactory
    Stream<DynamicTest> statementsOfSeveralReportsAreMergedAsThePageSays() throws IOException {
        List<Example> examples = examples("claims", "claims-of-reports");
        assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        "claims.md:" + example.line(),
                        () -> assertThat(claims(example)).isEqualTo(example.expected())));
    }

    private static List<String> claims(Example example) {
        List<Extraction> read = new ArrayList<>();
        for (String report : example.report().split("\n===\n")) {
            read.add(EXTRACTOR.extract(Document.of(Integer.toString(read.size() + 1), "", report)
                    .with(Optional.empty(), Optional.empty(), Optional.of(example.day()), Optional.empty())));
        }
        return ClaimBook.of(read).claims().stream().map(StoryPagesTest::line).toList();
    }

    private static String line(Claim claim) {
        Statement statement = claim.statement();
        return statement.speaker().shown()
                + statement.speaker().country().map(code -> " " + code).orElse("") + " | "
                + statement.stance().slug() + " | "
                + claim.reports().stream().map(DocumentId::value).collect(Collectors.joining(" "))
                + claim.denials().stream()
                        .map(denial -> " | denied by no. " + (denial + 1))
                        .collect(Collectors.joining());
    }

    private static Stream<Evidence> evidence(Story story) {
        return Stream.of(
                        story.statements().stream().map(Statement::evidence),
                        story.encounters().stream().map(Encounter::evidence),
                        story.figures().stream().map(Figure::evidence),
                        story.items().stream().map(Item::evidence),
                        story.agreements().stream().map(Agreement::evidence))
                .flatMap(each -> each);
    }

    private static List<String> lines(String page, Story story) {
        List<String> lines = switch (page) {
            case "claims" ->
                story.statements().stream().map(StoryPagesTest::line).toList();
            case "encounters" ->
                story.encounters().stream().map(StoryPagesTest::line).toList();
            case "figures" -> story.figures().stream().map(StoryPagesTest::line).toList();
            case "items" -> story.items().stream().map(StoryPagesTest::line).toList();
            case "agreements" ->
                story.agreements().stream().map(StoryPagesTest::line).toList();
            default ->
                story.names().stream()
                        .filter(name -> name.kind() == NameKind.PERSON)
                        .map(StoryPagesTest::line)
                        .toList();
        };
        return lines.isEmpty() ? List.of("none") : lines;
    }

    private static String line(Statement statement) {
        return statement.speaker().shown()
                + statement.speaker().country().map(code -> " " + code).orElse("")
                + (statement.speaker().anonymous() ? " (no name)" : "") + " | "
                + statement.stance().slug()
                + (statement.denies().isPresent()
                        ? " no. " + (statement.denies().getAsInt() + 1)
                        : "")
                + (statement.direct() ? " | direct" : " | reported") + " | "
                + statement.evidence().quote().replace('\n', ' ');
    }

    private static String line(Encounter encounter) {
        return encounter.kind().slug() + " | "
                + encounter.participants().stream().map(Participant::shown).collect(Collectors.joining(", "))
                + encounter.place().map(place -> " | " + place.name()).orElse(" | -")
                + " | " + encounter.date().from().map(Object::toString).orElse("..") + "/"
                + encounter.date().to().map(Object::toString).orElse("..") + " | "
                + encounter.stage().slug()
                + encounter.ordinal().map(each -> " | no. " + each.n()).orElse("");
    }

    private static String line(Figure figure) {
        return figure.bound().slug() + " " + figure.value().toPlainString() + " " + figure.unit()
                + figure.source().map(source -> " | " + source).orElse("");
    }

    private static String line(Item item) {
        String count =
                item.quantity().isPresent() ? Long.toString(item.quantity().getAsLong()) : "-";
        return item.stage().slug() + " | " + count
                + item.unit().map(unit -> " " + unit).orElse("") + " | " + item.name()
                + (item.fact().isPresent() ? " | fact " + item.fact().getAsInt() : "");
    }

    private static String line(Agreement agreement) {
        return agreement.name() + " | " + agreement.stage().slug() + " | " + String.join(", ", agreement.parties())
                + " | " + agreement.expected().from().map(Object::toString).orElse("..") + "/"
                + agreement.expected().to().map(Object::toString).orElse("..");
    }

    private static String line(Name name) {
        return name.name()
                + name.country().map(code -> " " + code).orElse("")
                + (name.spellings().isEmpty() ? "" : " | " + String.join(", ", name.spellings()));
    }

    private static List<Example> examples(String page, String kind) throws IOException {
        Path file = Repository.corpus("spec").resolve(page + ".md");
        List<String> lines = Files.readAllLines(file);
        List<Example> examples = new ArrayList<>();
        String fence = "```" + kind + " ";
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(fence)) {
                continue;
            }
            int divider = i + 1;
            while (!lines.get(divider).equals("---")) {
                divider++;
            }
            int end = divider + 1;
            while (!lines.get(end).equals("```")) {
                end++;
            }
            examples.add(new Example(
                    i + 1,
                    lines.get(i).substring(fence.length()),
                    String.join("\n", lines.subList(i + 1, divider)),
                    lines.subList(divider + 1, end)));
            i = end;
        }
        return examples;
    }
}
