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
        String book = folder.resolve("book.db").toString();
        String report = report().toString();
        assertThat(tranche("add", "--book", book, report)).isZero();
        long size = Files.size(Path.of(book));
        assertThat(tranche("add", "--book", book, report)).isZero();
        assertThat(Files.size(Path.of(book))).isEqualTo(size);

        assertThat(tranche("ledger", "--book", book, "--format", "json", "--donor", "us"))
                .isZero();
        assertThat(printed.lines()).hasSize(1);
        assertThat(printed)
                .containsPattern("\"id\":\"US-UA-2023-[0-9a-z]{10}\"")
                .contains("\"leaf\":true", "\"reports\":[\"one\"]");
        String id = member("id", printed);
        assertThat(tranche("ledger", "--book", book, "--from", "2023-03-04")).isZero();
        assertThat(printed).startsWith("0 entries");
        assertThat(tranche("explain", id, "--book", book)).isZero();
        assertThat(printed).contains("$400 million in military aid");
        assertThat(tranche("show", "one", "--book", book)).isZero();
        assertThat(printed).contains("[$400 million in military aid");
    }

    @Test
    void aRowOfTheRecordThatReportsTellIsOneEntryWithBothSources() throws IOException {
        assertThat(tranche("ledger", "--record", "official", "--format", "json"))
                .isZero();
        List<String> alone = printed.lines().toList();
        assertThat(alone).allMatch(line -> line.contains("\"sources\":[\"record\"]") || line.contains("\"computed\""));

        String report = report().toString();
        assertThat(tranche("ledger", "--record", "official", "--format", "json", report))
                .isZero();
        List<String> both = printed.lines().toList();
        assertThat(both).hasSameSizeAs(alone);
        assertThat(both.stream().filter(line -> line.contains("\"sources\":[\"record\",\"report\"]")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"id\":\"US-UA-2023-", "\"record\":\"PDA-", "\"reports\":[\"one\"]"));
        assertThat(leaves(both)).isEqualTo(leaves(alone)).isPositive();

        assertThat(tranche("ledger", "--record", "official", report)).isZero();
        assertThat(printed).contains("record PDA-", "1 of these also in reports");
        assertThat(tranche("explain", "PDA-31", "--record", "official")).isZero();
        assertThat(printed).contains("The official record has it as PDA-31");
    }

    @Test
    void aHeadlineOfTwoRowsIsTheirPackage() throws IOException {
        assertThat(tranche("ledger", "--record", "official", "--format", "json"))
                .isZero();
        long alone = leaves(printed.lines().toList());
        Path report = Files.writeString(folder.resolve("two.txt"), """
            date: 2022-06-15
            outlet: Quayside Wire

            The United States announced $1 billion in military aid for Ukraine.
            """);
        assertThat(tranche("ledger", "--record", "official", "--format", "json", report.toString()))
                .isZero();
        assertThat(leaves(printed.lines().toList())).isEqualTo(alone);
        String whole = printed.lines()
                .filter(line -> line.contains("\"reports\":[\"two\"]") && line.contains("\"leaf\":false"))
                .map(line -> member("id", line))
                .findFirst()
                .orElseThrow();
        assertThat(printed.lines().filter(line -> line.contains("\"parent\":\"" + whole + "\"")))
                .hasSize(2);
    }

    private static String member(String name, String line) {
        return line.replaceFirst("(?s).*?\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    /** The sum of what counts. */
    private static long leaves(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("\"leaf\":true"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*\"amount\":(\\d+).*", "$1")))
                .sum();
    }

    @Test
    void theAuditSpeaksInSentences() {
        assertThat(tranche("audit")).isZero();
        assertThat(printed)
                .contains("$10.6 billion", "Stated is $1.5 billion less than the entries give.")
                .doesNotContain("in millions");
    }

    @Test
    void anUnknownEntryOrBookIsWrongUsage() throws IOException {
        assertThat(tranche("ledger", "--book", folder.resolve("none.db").toString()))
                .isEqualTo(2);
        assertThat(tranche("audit", "--book", folder.resolve("none.db").toString()))
                .isEqualTo(2);
        assertThat(tranche("explain", "US-UA-4-2023", report().toString())).isEqualTo(2);
        assertThat(tranche("audit", "--record", folder.toString())).isEqualTo(2);
    }

    /** A slip in the name of the book must not audit something else. */
    @Test
    void aNamedBookThatIsNotThereIsNotAudited() {
        String none = folder.resolve("none.db").toString();
        for (String[] command : List.of(
                new String[] {"audit", "--book", none},
                new String[] {"ledger", "--record", "official", "--book", none},
                new String[] {"explain", "PDA-31", "--record", "official", "--book", none})) {
            Call call = Call.of(command);
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.out()).isEmpty();
            assertThat(call.err()).contains("there is no such book");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theShippedRecordIsAuditedWithoutABook() {
        assertThat(tranche("audit", "--format", "json")).isZero();
        List<String> totals = printed.lines()
                .filter(line -> line.startsWith("{\"equation\":\"total\""))
                .toList();
        assertThat(totals).hasSize(21).allMatch(line -> line.contains("\"currency\":\"USD\",\"stated\":"));
        assertThat(printed.lines().filter(line -> line.startsWith("{\"equation\":\"ordinal\"")))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"currency\":null,\"stated\":"));
        assertThat(totals.stream().filter(line -> line.contains("\"holds\":false")))
                .hasSize(3);
        assertThat(tranche("audit", "--format", "csv")).isZero();
        assertThat(printed).startsWith("equation,subject,from,to,currency,stated,predicted,residual");
    }
}
