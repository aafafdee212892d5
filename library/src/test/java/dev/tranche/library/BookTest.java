package dev.tranche.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.ledger.Commitment;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.view.Facet;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.Pivot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book as other programs use it. */
class BookTest {

    private static final String REPORTS = """
        {"id": "a", "outlet": "The Harbour Wire", "published": "2024-05-17", "text": "Norway announced $35 million in humanitarian aid to Moldova on Friday."}
        {"id": "b", "outlet": "Fjord Post", "published": "2024-05-18", "text": "Denmark pledged €12 million in military aid to Ukraine on Saturday."}
        {"outlet": "nothing in it"}
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path reports() throws IOException {
        return Files.writeString(folder.resolve("reports.jsonl"), REPORTS);
    }

    /** The lines between the marks are those of docs/how-to/library.md and of README.md. */
    private String example(Path database, Path reports, Path workbook) throws IOException {
        StringBuilder page = new StringBuilder();
        // begin
        try (Book book = Book.open(database)) {
            book.add(reports);
            for (Commitment entry : book.ledger().entries()) {
                page.append(entry.id() + " " + entry.amount().value() + " " + entry.standing() + "\n");
            }
            for (Pivot.Row row : book.sums(Pivot.Side.DONOR).rows()) {
                page.append(row.keys() + " " + row.currency() + " " + row.stages() + "\n");
            }
            book.export("xlsx", workbook);
        }
        // end
        return page.toString();
    }

    @Test
    void theExampleOfTheDocumentationRuns() throws IOException {
        Path workbook = folder.resolve("ledger.xlsx");
        String page = example(folder.resolve("aid.db"), reports(), workbook);
        assertThat(page).contains("NO-MD-2024-", "DK-UA-2024-", " 35000000 ");
        assertThat(page.lines()).hasSize(4);
        assertThat(Files.size(workbook)).isPositive();
        String source =
                Files.readString(Repository.root().resolve("library/src/test/java/dev/tranche/library/BookTest.java"));
        String shown = source.substring(
                source.indexOf("// begin\n") + "// begin\n".length(), source.indexOf("        // end\n"));
        for (String file : List.of("docs/how-to/library.md", "README.md")) {
            assertThat(Files.readString(Repository.root().resolve(file)))
                    .as(file + " shows the lines that run")
                    .contains(shown.indent(-8));
        }
    }

    @Test
    void whatIsAddedTwiceIsThereOnceAndTheSecondLookIsTheSame() throws IOException {
        try (Book book = Book.open(folder.resolve("aid.db"))) {
            assertThat(book.add(reports())).satisfies(added -> {
                assertThat(added.read()).isEqualTo(2);
                assertThat(added.added()).isEqualTo(2);
                assertThat(added.refused()).hasSize(1);
            });
            assertThat(book.add(reports()).added()).isZero();
            assertThat(book.view()).isSameAs(book.view());
            assertThat(book.add(Document.of("c", "", "Sweden sent 40 million kronor in aid to Moldova in May 2024."))
                            .facts())
                    .isNotEmpty();
            assertThat(book.view().reports()).hasSize(3);
            assertThat(book.entries(LedgerQuery.ALL.with(Facet.DONOR, "NO")))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.amount().currency()).isEqualTo("USD"));
        }
    }

    @Test
    void everyFormatIsWrittenAndWrongOnesAreRefused() throws IOException {
        try (Book book = Book.open(folder.resolve("aid.db"))) {
            assertThatThrownBy(() -> book.export("iati", folder.resolve("x.xml")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("at least one entry");
            book.add(reports());
            book.export("csv", folder.resolve("tables"));
            assertThat(folder.resolve("tables/entries.csv")).isNotEmptyFile();
            book.export("CSV", folder.resolve("tables.zip"));
            assertThat(folder.resolve("tables.zip")).isNotEmptyFile();
            assertThatThrownBy(() -> book.export("docx", folder.resolve("x.docx")))
                    .hasMessageContaining("csv, xlsx");
            assertThat(folder.resolve("x.docx")).doesNotExist();
        }
    }
}
