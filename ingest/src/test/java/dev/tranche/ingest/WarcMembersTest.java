package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.crawl.Crawl;
import dev.tranche.ingest.archive.WarcMembers;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranges of a compressed web archive: together they yield what the whole yields, whatever is broken. */
class WarcMembersTest {

    private static final int RESPONSES = 100;
    private static final double RELEVANT = 0.1;

    @TempDir
    private Path folder;

    private record Found(List<Incoming> all, WarcMembers.Part part) {
        List<Incoming.Report> reports() {
            return all.stream()
                    .filter(Incoming.Report.class::isInstance)
                    .map(Incoming.Report.class::cast)
                    .toList();
        }
    }

    private static Found range(byte[] file, long start, long end) throws IOException {
        List<Incoming> all = new ArrayList<>();
        InputStream bytes = new ByteArrayInputStream(file, (int) start, file.length);
        WarcMembers.Part part =
                WarcMembers.readRange(Content.of("crawl.warc.gz", bytes).opened(bytes, ".gz"), start, end, all::add);
        return new Found(all, part);
    }

    private static List<String> texts(List<Incoming.Report> reports) {
        return reports.stream()
                .map(report -> report.place() + " " + report.document().id() + " "
                        + report.document().text() + report.document().published())
                .toList();
    }

    private byte[] crawl(long seed, int responses) throws IOException {
        return crawl(seed, responses, 0.05);
    }

    private byte[] crawl(long seed, int responses, double broken) throws IOException {
        Path file = folder.resolve("crawl-" + seed + ".warc.gz");
        Crawl.of(seed, RELEVANT, broken, false).write(file, responses);
        return Files.readAllBytes(file);
    }

    @Test
    void aWholeCrawlIsReadAsItsTruthSays() throws IOException {
        Path file = folder.resolve("crawl.warc.gz");
        Crawl.Truth truth = Crawl.of(7, RELEVANT, 0.03, false).write(file, 600);
        assertThat(truth.malformed()).isPositive();
        assertThat(truth.damaged()).isPositive();
        Found found = range(Files.readAllBytes(file), 0, Long.MAX_VALUE);
        assertThat(found.reports()).hasSize(truth.pages());
        assertThat(found.part().records()).isEqualTo(truth.records());
        assertThat(found.part().malformed()).isEqualTo(truth.malformed());
        assertThat(found.part().damaged()).isEqualTo(truth.damaged());
    }

    @Test
    void rangesYieldTogetherWhatTheWholeYields() throws IOException {
        byte[] file = crawl(1, RESPONSES);
        Found whole = range(file, 0, Long.MAX_VALUE);
        assertThat(whole.reports()).hasSizeGreaterThan(RESPONSES / 2);
        for (int size : new int[] {997, 24_999, 65_536, 1 << 20, file.length, 2 * file.length}) {
            assertThat(inRanges(file, size)).as("ranges of " + size).isEqualTo(texts(whole.reports()));
        }
    }

    /** Wherever bytes are damaged, ranges and the whole agree on what is left. */
    @Test
    void rangesAgreeWithTheWholeAboutDamage() throws IOException {
        byte[] sound = crawl(2, 30, 0);
        int count = range(sound, 0, Long.MAX_VALUE).reports().size();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20; i++) {
            byte[] file = sound.clone();
            int at = 2_000 + random.nextInt(file.length - 4_000);
            int length = 1 + random.nextInt(i % 2 == 0 ? 1 : 300);
            for (int k = 0; k < length; k++) {
                file[at + k] ^= (byte) (1 + random.nextInt(255));
            }
            Found whole = range(file, 0, Long.MAX_VALUE);
            assertThat(whole.part().damaged()).as("damage at " + at).isPositive();
            assertThat(whole.reports()).hasSizeBetween(count - 3, count);
            assertThat(inRanges(file, 50_000)).as("damage at " + at).isEqualTo(texts(whole.reports()));
        }
    }

    @Test
    void aFileThatIsCutOffYieldsTheRecordsBeforeTheCut() throws IOException {
        byte[] file = crawl(4, 30, 0);
        int count = range(file, 0, Long.MAX_VALUE).reports().size();
        Found cut = range(Arrays.copyOf(file, file.length - 10), 0, Long.MAX_VALUE);
        assertThat(cut.reports()).hasSizeBetween(count - 1, count);
        assertThat(cut.all())
                .filteredOn(Incoming.Refused.class::isInstance)
                .extracting(refused -> ((Incoming.Refused) refused).problem().message())
                .anyMatch(message -> message.contains("cut off, at byte"));
    }

    /** An archive compressed as one stream has one record start that a range can find: the first. */
    @Test
    void oneStreamIsReadByItsFirstRange() throws IOException {
        byte[] file = oneStream(crawl(5, 40, 0));
        Found whole = range(file, 0, Long.MAX_VALUE);
        assertThat(whole.reports()).isNotEmpty();
        assertThat(inRanges(file, file.length / 3)).isEqualTo(texts(whole.reports()));
    }

    @Test
    void theFrontDoorReadsRecordByRecord() throws IOException {
        byte[] file = crawl(6, RESPONSES);
        List<Incoming> all = Ingest.readAll("folder/crawl.warc.gz", file);
        Found whole = range(file, 0, Long.MAX_VALUE);
        List<Incoming.Report> reports = new Found(all, whole.part()).reports();
        assertThat(reports.stream().map(Incoming.Report::document).toList())
                .isEqualTo(
                        whole.reports().stream().map(Incoming.Report::document).toList());
        assertThat(all)
                .filteredOn(Incoming.Refused.class::isInstance)
                .extracting(refused -> ((Incoming.Refused) refused).problem().code())
                .contains(ProblemCode.NOT_READ);
    }

    @Test
    void beginningsAreRecognised() throws IOException {
        byte[] file = crawl(8, 3, 0);
        assertThat(WarcMembers.begins(Arrays.copyOf(file, 4096))).isTrue();
        assertThat(WarcMembers.begins(oneStream(file))).isTrue();
        assertThat(WarcMembers.begins(new byte[] {})).isFalse();
        assertThat(WarcMembers.begins("WARC/1.0\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isFalse();
    }

    /** Reads ranges one after the other, each beginning where the one before says. */
    private static List<String> inRanges(byte[] file, int size) throws IOException {
        List<String> texts = new ArrayList<>();
        long next = 0;
        for (long start = 0; start < file.length; start += size) {
            Found found = range(file, start, Math.min(file.length, start + size));
            texts.addAll(texts(found.reports()));
            assertThat(found.part().first()).isEqualTo(Math.min(next, Math.min(file.length, start + size)));
            next = Math.max(next, found.part().next());
        }
        assertThat(next).isEqualTo(file.length);
        return texts;
    }

    private static byte[] oneStream(byte[] members) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(members));
                GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            in.transferTo(out);
        } catch (IOException damaged) {
            throw new IllegalStateException("the crawl of this seed is damaged; choose another", damaged);
        }
        return bytes.toByteArray();
    }
}
