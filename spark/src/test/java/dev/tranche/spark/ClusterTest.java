package dev.tranche.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.bundle.JsonValue;
import dev.tranche.crawl.Crawl;
import dev.tranche.resolve.Origins;
import dev.tranche.resolve.TextTag;
import dev.tranche.shard.Manifest;
import dev.tranche.shard.ShardNote;
import dev.tranche.shard.ShardReader;
import dev.tranche.testkit.Slow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way on a real cluster: a crawl is read by two workers of which one is killed midway, and what is imported
 * equals, entry by entry, the book of one machine that read the same files.
 */
@Slow
@Tag("cluster")
class ClusterTest {

    private static final int FILES = 5;
    private static final int RESPONSES = 40;
    private static final double RELEVANT = 0.15;
    private static final double BROKEN = 0.03;

    @TempDir
    private Path folder;

    private static Path given(String property) {
        String value = System.getProperty(property);
        Assumptions.assumeTrue(
                value != null && Files.exists(Path.of(value)),
                "The cluster was not tested: " + property + " names nothing that was built; run mvn verify.");
        return Path.of(value).toAbsolutePath();
    }

    @Test
    void aCrawlReadOnAClusterMakesTheBookOfOneMachine() throws Exception {
        Path job = given("tranche.job");
        Path home = given("tranche.sparkHome");
        given("tranche.app");
        Path crawl = Files.createDirectory(folder.resolve("crawl"));
        Crawl.Truth truth = new Crawl.Truth(0, 0, 0, 0, 0, 0, 0);
        Crawl writer = Crawl.of(11, RELEVANT, BROKEN, false);
        for (int i = 0; i < FILES; i++) {
            truth = truth.plus(writer.write(crawl.resolve("crawl-" + i + ".warc.gz"), RESPONSES));
        }
        Path out = folder.resolve("out");
        backfill(crawl, out, job, home);
        Manifest manifest = manifest(out);
        assertThat(manifest.missing()).isEmpty();
        assertThat(manifest.shards()).hasSizeGreaterThan(FILES);
        assertThat(manifest.counts().records()).isEqualTo(truth.records());
        assertThat(manifest.counts().malformed()).isEqualTo(truth.malformed());
        assertThat(manifest.counts().damaged()).isEqualTo(truth.damaged()).isPositive();
        assertThat(manifest.counts().readings()).isGreaterThanOrEqualTo(truth.relevant());
        booksAreEqual(crawl, out);
        copiesAreThoseOfOneMachine(out, manifest);
    }

    private void backfill(Path crawl, Path out, Path job, Path home) throws IOException, InterruptedException {
        Cluster cluster;
        try {
            cluster = Cluster.start(folder, home, 2);
        } catch (IOException refused) {
            Assumptions.abort("The cluster was not tested: no process can be started here: " + refused.getMessage());
            return;
        }
        Path told = folder.resolve("backfill.txt");
        try (cluster) {
            Process submitted = tranche(
                    told,
                    List.of(
                            "backfill",
                            "--master",
                            cluster.master(),
                            "--warc",
                            crawl.toString(),
                            "--out",
                            out.toString(),
                            "--piece-mb",
                            "0.4",
                            "--spark-home",
                            home.toString(),
                            "--job-jar",
                            job.toString(),
                            "--log",
                            folder.resolve("spark.log").toString(),
                            "--conf",
                            "spark.driver.host=127.0.0.1",
                            "--conf",
                            "spark.driver.bindAddress=127.0.0.1",
                            "--conf",
                            "spark.ui.enabled=false",
                            "--conf",
                            "spark.executor.memory=900m",
                            "--conf",
                            "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1",
                            "--conf",
                            "spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1"));
            try {
                Cluster.await("the first shards", submitted, () -> shards(out) >= 2);
                cluster.kill(0);
                assertThat(submitted.waitFor(Cluster.PATIENCE.toMinutes(), TimeUnit.MINUTES))
                        .as("the job came to its end")
                        .isTrue();
                assertThat(submitted.exitValue()).as(Files.readString(told)).isZero();
            } finally {
                submitted.descendants().forEach(ProcessHandle::destroyForcibly);
                submitted.destroyForcibly();
            }
        }
        assertThat(told).content().contains("is gone");
    }

    private static long shards(Path out) {
        Path shards = out.resolve(Manifest.SHARDS);
        if (!Files.isDirectory(shards)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(shards)) {
            return files.filter(file -> file.toString().endsWith(ShardNote.NOTE))
                    .count();
        } catch (IOException changing) {
            return 0;
        }
    }

    /** Importing either book into the other adds nothing, and the ledgers are the same line by line. */
    private void booksAreEqual(Path crawl, Path out) throws IOException, InterruptedException {
        String one = folder.resolve("one.db").toString();
        String imported = folder.resolve("imported.db").toString();
        said("add", "--sums-only", "--book", one, crawl.toString());
        assertThat(said("import", "--book", imported, out.toString())).doesNotContain(" 0 of them");
        String ledger = said("ledger", "--format", "json", "--book", one);
        assertThat(ledger.lines().count()).isGreaterThan(10);
        assertThat(said("ledger", "--format", "json", "--book", imported)).isEqualTo(ledger);
        assertThat(said("import", "--book", one, imported)).contains(": 0 entries added");
        assertThat(said("import", "--book", imported, one)).contains(": 0 entries added");
    }

    /** Bands on many machines find the copies that one machine finds. */
    private static void copiesAreThoseOfOneMachine(Path out, Manifest manifest) throws IOException {
        Origins origins = new Origins();
        Map<Long, Integer> places = new HashMap<>();
        for (ShardNote note : manifest.notes()) {
            Path file = out.resolve(Manifest.SHARDS).resolve(note.name() + ShardNote.READINGS);
            try (InputStream in = Files.newInputStream(file)) {
                ShardReader.read(file.toString(), in, reading -> {
                    if (!reading.facts().isEmpty()) {
                        TextTag tag = TextTag.of(reading.document());
                        places.computeIfAbsent(
                                tag.number(),
                                number -> origins.add(
                                        tag, Origins.sketch(reading.document().text())));
                    }
                });
            }
        }
        origins.settle();
        Map<Long, Long> expected = new HashMap<>();
        places.forEach((text, place) -> expected.put(text, origins.number(place)));
        Map<Long, Long> found = new HashMap<>();
        for (String line : lines(out.resolve("hints/copies"))) {
            JsonValue row = JsonValue.parse("copies", line);
            found.put(number(row, "text"), number(row, "origin"));
        }
        assertThat(found).isEqualTo(expected);
        assertThat(found.entrySet()).anyMatch(each -> !each.getKey().equals(each.getValue()));
        assertThat(lines(out.resolve("hints/claims")))
                .hasSize((int) manifest.counts().facts());
    }

    private static long number(JsonValue row, String key) {
        return row.member(key).number().map(BigDecimal::longValueExact).orElseThrow();
    }

    private static List<String> lines(Path table) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> parts = Files.list(table)) {
            for (Path part : parts.filter(
                            file -> String.valueOf(file.getFileName()).startsWith("part-"))
                    .toList()) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        return lines;
    }

    private static Manifest manifest(Path out) throws IOException {
        Path file = out.resolve(Manifest.FILE);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return Manifest.read(file.toString(), lines);
        }
    }

    private String said(String... arguments) throws IOException, InterruptedException {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process process = tranche(told, List.of(arguments));
        assertThat(process.waitFor(Cluster.PATIENCE.toMinutes(), TimeUnit.MINUTES))
                .isTrue();
        String text = Files.readString(told);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private Process tranche(Path told, List<String> arguments) throws IOException {
        Path app = given("tranche.app");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                app.resolve("tranche.jar") + ":" + app.resolve("lib") + "/*",
                "dev.tranche.app.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        builder.environment().putAll(Cluster.environment());
        return builder.start();
    }
}
