package dev.tranche.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Contradiction;
import dev.tranche.ledger.Flag;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.ledger.TotalClaim;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page {@code corpus/spec/books/books.md}: reports and the whole ledger that results. */
class BooksPageTest {

    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final String FENCE = "```books";

    private record Example(String place, List<String> reports, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> ledgersAreAsThePageSays() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.place(),
                        () -> assertThat(lines(ledger(example.reports())))
                                .as(String.join("\n===\n", example.reports()))
                                .containsExactlyElementsOf(example.expected())));
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfReportsChangesNothing() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.place(),
                        () -> assertThat(lines(ledger(example.reports().reversed())))
                                .containsExactlyElementsOf(example.expected())));
    }

    @Test
    void thePageHasExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(8);
    }

    private static List<Example> examples() throws IOException {
        List<String> page = Files.readAllLines(Repository.corpus("spec/books/books.md"));
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (!page.get(i).equals(FENCE)) {
                continue;
            }
            int start = i + 1;
            while (!page.get(i).equals("```")) {
                i++;
            }
            String block = String.join("\n", page.subList(start, i));
            int bar = block.lastIndexOf("\n---\n");
            examples.add(new Example(
                    "books.md:" + start,
                    List.of(block.substring(0, bar).split("\n===\n", -1)),
                    block.substring(bar + 5).lines().toList()));
        }
        return examples;
    }

    private static Ledger ledger(List<String> reports) throws IOException {
        MemoryJournal journal = new MemoryJournal();
        for (String report : reports) {
            // The name must not depend on the order of the reports.
            String name = "r" + Integer.toHexString(report.hashCode());
            byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
            try (ReportReader reader = ReportReader.of(name, new java.io.ByteArrayInputStream(bytes))) {
                for (Optional<Incoming> next = reader.next(); next.isPresent(); next = reader.next()) {
                    if (next.get() instanceof Incoming.Report read) {
                        Document document = read.document();
                        journal.append(new JournalEntry.Read(EXTRACTOR.extract(document)));
                    }
                }
            }
        }
        return LedgerFold.of(journal);
    }

    static List<String> lines(Ledger ledger) {
        List<String> lines = new ArrayList<>();
        for (Commitment entry : ledger.entries()) {
            if (entry.parent().isEmpty()) {
                append(lines, ledger, entry, "");
            }
        }
        for (TotalClaim total : ledger.totals()) {
            lines.add("total " + String.join("+", total.donors()) + " -> " + String.join("+", total.recipients())
                    + " | " + amount(total.amount()) + " | since "
                    + total.since().orElse("?"));
        }
        for (Contradiction one : ledger.contradictions()) {
            lines.add("contradiction " + one.kind().slug() + " | " + one.one().value() + " | "
                    + one.two().value());
        }
        return lines;
    }

    private static void append(List<String> lines, Ledger ledger, Commitment entry, String margin) {
        boolean computed = entry.flags().contains(Flag.COMPUTED);
        lines.add(margin + String.join("+", entry.donors()) + " -> " + String.join("+", entry.recipients()) + " | "
                + amount(entry.amount()) + " | " + entry.stage().slug() + " | "
                + entry.authority().orElse("-") + " | "
                + entry.date().from().map(Object::toString).orElse("?") + " | "
                + (computed ? "computed" : entry.reports().size() + " reports | " + entry.origins() + " origins")
                + entry.reviewed().map(state -> " | " + state.slug()).orElse(""));
        for (Commitment part : ledger.entries()) {
            if (part.parent().equals(Optional.of(entry.id()))) {
                append(lines, ledger, part, margin + "  ");
            }
        }
    }

    private static String amount(StatedAmount amount) {
        String bound = amount.bound() == Bound.EXACTLY
                ? ""
                : amount.bound().slug().replace('_', ' ').toLowerCase(Locale.ROOT) + " ";
        return bound + amount.value().toPlainString() + " " + amount.currency();
    }
}
