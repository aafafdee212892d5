package dev.tranche.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.shard.ShardPiece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files are found and cut, and how a command line is understood. */
class PiecesTest {

    @TempDir
    private Path folder;

    @Test
    void piecesCoverAFileWithoutGaps() {
        for (long bytes : new long[] {0, 1, 7, 1000, (1L << 40) + 3}) {
            for (long most : new long[] {1, 3, 999, 1L << 30}) {
                if (bytes / most > 10_000) {
                    continue;
                }
                List<ShardPiece> pieces = Pieces.of(new Storage.Found("/x/a.warc.gz", bytes, 1), true, most);
                long next = 0;
                for (ShardPiece piece : pieces) {
                    assertThat(piece.start()).isEqualTo(next);
                    assertThat(piece.end() - piece.start()).isLessThanOrEqualTo(most);
                    next = piece.end();
                }
                assertThat(next).isEqualTo(bytes);
                assertThat(pieces.stream().map(ShardPiece::name).distinct()).hasSize(pieces.size());
            }
        }
    }

    @Test
    void filesOfTwoFoldersHaveTwoNames() {
        ShardPiece one = new ShardPiece("s3a://bucket/2023/05/a.warc.gz", 10, 1, 0, 10, false);
        ShardPiece two = new ShardPiece("s3a://bucket/2023/06/a.warc.gz", 10, 1, 0, 10, false);
        assertThat(one.name()).isNotEqualTo(two.name()).matches("[A-Za-z0-9._-]+");
    }

    @Test
    void foldersAndPatternsAreListedInOrder() throws IOException {
        Files.createDirectories(folder.resolve("b/.hidden"));
        for (String name : List.of("b/2.warc.gz", "b/.hidden/3.warc.gz", "a.warc.gz", ".c.warc.gz", "z.txt")) {
            Files.writeString(folder.resolve(name), name);
        }
        Storage storage = Storage.of(folder.toString(), java.util.Map.of());
        assertThat(storage.list(folder.toString()))
                .extracting(found -> folder.relativize(Path.of(found.path())).toString())
                .containsExactly("a.warc.gz", "b/2.warc.gz", "z.txt");
        assertThat(storage.list(folder + "/*.gz")).hasSize(1);
        assertThat(storage.list("file://" + folder + "/a.warc.gz")).hasSize(1);
        assertThat(storage.list(folder + "/none")).isEmpty();
    }

    @Test
    void argumentsAreUnderstoodOrRefusedWithASentence() {
        JobArguments arguments = JobArguments.parse(
                "--warc",
                "a",
                "--warc",
                "b",
                "--out",
                "s3a://x/out/",
                "--piece-mb",
                "0.5",
                "--all-pages",
                "--no-hints");
        assertThat(arguments.warc()).containsExactly("a", "b");
        assertThat(arguments.out()).isEqualTo("s3a://x/out");
        assertThat(arguments.pieceBytes()).isEqualTo(1 << 19);
        assertThat(arguments.allPages()).isTrue();
        assertThat(arguments.hints()).isFalse();
        assertThat(arguments.parquet()).isTrue();
        for (List<String> wrong : List.of(
                List.of("--out", "x"),
                List.of("--warc", "a"),
                List.of("--warc"),
                List.of("--warc", "a", "--out", "x", "--piece-mb", "0"),
                List.of("--warc", "a", "--out", "x", "--piece-mb", "many"),
                List.of("--wark", "a"))) {
            assertThatThrownBy(() -> JobArguments.parse(wrong.toArray(String[]::new)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(wrong.contains("--piece-mb") ? "." : "--no-hints]");
        }
    }
}
