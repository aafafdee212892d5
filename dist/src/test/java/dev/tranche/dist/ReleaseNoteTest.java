package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReleaseNoteTest {

    private static final String CHANGES =
            "# Changes\n\n## 2.1.0 (2026-12-01)\n\n**Reading.** More.\n\nAnd more.\n\n## 2.0.0\n\nLess.\n";

    @Test
    void theNoteIsTheNewestSectionAlone() throws IOException {
        assertThat(ReleaseNote.of(CHANGES, "2.1.0")).isEqualTo("# Tranche 2.1.0\n\n**Reading.** More.\n\nAnd more.\n");
    }

    @Test
    void aBuildBetweenReleasesSaysSo() throws IOException {
        String note = ReleaseNote.of(CHANGES.replace("2.1.0 (2026-12-01)", "Unreleased"), "2.0.0");
        assertThat(note).contains("Not a release", "“Unreleased”", "More.").doesNotContain("Less.");
    }

    @Test
    void aReleaseWithoutWordsIsRefused() {
        assertThatThrownBy(() -> ReleaseNote.of("# Changes\n", "1.0.0")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ReleaseNote.of("# Changes\n\n## 1.0.0\n\n## 0.9.0\n\nWords.\n", "1.0.0"))
                .hasMessageContaining("1.0.0");
    }
}
