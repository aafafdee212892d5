package dev.tranche.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One contract for files on a disk and files that Hadoop opens. */
class StorageTest {

    @TempDir
    private Path folder;

    static Stream<Storage> storages() {
        return Stream.of(new LocalStorage(), new HadoopStorage(Map.of("fs.file.impl.disable.cache", "true")));
    }

    private String at(Storage storage, String name) {
        String path = folder.resolve(name).toString();
        return storage instanceof HadoopStorage ? "file:" + path : path;
    }

    private static void write(Storage storage, String path, String text) throws IOException {
        try (OutputStream out = storage.create(path)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String read(Storage storage, String path, long offset) throws IOException {
        try (InputStream in = storage.open(path, offset)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("storages")
    void filesAreCreatedMovedAndRemoved(Storage storage) throws IOException {
        String unfinished = at(storage, "out/unfinished/a.json");
        String name = at(storage, "out/shards/a.json");
        write(storage, unfinished, "first");
        assertThat(storage.exists(name)).isFalse();
        storage.move(unfinished, name);
        assertThat(read(storage, name, 0)).isEqualTo("first");
        assertThat(read(storage, name, 3)).isEqualTo("st");
        write(storage, unfinished, "second");
        storage.move(unfinished, name);
        assertThat(read(storage, name, 0)).isEqualTo("second");
        assertThat(storage.exists(unfinished)).isFalse();
        storage.remove(at(storage, "out/unfinished"));
        storage.remove(at(storage, "out/unfinished"));
        assertThat(Files.exists(folder.resolve("out/unfinished"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void filesAreListedInOrderWithoutHiddenOnes(Storage storage) throws IOException {
        for (String name : List.of("b/2.gz", "b/.hidden/3.gz", "a.gz", ".c.gz", "z.txt")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), name);
        }
        assertThat(storage.list(at(storage, "")))
                .extracting(found ->
                        folder.relativize(Path.of(Storage.bare(found.path()))).toString())
                .containsExactly("a.gz", "b/2.gz", "z.txt");
        assertThat(storage.list(at(storage, "*.gz")))
                .extracting(Storage.Found::bytes)
                .containsExactly(4L);
        assertThat(storage.list(at(storage, "none"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("storages")
    void anAddressChoosesItsStorage(Storage storage) {
        assertThat(Storage.of(at(storage, "x"), Map.of())).isInstanceOf(LocalStorage.class);
        assertThat(Storage.of("hdfs://host/x", Map.of())).isInstanceOf(HadoopStorage.class);
        assertThat(Storage.of("s3a://bucket/x", Map.of())).isInstanceOf(HadoopStorage.class);
    }
}
