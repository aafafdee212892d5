package dev.tranche.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.Tranche;
import dev.tranche.bundle.BundleException;
import dev.tranche.extract.Extraction;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Document;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shards, notes and manifests come back as they were written, and nothing else passes for them. */
class ManifestTest {

    private static final ShardRules RULES = new ShardRules("tranche-reader/2", "0123456789abcdef", true);
    private static final List<Extraction> READINGS = List.of(
            Tranche.read(Document.of("one", "Aid for Kyiv", "Oslo will send Kyiv $5 million in medical aid.")
                    .with(Optional.of("Fjord Post"), Optional.empty(), Optional.of("2023-05-03"), Optional.of("en"))),
            Tranche.read("two", "It rained in \u201cLviv\u201d all day.\nNobody minded. \ud83d\ude00"));

    private record Shard(ByteArrayOutputStream written, ShardNote note) {
        byte[] bytes() {
            return written.toByteArray();
        }
    }

    private static Shard shard(String input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ShardWriter writer = new ShardWriter(bytes);
        try (writer) {
            for (Extraction reading : READINGS) {
                writer.add(reading);
            }
            for (int i = 0; i < 30; i++) {
                writer.note(Problem.of(ProblemCode.EMPTY, "nothing in " + i));
            }
        }
        ShardPiece piece = new ShardPiece(input, 5_000_000_000L, 77, 4_000_000_000L, 5_000_000_000L, false);
        return new Shard(bytes, writer.note(piece, RULES, 4_000_000_123L, 5_000_000_000L, 9, 2, 1));
    }

    @Test
    void readingsComeBackAsTheyWere() throws IOException {
        Shard shard = shard("a.warc.gz");
        List<Extraction> back = new ArrayList<>();
        ShardReader.read("a", new ByteArrayInputStream(shard.bytes()), back::add);
        assertThat(back).hasSize(2);
        assertThat(back)
                .extracting(Extraction::document)
                .isEqualTo(READINGS.stream().map(Extraction::document).toList());
        assertThat(back)
                .extracting(Extraction::facts)
                .isEqualTo(READINGS.stream().map(Extraction::facts).toList());
        assertThat(shard("a.warc.gz").bytes()).as("equal readings, equal bytes").isEqualTo(shard.bytes());
    }

    @Test
    void aChangedOrShortenedShardIsNotSound() throws IOException {
        Shard shard = shard("a.warc.gz");
        assertThat(ShardReader.isSound(shard.note(), new ByteArrayInputStream(shard.bytes())))
                .isTrue();
        byte[] changed = shard.bytes().clone();
        changed[changed.length / 2] ^= 4;
        assertThat(ShardReader.isSound(shard.note(), new ByteArrayInputStream(changed)))
                .isFalse();
        byte[] cut = Arrays.copyOf(changed, changed.length - 1);
        assertThat(ShardReader.isSound(shard.note(), new ByteArrayInputStream(cut)))
                .isFalse();
    }

    @Test
    void notesAndManifestComeBackAsTheyWere() throws IOException {
        ShardNote note = shard("s3a://bucket/a \"quoted\".warc.gz").note();
        assertThat(note.counts().facts()).isEqualTo(1);
        assertThat(note.counts().problems()).containsEntry("empty", 30L);
        assertThat(note.counts().examples()).hasSize(ShardCounts.MOST_EXAMPLES);
        assertThat(NoteFormat.read("note", NoteFormat.write(note))).isEqualTo(note);
        ShardPiece lost = new ShardPiece("b.warc.gz", 10, 1, 0, 10, false);
        Manifest manifest = new Manifest(
                RULES, List.of(new Manifest.Shard.Written(note), new Manifest.Shard.Missing(lost, "disk gone")));
        Manifest back = read(String.join("\n", manifest.lines()));
        assertThat(back).isEqualTo(manifest);
        assertThat(back.counts().readings()).isEqualTo(2);
        assertThat(back.missing()).hasSize(1);
    }

    @Test
    void whatIsNoManifestIsRefusedWithItsPlace() throws IOException {
        Manifest manifest = new Manifest(
                RULES, List.of(new Manifest.Shard.Written(shard("a").note())));
        List<String> lines = manifest.lines();
        for (String wrong : List.of("", "{}", lines.get(0), lines.get(0) + "\n{\"format\":\"tranche-sha")) {
            assertThatThrownBy(() -> read(wrong))
                    .as(wrong)
                    .isInstanceOf(BundleException.class)
                    .hasMessageStartingWith("manifest");
        }
    }

    /** A name in a manifest leads nowhere else: it is made of the input and never read. */
    @Test
    void namesStayInsideTheFolder() {
        ShardPiece piece = new ShardPiece("/x/../../etc/passwd", 10, 1, 0, 10, true);
        assertThat(piece.name()).doesNotContain("/").doesNotContain("..");
    }

    @Test
    void piecesFollowOneAnother() throws IOException {
        ShardNote note = shard("a").note();
        ShardNote before = new ShardNote(
                new ShardPiece("a", 5_000_000_000L, 77, 0, 4_000_000_000L, false),
                0,
                4_000_000_123L,
                RULES,
                ShardCounts.NONE,
                note.bytes(),
                note.sha256());
        assertThat(note.follows(before)).isTrue();
        ShardNote gap =
                new ShardNote(before.piece(), 0, 4_000_000_000L, RULES, ShardCounts.NONE, note.bytes(), note.sha256());
        assertThat(note.follows(gap)).isFalse();
    }

    private static Manifest read(String text) throws IOException {
        return Manifest.read("manifest", new BufferedReader(new StringReader(text)));
    }
}
