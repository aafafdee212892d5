package dev.tranche.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LexiconVersionTest {

    @Test
    void everyTableThatShipsCounts() throws IOException {
        Path folder = Path.of("src/main/resources/dev/tranche/lexicon");
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> shipped = files.filter(file -> file.toString().endsWith(".csv"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(shipped).isNotEmpty();
            assertThat(LexiconVersion.tables()).containsExactlyInAnyOrderElementsOf(shipped);
        }
    }

    @Test
    void versionIsTwelveHexadecimalDigitsAndAlwaysTheSame() {
        LexiconVersion version = LexiconVersion.shipped();
        assertThat(version.value()).matches("[0-9a-f]{12}");
        assertThat(LexiconVersion.shipped()).isEqualTo(version);
    }
}
