package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.bundle.BundleLine;
import dev.tranche.bundle.ExtractionReader;
import dev.tranche.dating.Publication;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {

    private static final String AID = "The United States announced $2 billion in military aid to Ukraine.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void textShowsHeadlineSumPartiesAndQuote() throws IOException {
        Path file = write("oslo.txt", "title: Two billion\ndate: 2024-05-14\noutlet: Fjord Wire\n\n" + AID + "\n");
        Call call = Call.of("read", file.toString());
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .startsWith("Two billion\n14 May 2024 (metadata) · Fjord Wire · oslo\n\n")
                .contains("$2 billion  aid  US United States → UA Ukraine  military  announced\n")
                .contains("“$2 billion in military aid” 41–67\n")
                .endsWith("1 report, 1 sum (1 aid, 0 totals)\n")
                .doesNotContain("\u001b");
        assertThat(call.err()).isEqualTo("tranche: 1 report, 1 sum (1 aid, 0 totals)\n");
    }

    @Test
    void jsonHasTheCategoriesOfAFeed() throws IOException {
        Path feed = write(
                "feed.xml",
                "<rss version=\"2.0\"><channel><title>Quay</title><item><guid>1</guid><title>Pumps</title>"
                        + "<category>Water</category><category>Town</category><description>" + AID
                        + "</description></item><item><guid>2</guid><title>Dykes</title><description>" + AID
                        + "</description></item></channel></rss>");
        Call call = Call.of("read", "--format", "json", feed.toString());
        assertThat(lines(call)).hasSize(2);
        assertThat(call.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(",\"categories\":[\"Water\",\"Town\"]}"),
                        line -> assertThat(line).doesNotContain("categories"));
    }

    @Test
    void jsonIsOneLineAReportInInputOrder() throws IOException {
        write("b/2.txt", AID);
        write("b/1.txt", "Nothing.");
        write("b/.hidden/3.txt", "Hidden.");
        Path first = write("z.jsonl", "{\"id\": \"n-1\", \"text\": \"" + AID + "\"}\n{\"text\": \"no id\"}\n");
        Call call = Call.of(
                "read",
                "--format",
                "json",
                first.toString(),
                folder.resolve("b").toString());
        assertThat(call.status()).isZero();
        List<BundleLine> lines = lines(call);
        assertThat(lines).extracting(line -> line.document().value()).containsExactly("n-1", "z:2", "1", "2");
        assertThat(lines.getFirst().facts()).hasSize(1);
        assertThat(call.err()).startsWith("tranche: 4 reports, 2 sums");
    }

    @Test
    void standardInputIsRead() {
        Call call = Call.withInput("{\"text\": \"" + AID + "\"}", "read", "-", "--format=json");
        assertThat(lines(call)).extracting(line -> line.document().value()).containsExactly("stdin");
        assertThat(Call.withInput(AID, "read", "-").out()).contains("$2 billion");
        assertThat(Call.withInput(AID, "read", "-", "-").status()).isEqualTo(2);
    }

    @Test
    void datesAreListedWithTheDaysThatTheyMean() throws IOException {
        Path file = write("d.txt", "date: 2024-05-15\n\nThe mole was finished last month. It opens on Friday.");
        assertThat(Call.of("read", "--dates", file.toString()).out())
                .containsPattern("last month +2024-04\n")
                .containsPattern("Friday +2024-05-1[07]\n");
        assertThat(Call.of("read", "--dates", "--format=json", file.toString()).out())
                .contains("\"dates\":[{\"from\":\"2024-04-01\",\"to\":\"2024-04-30\",\"edtf\":\"2024-04\"");
    }

    @Test
    void cluesAreToldInWordsAndNotCut() throws IOException {
        Path file = write(
                "c.txt",
                "The British prime minister, Rishi Sunak, met President Joe Biden. It was his first visit since the"
                        + " mole of the northern harbour was finished in October 2022.");
        assertThat(Call.of("read", file.toString()).out())
                .contains("(inferred: ")
                .contains("Rishi Sunak\" in office")
                .contains("\"October 2022\" is past (from 1 October 2022)");
    }

    @Test
    void undatedIgnoresDatesOfTheMetadata() throws IOException {
        Path file = write("a.txt", "title: T\ndate: 2024-05-14\n\n" + AID);
        assertThat(lines(Call.of("read", "--format", "json", file.toString()))
                        .getFirst()
                        .published()
                        .basis())
                .isEqualTo(Publication.Basis.METADATA);
        assertThat(lines(Call.of("read", "--format", "json", "--undated", file.toString()))
                        .getFirst()
                        .published()
                        .basis())
                .isNotEqualTo(Publication.Basis.METADATA);
    }

    @Test
    void resultsDoNotDependOnThreads() throws IOException {
        StringBuilder feed = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            feed.append("{\"id\": \"n")
                    .append(i)
                    .append("\", \"text\": \"")
                    .append(AID.replace("2", "" + (i + 2)))
                    .append("\"}\n");
        }
        Path file = write("feed.jsonl", feed.toString());
        String one = Call.of("read", "--format", "json", "--threads", "1", file.toString())
                .out();
        assertThat(one.lines().count()).isEqualTo(500);
        assertThat(Call.of("read", "--format", "json", "--threads", "7", file.toString())
                        .out())
                .isEqualTo(one);
    }

    @Test
    void problemsAreCountedAndOnRequestListed() throws IOException {
        Path file = write(
                "f.jsonl",
                "{\"id\": \"a\", \"text\": \"" + AID + "\"}\n{broken\n{\"id\": \"a\", \"text\": \"x\\u0000\"}\n");
        Path empty = write("void.txt", "");
        Call call = Call.of("read", file.toString(), empty.toString());
        assertThat(call.status()).isZero();
        assertThat(call.err())
                .contains("tranche: problems: empty 1, broken-json 1, repeated-id 1, odd-characters 1 (--problems lists"
                        + " them)\n");
        assertThat(call.out()).contains("! odd-characters: ");
        Call listed = Call.of("read", "--problems", file.toString(), empty.toString());
        assertThat(listed.err())
                .contains("broken-json  " + file + ":2: ")
                .contains("odd-characters  " + file + ":3: ")
                .contains("repeated-id  " + file + ":3: a: ")
                .contains("empty  " + empty + ": ");
    }

    @Test
    void pathsThatLeadNowhereAreAllNamed() {
        Call call = Call.of("read", folder.resolve("nope").toString(), folder.toString(), "gone");
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo("tranche: " + folder.resolve("nope") + ": no such file or folder\n"
                        + "tranche: gone: no such file or folder\n");
        assertThat(Call.of("read").status()).isEqualTo(2);
        assertThat(Call.of("read", "").status()).isEqualTo(2);
    }

    @Test
    void nothingReadableIsAFailureThatSaysWhy() throws IOException {
        Call nothing = Call.of("read", folder.toString());
        assertThat(nothing.status()).isEqualTo(1);
        assertThat(nothing.err()).isEqualTo("tranche: there is no report in " + folder + ".\n");
        Files.write(folder.resolve("picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0, 0, 0, 0});
        Call binary = Call.of("read", folder.toString());
        assertThat(binary.status()).isEqualTo(1);
        assertThat(binary.out()).isEmpty();
        assertThat(binary.err())
                .contains("not_read  ", "picture.txt", "a PNG picture", "no report could be read in " + folder);
    }

    @Test
    void aLinkThatLeadsNowhereLosesNoNeighbour() throws IOException {
        write("b.txt", AID);
        try {
            Files.createSymbolicLink(folder.resolve("a.txt"), folder.resolve("absent"));
        } catch (IOException | UnsupportedOperationException unable) {
            assumeTrue(false, "this file system has no links");
        }
        Call call = Call.of("read", "--problems", folder.toString());
        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("$2 billion");
        assertThat(call.err()).contains("unreadable  ", "a.txt: The file cannot be read: ");
    }

    @Test
    void resultsMayGoToAFileThatAppearsWhole() throws IOException {
        Path file = write("a.txt", AID);
        Path output = folder.resolve("out.jsonl");
        Call call = Call.of("read", "--format", "json", "-o", output.toString(), file.toString());
        assertThat(call.status()).isZero();
        assertThat(call.out()).isEmpty();
        assertThat(Files.readString(output)).startsWith("{\"format\":\"tranche-extraction/1\"");
        Files.writeString(output, "older");
        Call failed =
                Call.of("read", "-o", output.toString(), write("b.txt", "").toString());
        assertThat(failed.status()).isEqualTo(1);
        assertThat(Files.readString(output)).isEqualTo("older");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(Call.of("read", "-o", folder.resolve("no/such/file").toString(), file.toString())
                        .status())
                .isEqualTo(1);
        assertThat(Call.of("read", "-o", folder.toString(), file.toString()).status())
                .isEqualTo(2);
    }

    @Test
    void colourIsForTerminalsThatWantIt() throws IOException {
        String file = write("a.txt", AID).toString();
        assertThat(Call.of("", Map.of(), true, "read", file).out()).contains("\u001b[1m");
        assertThat(Call.of("", Map.of("NO_COLOR", "1"), true, "read", file).out())
                .doesNotContain("\u001b");
        assertThat(Call.of("", Map.of("TERM", "dumb"), true, "read", file).out())
                .doesNotContain("\u001b");
        assertThat(Call.of("", Map.of(), true, "read", "--color", "never", file).out())
                .doesNotContain("\u001b");
        assertThat(Call.of("", Map.of(), false, "read", "--color", "always", file)
                        .out())
                .contains("\u001b[1m");
        assertThat(Call.of("read", "--color", "sometimes", file).status()).isEqualTo(2);
    }

    @Test
    void textNeverSteersTheTerminalAndKeepsItsWidth() throws IOException {
        String file = write(
                        "a.jsonl",
                        "{\"title\": \"" + "wide ".repeat(60) + "\", \"outlet\": \"O\\u001b]0;x\\u0007\", \"text\": \""
                                + AID + "\\u001b[2J\\u202E\"}")
                .toString();
        Call call = Call.of("", Map.of("COLUMNS", "72"), false, "read", file);
        assertThat(call.out()).doesNotContain("\u001b", "\u0007", "\u202E");
        assertThat(call.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
    }

    @Test
    void aLexiconOfOnesOwnAddsNames() throws IOException {
        String file = write("a.txt", AID).toString();
        assertThat(Call.of("read", "--lexicon", folder.resolve("absent").toString(), file)
                        .status())
                .isEqualTo(2);
        Path tables = folder.resolve("tables");
        Files.createDirectories(tables);
        assertThat(Call.of("read", "--lexicon", tables.toString(), file).err()).contains("contains no table");
        Path slip = Files.writeString(tables.resolve("bodys.csv"), "a,b\n");
        Call unknown = Call.of("read", "--lexicon", tables.toString(), file);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no table bodys.csv. Did you mean bodies.csv?");
        Files.delete(slip);
        Files.writeString(
                tables.resolve("bodies.csv"),
                "# Ours.\nid,name,kind,acts_for,aliases\nno-river,Riverbank Council,government,NO,Riverbankers\n");
        String council = write("b.txt", AID.replace("The United States", "The Riverbank Council"))
                .toString();
        assertThat(Call.of("read", "--lexicon", tables.toString(), council).out())
                .contains("NO Norway → UA Ukraine");
        assertThat(Call.of("read", council).out()).doesNotContain("NO Norway");
        Files.writeString(tables.resolve("bodies.csv"), "id,name\nx,y\n");
        Call broken = Call.of("read", "--lexicon", tables.toString(), council);
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("bodies.csv, line 2: ");
    }

    @Test
    void aDiskThatIsFullIsAFailureOfTheOutside() throws IOException {
        String file = write("a.txt", AID).toString();
        Call full = Call.of("", new Failing("No space left on device"), Map.of(), false, "read", file);
        assertThat(full.status()).isEqualTo(1);
        assertThat(full.err()).contains("No space left on device");
        Call closed = Call.of("", new Failing("Broken pipe"), Map.of(), false, "read", file);
        assertThat(closed.status()).isZero();
        assertThat(closed.err()).isEmpty();
    }

    @Test
    void wrongWordsGetTheNearestRightOne() {
        assertThat(Call.of("raed", "x").err()).contains("there is no command 'raed'. Did you mean 'read'?");
        assertThat(Call.of("read", "--formta", "json", "x").err())
                .contains("there is no option '--formta'. Did you mean '--format'?");
        assertThat(Call.of("read", "--format", "jsn", "x").err()).contains("Did you mean 'json'?");
        assertThat(Call.of("read", "--threads", "0", folder.toString()).err()).contains("from 1 to 256");
        for (String[] args : List.of(
                new String[] {},
                new String[] {"raed"},
                new String[] {"read", "--formta", "x"},
                new String[] {"read", "--format", "jsn", "x"},
                new String[] {"read", "--threads", "many", folder.toString()},
                new String[] {"read", "--threads", "0", folder.toString()},
                new String[] {"demo", "surplus"},
                new String[] {"help", "raed"})) {
            assertThat(Call.of(args).status()).as(String.join(" ", args)).isEqualTo(2);
        }
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(Call.of("--help").out()).contains("Commands:", "read", "eval", "demo");
        assertThat(Call.of("help", "read").out())
                .contains("--undated", "PATH")
                .isEqualTo(Call.of("read", "--help").out());
        assertThat(Call.of("version").out())
                .startsWith("tranche 0.")
                .contains("reader tranche-reader/", "format tranche-extraction/1", "java 25")
                .containsPattern("(?m)^commit ([0-9a-f]{12}(\\+changes)?|unknown)$")
                .containsPattern("(?m)^lexicon [0-9a-f]{12}$")
                .isEqualTo(Call.of("--version").out());
    }

    @Test
    void demoReadsTheSamples() {
        Call call = Call.of("demo");
        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("Four more rocket launchers for Ukraine in new US package", "→ UA Ukraine");
        String count = call.out()
                .lines()
                .filter(line -> line.matches("\\d+ reports, .*"))
                .findFirst()
                .orElse("");
        assertThat(Integer.parseInt(count.replaceFirst(" .*", ""))).isGreaterThanOrEqualTo(24);
        assertThat(call.out()).doesNotContain("# Sample reports").contains("\nLedger\n", "\nAudit\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static List<BundleLine> lines(Call call) {
        return call.out()
                .lines()
                .map(line -> ExtractionReader.read("out", line))
                .toList();
    }

    /** A target that takes nothing. */
    private static final class Failing extends OutputStream {
        private final String why;

        Failing(String why) {
            this.why = why;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(why);
        }
    }
}
