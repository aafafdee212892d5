package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReleaseFolderTest {

    @Test
    void everyFileIsSummed() throws IOException, NoSuchAlgorithmException {
        List<String> expected = new ArrayList<>();
        for (String name : names()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Made.RELEASE.resolve(name)));
            expected.add(HexFormat.of().formatHex(digest) + "  " + name);
        }
        assertThat(Files.readAllLines(Made.RELEASE.resolve("SHA256SUMS"))).containsExactlyElementsOf(expected);
    }

    @Test
    @Tag("image")
    void aReleaseIsWhole() throws IOException {
        assertThat(names())
                .contains(
                        "Dockerfile",
                        "RELEASE-NOTE.md",
                        "tranche-" + Made.VERSION + ".cdx.json",
                        "tranche-" + Made.VERSION + ".zip")
                .anyMatch(name -> name.endsWith(".tar.gz"));
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Made.RELEASE)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("SHA256SUMS"))
                    .sorted()
                    .toList();
        }
    }
}
