package dev.tranche.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.bundle.BundleLine;
import dev.tranche.bundle.ExtractionReader;
import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.law.ReadingLaws;
import dev.tranche.problem.Problem;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files of {@code corpus/crash} have the outcome that its table says. */
class CrashCorpusTest {
    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final Path FOLDER = Repository.corpus("crash");
    private static final int LIMIT_SECONDS = 20;
    private static final String GIFT = "500000000 EUR";

    @TestFactory
    Stream<DynamicTest> outcomesAreThoseOfTheTable() throws IOException {
        return table().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> check(row.getKey(), row.getValue())));
    }

    @Test
    void tableNamesEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(30).containsExactlyElementsOf(table().keySet());
        }
    }

    private static void check(String name, Row expected) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
        Row got = SmallStack.call(name, LIMIT_SECONDS, () -> read(name, bytes));
        assertThat(got.reports()).as("reports of " + name).isEqualTo(expected.reports());
        assertThat(got.problems()).as("problems of " + name).isEqualTo(expected.problems());
        if (!expected.gifts().equals("*")) {
            assertThat(got.gifts()).as("gifts found in " + name).isEqualTo(expected.gifts());
        }
    }

    private static Row read(String name, byte[] bytes) {
        int reports = 0;
        int gifts = 0;
        List<String> problems = new ArrayList<>();
        for (Incoming incoming : ReportReader.readAll(name, bytes)) {
            switch (incoming) {
                case Incoming.Report report -> {
                    reports++;
                    report.problems().forEach(problem -> problems.add(slug(problem)));
                    Extraction extraction = EXTRACTOR.extract(report.document());
                    extraction.problems().forEach(problem -> problems.add(slug(problem)));
                    gifts += (int) extraction.facts().stream()
                            .map(fact -> fact.terms().amount())
                            .filter(sum -> GIFT.equals(sum.value().toPlainString() + " " + sum.currency()))
                            .count();
                    assertThat(ReadingLaws.quote(extraction)).isEmpty();
                    assertThat(ExtractionReader.read(name, ExtractionWriter.line(extraction)))
                            .isEqualTo(BundleLine.of(extraction));
                }
                case Incoming.Refused refused -> {
                    problems.add(slug(refused.problem()));
                    assertThat(refused.problem().message()).startsWith(name);
                }
            }
        }
        return new Row(String.valueOf(reports), String.valueOf(gifts), problems);
    }

    private static String slug(Problem problem) {
        return problem.code().slug();
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> table = new TreeMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
            String[] cells = line.split("\\s*\\|\\s*");
            if (cells.length == 6 && !cells[1].equals("File") && !cells[1].startsWith("---")) {
                List<String> problems = cells[4].equals("–") ? List.of() : List.of(cells[4].split(", "));
                table.put(cells[1], new Row(cells[2], cells[3], problems));
            }
        }
        return table;
    }

    /** A row of the table; {@code gifts} may be a star. */
    private record Row(String reports, String gifts, List<String> problems) {}
}
