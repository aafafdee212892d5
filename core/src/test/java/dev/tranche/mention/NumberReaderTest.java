package dev.tranche.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in digits and words, and what is not a number. */
class NumberReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "twelve|12",
                "ninety-nine|99",
                "one hundred and five million|105000000",
                "a hundred million|100000000",
                "two hundred and fifty thousand|250000",
                "one million two hundred thousand|1200000",
                "two thousand million|2000000000",
                "three quarters of a billion|750000000",
                "half a million|500000",
                "a billion and a half|1500000000",
                "one point two five million|1250000",
                "two and a half million|2500000",
                "two dozen|24",
                "a couple of million|2000000",
                "5 1/2 million|5500000",
                "2½ billion|2500000000",
                "188 000 000|188000000",
                "1'500'000|1500000",
                ".5 billion|500000000",
                "1 million 200 thousand|1200000",
                "1,125 million|1125000000",
                "3,5 million|3500000"
            })
    void readsAsAWhole(String written, String value) {
        Tokens tokens = Tokenizer.split(written);
        Quantity quantity = java.util.Objects.requireNonNull(reader(tokens).at(0), written);
        assertThat(quantity.value().toPlainString()).as(written).isEqualTo(value);
        assertThat(quantity.end()).as(written).isEqualTo(tokens.size());
    }

    @ParameterizedTest
    @CsvSource({"twenty thirty million", "twenty twenty-four", "third billion", "1.2.34 million"})
    void refusesWhatFitsNoReading(String written) {
        Tokens tokens = Tokenizer.split(written);
        assertThat(reader(tokens).at(0)).as(written).isNull();
    }

    @Test
    void ordinalsAreReadInDigitsAndWords() {
        assertThat(ordinal("34th", 0)).isEqualTo(34);
        assertThat(ordinal("thirty-fourth", 2)).isEqualTo(34);
        assertThat(ordinal("seventh", 0)).isEqualTo(7);
        assertThat(ordinal("seven", 0)).isZero();
    }

    private static int ordinal(String written, int token) {
        return reader(Tokenizer.split(written)).ordinal(token);
    }

    private static NumberReader reader(Tokens tokens) {
        return NumberReader.of(Lexicon.standard().numbers(), tokens);
    }
}
