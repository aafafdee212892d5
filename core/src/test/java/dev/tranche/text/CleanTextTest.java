package dev.tranche.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What words are shown as, and where they are in the text as it came. */
class CleanTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tu\u0308rkiye|T\u00fcrkiye",
                "vie\u0323\u0302n|vi\u1ec7n",
                "\ufb01fty|fifty",
                "mil\u00adlion|million",
                "\uff15\uff10|50",
                "T\u00c3\u00bcrkiye|T\u00fcrkiye",
                "caf&eacute;|caf\u00e9"
            })
    void showsAsOneWord(String written, String shown) {
        String text = "in " + written + " now";
        Tokens tokens = Tokenizer.split(text);
        assertThat(tokens.size()).as(written).isEqualTo(3);
        assertThat(tokens.string(1)).isEqualTo(shown);
        assertThat(tokens.hash(1)).isEqualTo(Tokenizer.split(shown).hash(0));
        assertThat(text.substring(tokens.start(1), tokens.end(1))).isEqualTo(written);
        assertThat(text.substring(tokens.start(2), tokens.end(2))).isEqualTo("now");
    }

    @Test
    void realTextIsLeftAlone() {
        for (String text : new String[] {
            "\u00c2ge \u00c3 \u00e2ne", "a < b & c > d", "\u201cS\u00c3O\u201d", "AT&T", "<Reuters> said"
        }) {
            assertThat(CleanText.of(text).isUnchanged()).as(text).isTrue();
        }
    }

    @Test
    void lettersOfAllLatinAlphabetsFold() {
        assertThat(Folding.hash("Việt Đặng Łódź İstanbul Məmmədov"))
                .isEqualTo(Folding.hash("viet dang lodz istanbul mammadov"));
    }
}
