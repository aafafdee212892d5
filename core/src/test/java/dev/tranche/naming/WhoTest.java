package dev.tranche.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extractor;
import dev.tranche.text.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Who" in a headline asks or relates; the agency is written in capitals. */
class WhoTest {

    private static boolean namesAgency(String words) {
        return Extractor.standard().extract(Document.of("one", "", words)).story().names().stream()
                .anyMatch(name -> name.name().equals("World Health Organization"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ukraine war: Who is winning?",
                "Switzerland May Jail People Who Turn Heat Above 66 Degrees This Winter",
                "'Who started it?' Putin sips champagne",
                "WHO WILL PAY FOR UKRAINE?",
                "UKRAINE: WHO IS NOT ON THE LIST?"
            })
    void isAWord(String words) {
        assertThat(namesAgency(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Millions of lives under threat in Ukraine this winter - WHO",
                "The WHO will send medicines to Ukraine.",
                "The W.H.O. said on Monday that hospitals were hit.",
                "WHO WARNS OF CHOLERA IN UKRAINE"
            })
    void isTheAgency(String words) {
        assertThat(namesAgency(words)).isTrue();
    }
}
