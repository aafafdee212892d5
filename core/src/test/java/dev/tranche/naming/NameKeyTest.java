package dev.tranche.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Transcriptions of one name, and names that only look alike. */
class NameKeyTest {

    @Test
    void transcriptionsMeet() {
        assertThat(NameKey.of("Kouleba")).isEqualTo(NameKey.of("Kuleba"));
        assertThat(NameKey.of("Zelenskyy")).isEqualTo(NameKey.of("Zelenskiy")).isEqualTo(NameKey.of("Zelensky"));
        assertThat(NameKey.of("Beloussov")).isEqualTo(NameKey.of("Belousov"));
        assertThat(NameKey.of("Anthony")).isEqualTo(NameKey.of("Antony"));
    }

    @Test
    void otherNamesStayApart() {
        assertThat(NameKey.of("Zelenska")).isNotEqualTo(NameKey.of("Zelensky"));
        assertThat(NameKey.of("Petrov")).isNotEqualTo(NameKey.of("Petrova"));
    }

    @Test
    void firstNamesFitByFormAndInitial() {
        assertThat(FirstNames.fit("Serhiy", "Sergey")).isTrue();
        assertThat(FirstNames.fit("J", "Jane")).isTrue();
        assertThat(FirstNames.fit("Anna", "Marko")).isFalse();
    }
}
