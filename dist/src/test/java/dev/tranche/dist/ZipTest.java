package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {

    private static final int EXECUTABLE = 0111;

    @TempDir
    static Path scratch;

    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        Path folder = scratch.resolve("a folder with blanks");
        try (ZipFile zip = ZipFile.builder()
                .setPath(Made.RELEASE.resolve("tranche-" + Made.VERSION + ".zip"))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Path file = folder.resolve(entry.getName()).normalize();
                assertThat(file.startsWith(folder)).isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
                boolean executable = (entry.getUnixMode() & EXECUTABLE) != 0;
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
        home = folder.resolve("tranche-" + Made.VERSION);
    }

    private static Launched launched(String name, Path java) throws IOException {
        return Launched.of(home.resolve("bin/tranche"), scratch.resolve(name), Optional.of(java));
    }

    @Test
    void servesTheDemonstrationFromAnEmptyFolderWithJavaAlone() throws IOException, InterruptedException {
        launched("serving", Path.of(System.getProperty("java.home"))).assertServesTheDemonstration(hasPages());
    }

    /** A build with -Dweb.skip has none. */
    private static boolean hasPages() throws IOException {
        try (JarFile pages = new JarFile(
                home.resolve("lib/tranche-web-" + Made.VERSION + ".jar").toFile())) {
            return pages.getEntry("dev/tranche/web/index.html") != null;
        }
    }

    @Test
    void tellsItsVersionThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(scratch.resolve("linked"), home.resolve("bin/tranche"));
        Launched.Said said = Launched.of(
                        link, scratch.resolve("version"), Optional.of(Path.of(System.getProperty("java.home"))))
                .call("--version");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("tranche " + Made.VERSION, "commit ", "reader ", "lexicon ");
    }

    @Test
    void passesOnWhatTheProgramSaysOfAWrongCall() throws IOException, InterruptedException {
        Launched.Said said =
                launched("wrong", Path.of(System.getProperty("java.home"))).call("raed");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("read");
    }

    @Test
    void isNotStartedByAnOlderJava() throws IOException, InterruptedException {
        Path old = Files.createDirectories(scratch.resolve("old java"));
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho started an old Java\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        // Another Java of this machine may be found, or none; the old one is not used.
        assertThat(launched("old", old).call("--version").out()).doesNotContain("started an old Java");
    }

    @Test
    void holdsWhatEverySystemNeeds() throws IOException {
        assertThat(Files.readString(home.resolve("bin/tranche.bat")))
                .contains("dev.tranche.app.Main")
                .doesNotContainPattern("[^\r]\n");
        for (String file : List.of("LICENSE", "NOTICE", "README.txt", "tranche.jar", "share/man/man1/tranche-read.1")) {
            assertThat(home.resolve(file)).isNotEmptyFile();
        }
    }
}
