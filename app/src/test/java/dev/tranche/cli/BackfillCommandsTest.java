package dev.tranche.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tranche.backfill.JobJar;
import dev.tranche.backfill.SparkHome;
import dev.tranche.crawl.Crawl;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.extract.Extractor;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.archive.WarcMembers;
import dev.tranche.shard.Manifest;
import dev.tranche.shard.ShardNote;
import dev.tranche.shard.ShardPiece;
import dev.tranche.shard.ShardRules;
import dev.tranche.shard.ShardWriter;
import dev.tranche.source.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands around a back-fill: what is imported equals what is added, and what goes wrong is reported in a
 * sentence.
 */
class BackfillCommandsTest {

    private static final int PIECES = 4;

    @TempDir
    private Path folder;

    private Path crawl() throws IOException {
        Path file = folder.resolve("crawl.warc.gz");
        Crawl.of(31, 0.4, 0.05, false).write(file, 60);
        return file;
    }

    /** Does what the job does with each piece, without an engine. */
    private Path shards(Path file, boolean sumsOnly) throws IOException {
        Path out = Files.createDirectories(folder.resolve(sumsOnly ? "sums" : "all"));
        ShardRules rules = new ShardRules(ExtractionVersion.CURRENT.value(), "lexicon", sumsOnly);
        List<Manifest.Shard> shards = new ArrayList<>();
        long bytes = Files.size(file);
        for (int i = 0; i < PIECES; i++) {
            ShardPiece piece =
                    new ShardPiece(file.toString(), bytes, 0, bytes * i / PIECES, bytes * (i + 1) / PIECES, false);
            shards.add(new Manifest.Shard.Written(shard(piece, rules, out)));
        }
        Files.write(out.resolve(Manifest.FILE), new Manifest(rules, shards).lines());
        return out;
    }

    private static ShardNote shard(ShardPiece piece, ShardRules rules, Path out) throws IOException {
        Path target = out.resolve(Manifest.SHARDS).resolve(piece.name() + ShardNote.READINGS);
        Files.createDirectories(out.resolve(Manifest.SHARDS));
        Extractor extractor = Extractor.standard();
        ShardWriter shard = new ShardWriter(Files.newOutputStream(target));
        WarcMembers.Part part;
        try (shard;
                InputStream in = Files.newInputStream(Path.of(piece.input()))) {
            in.skipNBytes(piece.start());
            Content content = Content.of(piece.input(), in)
                    .with(new Content.Options(Optional.empty(), rules.sumsOnly()))
                    .opened(in, ".gz");
            part = WarcMembers.readRange(content, piece.start(), piece.end(), incoming -> {
                if (incoming instanceof Incoming.Report report) {
                    add(shard, extractor.extract(report.document()).after(report.problems()));
                }
            });
        }
        return shard.note(piece, rules, part.first(), part.next(), part.records(), part.malformed(), part.damaged());
    }

    private static void add(ShardWriter shard, Extraction reading) {
        try {
            shard.add(reading);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String book(String name) {
        return folder.resolve(name + ".db").toString();
    }

    private void assertEqual(String one, String two) {
        for (String part : List.of("ledger", "timeline", "statements", "contradictions", "audit")) {
            Call expected = Call.of(part, "--format", "json", "--book", book(one));
            assertThat(Call.of(part, "--format", "json", "--book", book(two)).out())
                    .as(part)
                    .isEqualTo(expected.out());
        }
        assertThat(Call.of("ledger", "--format", "json", "--book", book(one))
                        .out()
                        .lines())
                .hasSizeGreaterThan(10);
        for (List<String> pair : List.of(List.of(one, two), List.of(two, one))) {
            Call taken = Call.of("import", "--book", book(pair.get(0)), book(pair.get(1)));
            assertThat(taken.err()).contains(": 0 entries added");
        }
    }

    @Test
    void whatIsImportedEqualsWhatIsAdded() throws IOException {
        Path file = crawl();
        for (boolean sumsOnly : new boolean[] {true, false}) {
            String added = "added" + sumsOnly;
            String imported = "imported" + sumsOnly;
            List<String> add = new ArrayList<>(List.of("add", "--book", book(added), file.toString()));
            if (sumsOnly) {
                add.add("--sums-only");
            }
            assertThat(Call.of(add.toArray(String[]::new)).status()).isZero();
            Path out = shards(file, sumsOnly);
            assertThat(Call.of("import", "--book", book(imported), out.toString())
                            .status())
                    .isZero();
            assertEqual(added, imported);
            assertThat(Call.of("import", "--book", book(imported), out.toString())
                            .err())
                    .contains(", 0 of them added");
        }
    }

    @Test
    void aMissingAndADamagedShardAreToldAndTheRestGoesOn() throws IOException {
        Path out = shards(crawl(), true);
        Manifest manifest;
        try (var lines = Files.newBufferedReader(out.resolve(Manifest.FILE))) {
            manifest = Manifest.read("manifest", lines);
        }
        Path lost = out.resolve(Manifest.SHARDS).resolve(manifest.notes().get(1).name() + ShardNote.READINGS);
        Path hurt = out.resolve(Manifest.SHARDS).resolve(manifest.notes().get(2).name() + ShardNote.READINGS);
        byte[] sound = Files.readAllBytes(hurt);
        byte[] lostBytes = Files.readAllBytes(lost);
        Files.delete(lost);
        byte[] damaged = sound.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(hurt, damaged);

        Call first = Call.of("import", "--book", book("mended"), out.toString());
        assertThat(first.status()).isEqualTo(1);
        assertThat(first.err())
                .contains("the shard " + manifest.notes().get(1).name() + " is missing; its ")
                .contains("the shard " + manifest.notes().get(2).name() + " is damaged; its ")
                .contains("readings, ");
        long rest = manifest.notes().get(0).counts().readings()
                + manifest.notes().get(3).counts().readings();
        assertThat(first.err()).contains(rest + " readings, " + rest + " of them added");

        Files.write(lost, lostBytes);
        Files.write(hurt, sound);
        Call second = Call.of("import", "--book", book("mended"), out.toString());
        assertThat(second.status()).isZero();
        assertThat(second.err())
                .contains(manifest.counts().readings() + " readings, "
                        + (manifest.counts().readings() - rest) + " of them added");
    }

    @Test
    void aFolderThatIsNotCompleteIsRefused() throws IOException {
        Path out = shards(crawl(), true);
        String lines = Files.readString(out.resolve(Manifest.FILE));
        Files.writeString(out.resolve(Manifest.FILE), lines.substring(0, lines.length() / 2));
        Call cut = Call.of("import", "--book", book("none"), out.toString());
        assertThat(cut.status()).isEqualTo(1);
        assertThat(cut.err()).contains("Run the back-fill again");
        Files.delete(out.resolve(Manifest.FILE));
        Call without = Call.of("import", "--book", book("none"), out.toString());
        assertThat(without.status()).isEqualTo(1);
        assertThat(without.err()).contains("did not finish");
    }

    @Test
    void withoutSparkTheCommandSaysWhatIsMissing() {
        Call none = Call.of("", Map.of(), false, "backfill", "--master", "local[1]", "--warc", "x", "--out", "y");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("Spark was not found").contains("--spark-home");
        Call empty = Call.of(
                "backfill", "--master", "local", "--warc", "x", "--out", "y", "--spark-home", folder.toString());
        assertThat(empty.status()).isEqualTo(1);
        assertThat(empty.err()).contains("there is no Spark in " + folder);
        Call nothing = Call.of("backfill", "--master", "local", "--out", "y");
        assertThat(nothing.status()).isEqualTo(2);
    }

    @Test
    void installationsAreFoundByScriptOrByJars() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jarsonly/jars"));
        Files.createFile(jars.resolve("spark-core_2.13-4.2.0.jar"));
        SparkHome home = SparkHome.find(
                Optional.empty(),
                Map.of("SPARK_HOME", folder.resolve("jarsonly").toString()));
        assertThat(home.submit()).isEmpty();
        assertThat(home.environment()).containsEntry("SPARK_SCALA_VERSION", "2.13");
        Path script = Files.createDirectories(folder.resolve("whole/bin")).resolve("spark-submit");
        Files.writeString(script, "#!/bin/sh\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        SparkHome whole = SparkHome.find(Optional.empty(), Map.of("PATH", "/nowhere:" + folder.resolve("whole/bin")));
        assertThat(whole.folder().toRealPath())
                .isEqualTo(folder.resolve("whole").toRealPath());
        assertThat(whole.submit()).isPresent();
    }

    @Test
    void aJobJarThatIsNotThereIsNamed() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> JobJar.find(Optional.of(folder.resolve("job.jar")))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("job.jar");
    }

    @Test
    void theProgramKnowsNoSpark() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.tranche"));
        List<String> path = List.of(System.getProperty("java.class.path").split(":"));
        assertThat(path).noneMatch(jar -> jar.contains("/spark-") || jar.contains("/hadoop-"));
    }
}
