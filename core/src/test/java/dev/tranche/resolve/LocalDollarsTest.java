package dev.tranche.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.text.Document;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose dollar a plain "$" is. */
class LocalDollarsTest {

    private static Fact fact(String text) {
        return Extractor.standard().extract(Document.of("d", "", text)).facts().getFirst();
    }

    private static String currency(String text, String outlet) {
        return LocalDollars.read(fact(text), Optional.of(outlet))
                .terms()
                .amount()
                .currency();
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
        assertThat(currency("CANADA GIVES UKRAINE $25 MILLION IN AID", "news.example.ca"))
                .isEqualTo("CAD");
        assertThat(currency("Canada gives Ukraine 25 million euros in aid.", "news.example.ca"))
                .isEqualTo("EUR");
    }

    @Test
    void whatAPersonAddsIsLeftAsItIs() {
        Fact fact = fact("Canada gives Ukraine $25 million in aid.");
        Claim.Source source = new Claim.Source("r", Optional.of("news.example.ca"), 1, StatedDate.UNKNOWN, 0, false);
        assertThat(Claim.of(source, 0, fact).fact().terms().amount().currency()).isEqualTo("CAD");
        assertThat(Claim.of(source, Claim.FIRST_ADDED, fact).fact()).isEqualTo(fact);
    }
}
