package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the launcher for Windows with the one for shells. It is not run: that needs Windows, or Wine, whose
 * {@code findstr} finds everything.
 */
class WindowsLauncherTest {

    private static final Path FILES = Path.of(System.getProperty("tranche.root", ".."), "dist/src/files/bin");
    private static final Pattern JUMP = Pattern.compile("\\b(?:goto |call :)(\\w+)");
    private static final Pattern LABEL = Pattern.compile("(?m)^:(\\w+)$");
    private static final Pattern VERSIONS = Pattern.compile("/c:\"\\^JAVA_VERSION=\\.([^\"]+)\"");

    private static String batch() throws IOException {
        return Files.readString(FILES.resolve("tranche.bat"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothStartTheSameProgramWithTheSameOptions() throws IOException {
        String shell = Files.readString(FILES.resolve("tranche"));
        for (String same : List.of(
                "-Xmx1g -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED",
                "dev.tranche.app.Main",
                "TRANCHE_JAVA_OPTIONS",
                "Java 25 or newer is missing")) {
            assertThat(shell).contains(same);
            assertThat(batch()).contains(same);
        }
    }

    @Test
    void everyJumpHasItsLabel() throws IOException {
        assertThat(found(JUMP, batch())).hasSizeGreaterThan(3).isEqualTo(found(LABEL, batch()));
    }

    /** A quotation mark precedes the number in the file {@code release}; findstr knows it as any character. */
    @Test
    void javaIsTakenFromTwentyFiveOn() throws IOException {
        Set<String> accepted = found(VERSIONS, batch());
        assertThat(accepted).isNotEmpty();
        for (int version = 8; version < 100; version++) {
            String release = String.valueOf(version);
            assertThat(accepted.stream()
                            .anyMatch(
                                    one -> Pattern.compile(one).matcher(release).lookingAt()))
                    .as("Java " + version)
                    .isEqualTo(version >= 25);
        }
    }

    @Test
    void pathsAreQuotedAndTheStatusIsPassedOn() throws IOException {
        List<String> starts = batch().lines()
                .filter(line -> line.contains("dev.tranche.app.Main"))
                .toList();
        assertThat(starts).hasSize(1);
        assertThat(starts.getFirst())
                .startsWith("\"%jdk%\\bin\\java.exe\" ")
                .contains("-cp \"%home%\\tranche.jar;%home%\\lib\\*\"")
                .endsWith(" %*");
        assertThat(batch()).contains(starts.getFirst() + "\nexit /b %ERRORLEVEL%");
    }
}
