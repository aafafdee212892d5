package dev.tranche.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.crawl.Crawl;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.shard.ShardNote;
import dev.tranche.shard.ShardPiece;
import dev.tranche.shard.ShardReader;
import dev.tranche.shard.ShardRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work of one machine: pieces become shards, each of them once and whole. */
class ShardsTest {

    @TempDir
    private Path folder;

    private Path archive = Path.of("");
    private Shards shards = shards(true);
    private List<ShardPiece> pieces = List.of();

    private Shards shards(boolean sumsOnly) {
        TreeMap<String, String> none = new TreeMap<>();
        ShardRules rules = new ShardRules(ExtractionVersion.CURRENT.value(), Readers.digest(none), sumsOnly);
        return new Shards(String.valueOf(folder) + "/out", rules, none, none, true);
    }

    @BeforeEach
    void writeCrawl() throws IOException {
        archive = folder.resolve("crawl.warc.gz");
        Crawl.of(21, 0.3, 0.02, false).write(archive, 40);
        shards = shards(true);
        pieces = pieces(Files.size(archive) / 3 + 1);
    }

    private List<ShardPiece> pieces(long most) throws IOException {
        Storage storage = new LocalStorage();
        return Pieces.of(storage.list(archive.toString()), storage, most);
    }

    private List<String> texts(ShardPiece piece) throws IOException {
        List<String> texts = new ArrayList<>();
        String path = shards.path(piece, ShardNote.READINGS);
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            ShardReader.read(path, in, reading -> texts.add(reading.document().text()));
        }
        return texts;
    }

    @Test
    void piecesMeetAndHoldWhatTheWholeHolds() throws IOException {
        assertThat(pieces).hasSize(3);
        List<ReadShard.Done> done = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (ShardPiece piece : pieces) {
            ShardNote note = shards.write(piece);
            done.add(new ReadShard.Done(piece, dev.tranche.shard.NoteFormat.write(note), true, ""));
            texts.addAll(texts(piece));
            assertThat(note.counts().readings()).isEqualTo(texts(piece).size());
        }
        assertThat(BackfillJob.isJoined(done)).isTrue();
        ShardPiece whole = pieces(Long.MAX_VALUE).getFirst();
        shards.write(whole);
        assertThat(texts).isNotEmpty().isEqualTo(texts(whole));
        assertThat(BackfillJob.isJoined(List.of(done.get(0), done.get(2)))).isFalse();
    }

    @Test
    void aCompleteShardIsKnownAndADamagedOrMissingOneIsNot() throws IOException {
        ShardPiece piece = pieces.getFirst();
        assertThat(shards.known(piece)).isEmpty();
        ShardNote note = shards.write(piece);
        assertThat(shards.known(piece)).contains(note);
        assertThat(shards(false).known(piece)).as("read by other rules").isEmpty();

        Path readings = Path.of(shards.path(piece, ShardNote.READINGS));
        byte[] sound = Files.readAllBytes(readings);
        byte[] damaged = sound.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(readings, damaged);
        assertThat(shards.known(piece)).as("damaged").isEmpty();
        Files.delete(readings);
        assertThat(shards.known(piece)).as("missing").isEmpty();
        assertThat(shards.write(piece)).isEqualTo(note);
        assertThat(Files.readAllBytes(readings)).as("written again").isEqualTo(sound);

        Files.writeString(Path.of(shards.path(piece, ShardNote.NOTE)), "{\"format\":\"tranche-sh");
        assertThat(shards.known(piece)).as("the note is cut off").isEmpty();
    }

    @Test
    void anInputThatChangedIsReadAgain() throws IOException {
        ShardPiece before = pieces.getFirst();
        shards.write(before);
        Files.setLastModifiedTime(archive, FileTime.fromMillis(before.changed() + 5_000));
        ShardPiece after = pieces(Files.size(archive) / 3 + 1).getFirst();
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(shards.known(after)).isEmpty();
    }

    @Test
    void whatCannotBeReadLeavesNothing() throws IOException {
        Files.delete(archive);
        assertThatThrownBy(() -> shards.write(pieces.getFirst())).isInstanceOf(NoSuchFileException.class);
        try (Stream<Path> left = Files.walk(folder.resolve("out"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        } catch (NoSuchFileException nothing) {
            assertThat(nothing).isNotNull();
        }
    }

    /** A file of another kind is one piece, whatever its size. */
    @Test
    void otherFilesAreReadWhole() throws IOException {
        archive = folder.resolve("report.txt");
        Files.writeString(archive, "Oslo will send Kyiv $5 million in medical aid, the minister said on 3 May 2023.");
        ShardPiece piece = pieces(10).getFirst();
        assertThat(pieces(10)).hasSize(1);
        assertThat(piece.whole()).isTrue();
        assertThat(shards.write(piece).counts().facts()).isEqualTo(1);
    }
}
