package dev.tranche.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page {@code corpus/spec/books/decisions.md}: reports, what people decided, and the ledger that results. */
class DecisionsPageTest {

    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final String FENCE = "```decisions";
    private static final Pattern WORDS = Pattern.compile("\"([^\"]+)\" in (\\d+)");
    private static final Pattern ADDED = Pattern.compile("(\\d+) ([A-Z]{3}) from (\\w+) to (\\w+), (\\w+)");
    private static final Instant START = Instant.parse("2024-05-06T07:00:00Z");

    private record Example(String place, List<String> reports, List<String> decisions, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> ledgersAreAsThePageSays() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.place(),
                        () -> assertThat(lines(example, false))
                                .as(String.join("\n", example.decisions()))
                                .containsExactlyElementsOf(example.expected())));
    }

    @TestFactory
    Stream<DynamicTest> decisionsMayComeInBeforeTheReports() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.place(), () -> assertThat(lines(example, true)).isEqualTo(lines(example, false))));
    }

    @Test
    void thePageHasExamplesOfEveryAction() throws IOException {
        List<String> words = examples().stream()
                .flatMap(example -> example.decisions().stream())
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct()
                .toList();
        assertThat(words)
                .containsExactlyInAnyOrder(
                        "accept",
                        "correct",
                        "merge",
                        "split",
                        "reject",
                        "add",
                        "withdraw",
                        "restore",
                        "undo",
                        "together");
    }

    private static List<Example> examples() throws IOException {
        List<String> page = Files.readAllLines(Repository.corpus("spec/books/decisions.md"));
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (!page.get(i).equals(FENCE)) {
                continue;
            }
            int start = i + 1;
            while (!page.get(i).equals("```")) {
                i++;
            }
            String[] parts = String.join("\n", page.subList(start, i)).split("\n---\n", -1);
            examples.add(new Example(
                    "decisions.md:" + start,
                    List.of(parts[0].split("\n===\n", -1)),
                    parts[1].lines().toList(),
                    parts[2].lines().toList()));
        }
        return examples;
    }

    private static List<String> lines(Example example, boolean decisionsFirst) throws IOException {
        List<Extraction> read = new ArrayList<>();
        for (String report : example.reports()) {
            read.add(read("r" + (read.size() + 1), report));
        }
        FoldedBook shown = new FoldedBook();
        read.forEach(extraction -> shown.add(new JournalEntry.Read(extraction)));
        List<Decision> decisions = new ArrayList<>();
        for (String line : example.decisions()) {
            Decision decision = new Decision(
                    START.plusSeconds(decisions.size()), "anna", "as the page says", action(line, read, shown));
            decisions.add(decision);
            shown.add(new JournalEntry.Decided(decision));
        }
        FoldedBook book = shown;
        if (decisionsFirst) {
            book = new FoldedBook();
            for (Decision decision : decisions) {
                book.add(new JournalEntry.Decided(decision));
            }
            for (Extraction extraction : read) {
                book.add(new JournalEntry.Read(extraction));
            }
        }
        List<String> lines = new ArrayList<>(BooksPageTest.lines(book.ledger()));
        List<DecisionBook.Ruling> rulings = book.decisions().rulings();
        for (int i = 0; i < rulings.size(); i++) {
            if (rulings.get(i).dangling()) {
                lines.add("nothing for " + (i + 1));
            }
        }
        return lines;
    }

    private static Extraction read(String id, String report) throws IOException {
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        try (ReportReader reader = ReportReader.of(id, new ByteArrayInputStream(bytes))) {
            Optional<Incoming> next = reader.next();
            return EXTRACTOR.extract(((Incoming.Report) next.orElseThrow()).document());
        }
    }

    private static Action action(String line, List<Extraction> read, FoldedBook shown) {
        String word = line.substring(0, line.indexOf(' '));
        String rest = line.substring(word.length() + 1);
        List<ClaimMark> marks = marks(rest, read);
        return switch (word) {
            case "accept" ->
                new Action.Accept(marks, entry(marks.getFirst(), shown).cells());
            case "correct" ->
                new Action.Correct(
                        marks.subList(0, 1),
                        List.of(new CellChange("", value(rest.substring(rest.indexOf(": ") + 2), marks))));
            case "merge" -> new Action.Merge(marks.stream().map(List::of).toList());
            case "split" -> new Action.Split(marks.subList(0, 1), marks.subList(1, 2));
            case "reject" -> new Action.Reject(marks);
            case "add" -> add(rest, marks.getFirst());
            case "withdraw" -> new Action.Withdraw("r" + rest);
            case "restore" -> new Action.Restore("r" + rest);
            case "together" ->
                new Action.Together(Stream.of(rest.split("; "))
                        .map(part -> action(part, read, shown))
                        .toList());
            case "undo" ->
                new Action.Undo(new Decision(
                                START.plusSeconds(Long.parseLong(rest) - 1),
                                "anna",
                                "to name it",
                                new Action.Restore("r1"))
                        .id());
            default -> throw new IllegalArgumentException("no decision starts with " + word);
        };
    }

    private static List<ClaimMark> marks(String rest, List<Extraction> read) {
        List<ClaimMark> marks = new ArrayList<>();
        Matcher words = WORDS.matcher(rest);
        while (words.find()) {
            Document document = read.get(Integer.parseInt(words.group(2)) - 1).document();
            int start = document.text().indexOf(words.group(1));
            Evidence evidence =
                    document.evidence(new Span(start, start + words.group(1).length()));
            marks.add(new ClaimMark(document.id().value(), evidence.span(), evidence.quote()));
        }
        return marks;
    }

    private static Commitment entry(ClaimMark mark, FoldedBook shown) {
        for (Commitment entry : shown.ledger().entries()) {
            for (Claim claim : entry.claims()) {
                if (claim.report().equals(mark.report())
                        && mark.overlap(claim.fact().evidence()) > 0) {
                    return entry;
                }
            }
        }
        throw new IllegalArgumentException("no entry is reported by " + mark);
    }

    private static CellValue value(String change, List<ClaimMark> marks) {
        String[] words = change.split(" ");
        return switch (words[0]) {
            case "authority" -> new CellValue.Under(Optional.of(words[1]));
            case "stage" -> new CellValue.Reached(stage(words[1]));
            case "date" -> new CellValue.Days(StatedDate.on(LocalDate.parse(words[1])));
            case "amount" -> new CellValue.Amount(StatedAmount.of(new BigDecimal(words[1]), words[2], Bound.EXACTLY));
            case "part" -> new CellValue.PartOf(marks.subList(1, 2), "the package");
            default -> throw new IllegalArgumentException("no cell is called " + words[0]);
        };
    }

    private static Stage stage(String word) {
        return Stage.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Action add(String rest, ClaimMark mark) {
        Matcher added = ADDED.matcher(rest);
        if (!added.find()) {
            throw new IllegalArgumentException("no sum is added by " + rest);
        }
        Terms terms = new Terms(
                StatedAmount.of(new BigDecimal(added.group(1)), added.group(2), Bound.EXACTLY),
                List.of(added.group(3)),
                List.of(added.group(4)),
                AidType.MILITARY,
                stage(added.group(5)),
                Optional.empty());
        return new Action.Add(mark, terms, OptionalInt.empty(), StatedDate.UNKNOWN);
    }
}
