package dev.tranche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.text.Document;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose dollar a plain "$" is. */
class LocalDollarsTest {

    private static String currency(String text, String outlet) {
        Fact fact =
                Extractor.standard().extract(Document.of("d", "", text)).facts().getFirst();
        return LocalDollars.read(fact, Optional.of(outlet)).terms().amount().currency();
    }

    @Test
    void anOutletOfTheGiversStateWritesItsOwnDollars() {
        assertThat(currency("Canada gives Ukraine $25 million in aid.", "news.example.ca"))
                .isEqualTo("CAD");
        assertThat(currency("Australia gives Fiji $25 million in aid.", "News.Example.AU"))
                .isEqualTo("AUD");
    }

    @Test
    void othersWriteAmericanOnes() {
        assertThat(currency("Canada gives Ukraine $25 million in aid.", "news.example"))
                .isEqualTo("USD");
        assertThat(currency("Canada gives Ukraine $25 million in aid.", "news.example.au"))
                .isEqualTo("USD");
        assertThat(currency("The United States gives Ukraine $25 million in aid.", "news.example.ca"))
                .isEqualTo("USD");
    }

    @Test
    void aSignThatNamesItsDollarIsBelieved() {
        assertThat(currency("Canada gives Ukraine US$25 million in aid.", "news.example.ca"))
                .isEqualTo("USD");
        assertThat(currency("Canada gives Ukraine 25 million euros in aid.", "news.example.ca"))
                .isEqualTo("EUR");
    }
}
