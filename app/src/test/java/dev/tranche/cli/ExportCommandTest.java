package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void addSamples() {
        assertThat(Call.of("add", "--book", book(), Repository.corpus("samples").toString())
                        .status())
                .isZero();
    }

    private static String book() {
        return folder.resolve("book.db").toString();
    }

    private static Call export(String format, Path out, String... more) {
        return Call.of(Stream.concat(
                        Stream.of("export", "--book", book(), "--format", format, "--out", out.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** The commands and the page say the same: what ledger prints as counted is what leaves. */
    @Test
    void theExportSaysWhatTheLedgerSays() throws IOException {
        Path out = folder.resolve("tables");
        assertThat(export("csv", out, "--donor", "US", "--from", "2023").status())
                .isZero();
        Map<String, BigDecimal> printed = new TreeMap<>();
        Matcher entries = Pattern.compile("\"amount\":(\\d+).*?\"currency\":\"(\\w+)\".*?\"counted\":(true|false)")
                .matcher(Call.of("ledger", "--book", book(), "--donor", "US", "--from", "2023", "--format", "json")
                        .out());
        while (entries.find()) {
            if (entries.group(3).equals("true")) {
                printed.merge(entries.group(2), new BigDecimal(entries.group(1)), BigDecimal::add);
            }
        }
        assertThat(printed).isNotEmpty();
        String cover = Files.readString(out.resolve("cover.csv"));
        printed.forEach((currency, sum) -> assertThat(cover).contains("sum in " + currency + "," + sum));
        assertThat(cover).contains("donor: US");
    }

    @Test
    void severalFilesGoToAFolderOrAnArchive() {
        assertThat(export("parquet", folder.resolve("p")).status()).isZero();
        assertThat(folder.resolve("p/entries.parquet")).exists();
        assertThat(export("parquet", folder.resolve("p.zip")).status()).isZero();
        assertThat(folder.resolve("p.zip")).isRegularFile();
        assertThat(folder.resolve("p.zip.part")).doesNotExist();
    }

    @Test
    void standardOutputTakesOneFile() {
        Call call = Call.of("export", "--book", book(), "--format", "geojson", "--out", "-");
        assertThat(call.status()).isZero();
        assertThat(call.out()).startsWith("{\"type\":\"FeatureCollection\"");
    }

    @Test
    void wrongWordsAreAnsweredWithTheNearestRightOne() {
        assertThat(export("xlxs", folder.resolve("a")).err()).contains("Did you mean 'xlsx'?");
        assertThat(export("xlsx", folder).status()).isEqualTo(2);
        assertThat(export("xlsx", folder.resolve("none/a.xlsx")).status()).isEqualTo(1);
        assertThat(export("iati", folder.resolve("a.xml"), "--donor", "FJ").status())
                .isEqualTo(2);
        assertThat(export("iati", folder.resolve("a.xml"), "--publisher", "<&>").status())
                .isEqualTo(2);
    }

    @Test
    void statesOfEncountersMayBeGivenByName() throws IOException {
        Path out = folder.resolve("ukraine");
        assertThat(export("csv", out, "--only", "story", "--country", "Ukraine").status())
                .isZero();
        assertThat(Files.readAllLines(out.resolve("encounters.csv"))).hasSizeGreaterThan(1);
        assertThat(export("csv", out, "--country", "Ukrane").err()).contains("Did you mean 'Ukraine'?");
    }

    @Test
    void onlyWhatTheFormatHoldsIsCounted() {
        assertThat(export("iati", folder.resolve("activities.xml")).err())
                .containsPattern("\\d+ (of \\d+ )?entries (in|are) ")
                .doesNotContain("encounters", "statements");
        assertThat(export("ics", folder.resolve("days.ics")).err())
                .containsPattern("\\d+ of \\d+ entries and encounters are in it; the others are refused");
        assertThat(export("bibtex", folder.resolve("reports.bib")).err())
                .containsPattern("\\d+ reports\\.")
                .doesNotContain("encounters");
    }

    @Test
    void whatCrsLeavesOutIsTold() throws IOException {
        Path out = folder.resolve("crs.csv");
        Call call = export("crs", out, "--donor", "US");
        assertThat(call.status()).isZero();
        int rows = Files.readAllLines(out).size() - 1;
        assertThat(rows).isPositive();
        assertThat(call.err())
                .contains("tranche: " + rows + " rows; ")
                .contains("entries are left out: not booked, or neither announced nor delivered.")
                .contains("military aid, which is not ODA: type of flow 50.");
        assertThat(export("crs", out, "--donor", "FJ").status()).isEqualTo(2);
    }

    @Test
    void onlyOnePartIsWrittenOnRequest() throws IOException {
        Path out = folder.resolve("story");
        assertThat(export("csv", out, "--only", "story", "--kind", "visit").status())
                .isZero();
        assertThat(Files.readAllLines(out.resolve("entries.csv"))).hasSize(1);
        assertThat(Files.readAllLines(out.resolve("encounters.csv"))).hasSizeGreaterThan(1);
    }

    @Test
    void filtersOfAPartThatIsLeftOutAreRefused() {
        for (String[] idle : new String[][] {
            {"--only", "story", "--donor", "US"},
            {"--only", "story", "--stage", "announced"},
            {"--only", "ledger", "--kind", "visit"},
            {"--only", "ledger", "--country", "Ukraine"}
        }) {
            Call call = export("csv", folder.resolve("idle"), idle);
            assertThat(call.status()).as(String.join(" ", idle)).isEqualTo(2);
            assertThat(call.err()).contains("--only " + idle[1] + " leaves out");
        }
        assertThat(folder.resolve("idle")).doesNotExist();
        assertThat(export("csv", folder.resolve("days"), "--only", "story", "--from", "2023")
                        .status())
                .isZero();
    }

    @Test
    void releasesAreNumberedAndCompared() throws IOException {
        Path out = folder.resolve("releases");
        String[] call = {"release", "--book", book(), "--out", out.toString(), "--date", "2026-02-03"};
        assertThat(Call.of(call).err()).contains("release 1 in ", "the first release in this folder.");
        assertThat(Call.of(call).err()).contains("release 2 in ", "0 entries added, 0 removed, 0 changed");
        List<String> files;
        try (Stream<Path> listed = Files.list(out)) {
            files = listed.map(Path::toString).sorted().toList();
        }
        assertThat(files).hasSize(2);
        assertThat(Call.of("diff", files.getFirst(), files.getLast()).out())
                .contains("0 entries added, 0 removed, 0 changed.");
        assertThat(Call.of("diff", files.getFirst(), book()).out()).contains("0 entries added, 0 removed, 0 changed.");
        assertThat(Call.of("diff", files.getFirst(), folder.resolve("none.zip").toString())
                        .status())
                .isEqualTo(1);
    }
}
