package dev.tranche.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GoldenTest {
    @Test
    void rewritesOnlyWhenAsked() {
        assertThat(Golden.isUpdate("", null)).isFalse();
        assertThat(Golden.isUpdate("update", null)).isTrue();
        assertThat(Golden.isUpdate("update", "false")).isTrue();
    }

    @Test
    void buildServerRefuses() {
        assertThat(Golden.isUpdate("", "true")).isFalse();
        assertThatThrownBy(() -> Golden.isUpdate("update", "true"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CI=true");
    }
}
