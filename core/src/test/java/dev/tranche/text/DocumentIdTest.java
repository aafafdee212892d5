package dev.tranche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentIdTest {

    @Test
    void whatNoAddressHoldsIsReplaced() {
        for (String id : List.of("a\u0000b", "a\u001bb", "a\tb", "a\u009bb", "a\ud83db", "a\udc00b")) {
            assertThat(new DocumentId(id).addressable().value()).isEqualTo("a\uFFFDb");
        }
        assertThat(new DocumentId(".").addressable().value()).isEqualTo("\uFFFD");
        assertThat(new DocumentId("..").addressable().value()).isEqualTo("\uFFFD\uFFFD");
    }

    @Test
    void everyOtherIdStaysAsItIs() {
        for (String id :
                List.of("łódź", "a/b", "a\\b", "50%", "...", "a b", "\ud83d\udea2", "q?x#y", "x".repeat(1024))) {
            DocumentId kept = new DocumentId(id).addressable();
            assertThat(kept.value()).isEqualTo(id);
            assertThat(new String(id.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(id);
        }
    }

    @Test
    void blankAndOversizedIdsAreRefused() {
        for (String id : List.of("", " ", "\t", "x".repeat(1025))) {
            assertThatThrownBy(() -> new DocumentId(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
