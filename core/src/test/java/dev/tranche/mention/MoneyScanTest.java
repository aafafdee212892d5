package dev.tranche.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyScanTest {

    private static final List<String> NUMBERS =
            List.of("2", "2.5", "1,200", "two", "Two", "TWO", "half a", "a", "twenty-five", "\u00bd", "2\u00bd");

    private static final List<String> SCALES = List.of(
            " million",
            "-million",
            " Million",
            " mn",
            "mn",
            "m",
            " bn",
            "bn",
            " billion",
            " hundred million",
            " lakh",
            " crore",
            " trillion",
            "k",
            " thousand million");

    private static final List<String> MONEY = List.of(" euros", "-euro", " kroner", " EUR", " rupees", "€", " pounds");

    private static final List<String> BEFORE = List.of("", "(", "of ", "about ", "\u201c", "EUR ", "$", "£ ", "kr");

    private static int sums(String text) {
        return MarkedText.of(Lexicon.standard(), Document.of("report", "", text), new Problems())
                .sums()
                .size();
    }

    @Test
    void sumsInEveryFormAreSeen() {
        for (String text : List.of(
                "It gave $5.",
                "It gave two million euros.",
                "Million by million",
                "(Billion",
                "A MILLION euros",
                "They sent MEUR 50 more.",
                "They sent EURm 50 more.",
                "They sent EURbn 2 more.",
                "They sent MEUR half a year ago.",
                "worth 125 USD million",
                "worth 40 M€",
                "He paid 12000 kroner.",
                "3 crore rupees",
                "half a hundred",
                "five&euro;",
                "a 5bn loan")) {
            assertThat(MoneyScan.mayHoldSum(text)).as(text).isTrue();
        }
    }

    @Test
    void wordsThatOnlyHoldTheLettersOfAScaleAreNone() {
        for (String text : List.of(
                "",
                "m",
                "The bridge was opened in 1998.",
                "amillion",
                "Tom met Bill on 12 May.",
                "hundr",
                "7 members",
                "thirty thousand euros",
                "BBCX no")) {
            assertThat(MoneyScan.mayHoldSum(text)).as(text).isFalse();
        }
    }

    @Test
    void whatTheScanPassesOverHoldsNoSum() {
        int found = 0;
        for (String before : BEFORE) {
            for (String number : NUMBERS) {
                for (String scale : SCALES) {
                    for (String money : MONEY) {
                        String text = "Norway gave " + before + number + scale + money + " more.";
                        if (sums(text) > 0) {
                            found++;
                            assertThat(MoneyScan.mayHoldSum(text)).as(text).isTrue();
                        }
                    }
                }
            }
        }
        assertThat(found).as("texts with a sum").isGreaterThan(1000);
    }
}
