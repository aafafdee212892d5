package dev.tranche.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.bundle.JsonValue;
import dev.tranche.eval.BookGold;
import dev.tranche.eval.BookScore;
import dev.tranche.eval.BookScore.Verdict;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.standing.Judge;
import dev.tranche.testkit.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The ledger of a stretch of feeds is no worse than {@code corpus/gold/books/floor.properties} says. */
class BookFloorTest {

    private static final Path BOOKS = Repository.corpus("gold").resolve("books");
    private static final String ENDING = ".books.jsonl";

    @TestFactory
    Stream<DynamicTest> booksStayAboveTheirFloors() throws IOException {
        Properties floors = new Properties();
        try (InputStream in = Files.newInputStream(BOOKS.resolve("floor.properties"))) {
            floors.load(in);
        }
        List<Path> books;
        try (Stream<Path> files = Files.list(BOOKS)) {
            books = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        assertThat(floors).as("three floors for each book").hasSize(3 * books.size());
        Map<Path, List<Extraction>> read = new HashMap<>();
        return books.stream()
                .map(book -> DynamicTest.dynamicTest(book.getFileName().toString(), () -> {
                    Path stream = stream(book);
                    assumeTrue(
                            Files.exists(stream),
                            "The feed of this gold book is not there, so it is not scored: " + stream);
                    if (!read.containsKey(stream)) {
                        read.put(stream, readings(stream));
                    }
                    check(book, read.get(stream), floors);
                }));
    }

    /** The feed that the head of a gold book names: the project's own, or one of the folder beside the project. */
    private static Path stream(Path book) throws IOException {
        String head = Files.readAllLines(book).getFirst();
        String name =
                JsonValue.parse(book.toString(), head).member("stream").text().orElseThrow();
        Path own = Repository.root().resolve(name);
        return Files.exists(own) ? own : Repository.root().resolve("../shared").resolve(name);
    }

    private static void check(Path file, List<Extraction> readings, Properties floors) throws IOException {
        BookGold gold = BookGold.parse(file.toString(), Files.readString(file));
        MemoryJournal journal = new MemoryJournal();
        for (Extraction reading : readings) {
            if (isWithin(reading, gold)) {
                journal.append(new JournalEntry.Read(reading));
            }
        }
        BookScore score = BookScore.of(Judge.judge(LedgerFold.of(journal)), gold);
        String name = gold.name();
        assertThat(score.bookedEntries()).isPositive();
        int right = score.booked(Verdict.RIGHT).size();
        assertThat((double) right / score.bookedEntries())
                .as(name + ".right; see ./tranche eval --misses --ledger=" + file)
                .isGreaterThanOrEqualTo(Double.parseDouble(floors.getProperty(name + ".right")));
        assertThat((double) score.found() / score.gold())
                .as(name + ".found")
                .isGreaterThanOrEqualTo(Double.parseDouble(floors.getProperty(name + ".found")));
        int wrong = score.booked(Verdict.DOUBLE).size()
                + score.booked(Verdict.TOTAL).size()
                + score.booked(Verdict.JUNK).size();
        assertThat(wrong)
                .as(name + ".false")
                .isLessThanOrEqualTo(Integer.parseInt(floors.getProperty(name + ".false")));
    }

    private static List<Extraction> readings(Path stream) throws IOException {
        Extractor extractor = Extractor.standard();
        byte[] lines = Files.readAllBytes(stream);
        if (stream.toString().endsWith(".gz")) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(lines))) {
                lines = in.readAllBytes();
            }
        }
        List<Extraction> readings = new ArrayList<>();
        for (Incoming incoming : ReportReader.readAll("stream.jsonl", lines)) {
            if (incoming instanceof Incoming.Report report) {
                readings.add(extractor.extract(report.document()));
            }
        }
        return readings;
    }

    private static boolean isWithin(Extraction extraction, BookGold gold) {
        Optional<LocalDate> day =
                extraction.published().date().from().or(extraction.published().date()::to);
        return day.filter(date -> !date.isBefore(gold.from()) && !date.isAfter(gold.to()))
                .isPresent();
    }
}
