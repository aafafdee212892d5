package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import dev.tranche.testkit.Slow;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.Facet;
import dev.tranche.view.GrowingBook;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Selection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of a book of a year of feeds, of each format that holds sums, come to what the pages show. */
@Slow
class YearBookTest {

    private static Optional<BookView> year = Optional.empty();

    @BeforeAll
    static void read() throws IOException {
        Optional<Path> feeds = Repository.shared("stream/2022.jsonl.gz");
        assumeTrue(
                feeds.isPresent(),
                "skipped: ../shared/stream/2022.jsonl.gz, a year of news, is not beside the repository");
        byte[] lines;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(feeds.get()))) {
            lines = in.readAllBytes();
        }
        List<Extraction> read = ReportReader.readAll("2022.jsonl", lines).parallelStream()
                .filter(Incoming.Report.class::isInstance)
                .map(report -> Extractor.standard().extract(((Incoming.Report) report).document()))
                .toList();
        GrowingBook growing =
                new GrowingBook(new BookSettings(OfficialRecord.shipped(), true), Lexicon.standard()::nameOf);
        for (int i = 0; i < read.size(); i++) {
            growing.add(i + 1, new JournalEntry.Read(read.get(i)));
        }
        year = Optional.of(growing.view());
    }

    private static Map<String, LedgerQuery> questions() {
        Map<String, LedgerQuery> questions = new LinkedHashMap<>();
        questions.put("everything", LedgerQuery.ALL);
        questions.put("one donor", LedgerQuery.ALL.with(Facet.DONOR, "US"));
        questions.put(
                "one recipient and type",
                LedgerQuery.ALL.with(Facet.RECIPIENT, "UA").with(Facet.TYPE, "military"));
        questions.put(
                "a quarter",
                LedgerQuery.ALL.between(Optional.of(LocalDate.of(2022, 4, 1)), Optional.of(LocalDate.of(2022, 6, 30))));
        questions.put("words", LedgerQuery.ALL.withWords("package"));
        return questions;
    }

    private static Exported export(LedgerQuery asked, Selection selection) {
        BookView view = year.orElseThrow();
        List<Commitment> entries =
                view.index().page(selection, LedgerSort.DATE, true, 0, Math.max(1, selection.total()));
        return BookExport.of(
                view,
                Lexicon.standard(),
                Selected.NOTHING.withEntries(entries, false, asked.counted()),
                new BookExport.Made("test", SampleBook.MADE, Cover.USUAL_LICENCE, Cover.Publisher.UNREGISTERED));
    }

    @Test
    void everyFormatWithSumsComesToThePage() throws Exception {
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, LedgerQuery> question : questions().entrySet()) {
            Selection selection = year.orElseThrow().index().select(question.getValue());
            Map<String, BigDecimal> page = FileSums.plain(selection.sums().byCurrency());
            assertThat(page).as(question.getKey()).isNotEmpty();
            Exported book = export(question.getValue(), selection);
            assertThat(FileSums.plain(book.cover().sums().byCurrency()))
                    .as("cover, " + question.getKey())
                    .isEqualTo(page);
            without.clear();
            for (Format format : Format.all()) {
                FileSums.of(format, book, "counted")
                        .ifPresentOrElse(
                                sums -> assertThat(sums)
                                        .as(format.slug() + ", " + question.getKey())
                                        .isEqualTo(page),
                                () -> without.add(format.slug()));
            }
        }
        assertThat(without).containsExactly("jsonld", "ics", "timelinejs", "bibtex", "ris", "csl");
    }

    /** Of one stage, the page adds up what is only planned or asked for, too; so do the tables, payments and flows. */
    @Test
    void filesOfOneStageComeToThePage() throws Exception {
        for (String stage : List.of("planned", "requested", "announced")) {
            LedgerQuery asked = LedgerQuery.ALL.with(Facet.STAGE, stage);
            Selection selection = year.orElseThrow().index().select(asked);
            Map<String, BigDecimal> page = FileSums.plain(selection.sums().byCurrency());
            assertThat(page).as(stage).isNotEmpty();
            Exported book = export(asked, selection);
            for (Format format :
                    List.of(new CsvTables(true), new Workbook(), new ParquetTables(), new Entities(), new Flows())) {
                assertThat(FileSums.of(format, book, "adds"))
                        .as(format.slug() + ", " + stage)
                        .hasValue(page);
            }
        }
    }
}
