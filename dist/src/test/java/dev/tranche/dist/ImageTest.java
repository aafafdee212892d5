package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases with a runtime of their own, on a machine without Java. */
@Tag("image")
class ImageTest {

    private static final long MOST_BYTES = 120_000_000;

    @TempDir
    Path scratch;

    @Test
    void archiveServesTheDemonstrationWithoutAnyJava() throws IOException, InterruptedException {
        Path archive = only(".tar.gz");
        assertThat(archive)
                .as("a reasonable size")
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(MOST_BYTES));
        Path folder = Files.createDirectories(scratch.resolve("a folder"));
        run("tar", "-xzf", archive.toString(), "-C", folder.toString());
        assertStarts(folder.resolve("tranche-" + Made.VERSION), "bin/tranche");
    }

    @Test
    void packageServesTheDemonstrationWithoutAnyJava() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "only a Debian system unpacks a package");
        Path debian = only(".deb");
        Path root = scratch.resolve("root");
        run("dpkg-deb", "-x", debian.toString(), root.toString());
        assertThat(root.resolve("usr/bin/tranche")).isSymbolicLink();
        assertThat(root.resolve("usr/share/man/man1/tranche-serve.1")).isNotEmptyFile();
        assertThat(root.resolve("usr/share/bash-completion/completions/tranche"))
                .isNotEmptyFile();
        assertThat(root.resolve("usr/share/zsh/vendor-completions/_tranche")).isNotEmptyFile();
        assertThat(root.resolve("usr/share/fish/vendor_completions.d/tranche.fish"))
                .isNotEmptyFile();
        assertThat(root.resolve("usr/share/doc/tranche/copyright")).isNotEmptyFile();
        assertStarts(root.resolve("usr/lib/tranche"), "../../bin/tranche");
    }

    private void assertStarts(Path home, String launcher) throws IOException, InterruptedException {
        Launched launched = Launched.of(home.resolve(launcher), scratch.resolve("machine"), Optional.empty());
        Launched.Served served = launched.assertServesTheDemonstration(true);
        assertThat(Path.of(served.java()).toRealPath())
                .isEqualTo(home.resolve("runtime/bin/java").toRealPath());
        Path report = scratch.resolve("report.txt");
        Files.writeString(report, "Canada will give Ukraine $500 million in military aid, Mr Trudeau said.\n");
        Launched.Said said = launched.call("read", report.toString());
        assertThat(said.out()).contains("Ukraine", "Canada");
        assertThat(said.status()).isZero();
    }

    private static Path only(String end) throws IOException {
        try (Stream<Path> files = Files.list(Made.RELEASE)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(end)).toList();
            assertThat(found).as("one file ending in " + end).hasSize(1);
            return found.getFirst();
        }
    }

    private static void run(String... call) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(call).inheritIO().start().waitFor())
                .as(String.join(" ", call))
                .isZero();
    }
}
