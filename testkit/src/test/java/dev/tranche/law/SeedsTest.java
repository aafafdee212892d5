package dev.tranche.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void sameSwitchGivesSameCases() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Seeds.run("17", 10, generator -> first.add(generator.noise()));
        Seeds.run("17", 10, generator -> second.add(generator.noise()));
        assertThat(second).isEqualTo(first);
        assertThat(first).doesNotHaveDuplicates();
    }

    @Test
    void failureNamesTheSeedThatStartsWithItsCase() {
        List<String> texts = new ArrayList<>();
        assertThatThrownBy(() -> Seeds.run("", 10, generator -> {
                    texts.add(generator.report());
                    if (texts.size() == 8) {
                        throw new IllegalStateException("broken law");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dseed=20220231 ")
                .hasMessageContaining("broken law");
        List<String> replayed = new ArrayList<>();
        Seeds.run("20220231", 10, generator -> replayed.add(generator.report()));
        assertThat(replayed.get(0)).isEqualTo(texts.get(7));
    }
}
