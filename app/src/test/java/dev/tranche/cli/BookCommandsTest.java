package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the book, as a user calls them. */
class BookCommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String printed = "";

    private int tranche(String... args) {
        Call call = Call.of(args);
        printed = call.out();
        return call.status();
    }

    private Path report() throws IOException {
        return Files.writeString(folder.resolve("one.txt"), """
            date: 2023-03-03
            outlet: Quayside Wire

            The United States announced $400 million in military aid for Ukraine.
            """);
    }

    @Test
    void aReportIsAddedOnceAndTold() throws IOException {
        String book = folder.resolve("book.jsonl").toString();
        String report = report().toString();
        assertThat(tranche("add", "--book", book, report)).isZero();
        long size = Files.size(Path.of(book));
        assertThat(tranche("add", "--book", book, report)).isZero();
        assertThat(Files.size(Path.of(book))).isEqualTo(size);

        assertThat(tranche("ledger", "--book", book, "--format", "json", "--donor", "us"))
                .isZero();
        assertThat(printed.lines()).hasSize(1);
        assertThat(printed)
                .contains("\"id\":\"US-UA-400000000USD-2023-03-03\"", "\"leaf\":true", "\"reports\":[\"one\"]");
        assertThat(tranche("ledger", "--book", book, "--from", "2023-03-04")).isZero();
        assertThat(printed).startsWith("0 entries");
        assertThat(tranche("explain", "US-UA-400000000USD-2023-03-03", "--book", book))
                .isZero();
        assertThat(printed).contains("$400 million in military aid");
        assertThat(tranche("show", "one", "--book", book)).isZero();
        assertThat(printed).contains("[$400 million in military aid");
    }

    @Test
    void anUnknownEntryOrBookIsWrongUsage() throws IOException {
        assertThat(tranche("ledger", "--book", folder.resolve("none.jsonl").toString()))
                .isEqualTo(2);
        assertThat(tranche("explain", "US-UA-4-2023", report().toString())).isEqualTo(2);
        assertThat(tranche("audit", "--record", folder.toString())).isEqualTo(2);
    }

    @Test
    void theShippedRecordIsAuditedWithoutABook() {
        String book = folder.resolve("none.jsonl").toString();
        assertThat(tranche("audit", "--book", book, "--format", "json")).isZero();
        List<String> totals = printed.lines()
                .filter(line -> line.startsWith("{\"equation\":\"total\""))
                .toList();
        assertThat(totals).hasSize(21);
        assertThat(totals.stream().filter(line -> line.contains("\"holds\":false")))
                .hasSize(3);
        assertThat(tranche("audit", "--book", book, "--format", "csv")).isZero();
        assertThat(printed).startsWith("equation,subject,from,to,stated,predicted,residual");
    }
}
