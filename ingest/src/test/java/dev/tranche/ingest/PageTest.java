package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ingest.page.DayText;
import dev.tranche.text.BlockKind;
import dev.tranche.text.Document;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Web pages: what is their report, and what is around it. */
class PageTest {

    private static final String PAGE = """
        <!DOCTYPE html><html lang="en-GB"><head><title>Harbour town gets new pumps - The Quay Gazette</title>
        <meta property="og:site_name" content="The Quay Gazette">
        <link rel="canonical" href="https://quay.example/news/pumps">
        <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-03-07T08:15:00+01:00",
          "author": {"@type": "Person", "name": "Ada Reed"}, "headline": "Harbour town gets new pumps"}</script>
        <script>var x = "$900 million aid to Ukraine by Germany";</script></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        <div class="cookie-banner"><p>We use cookies to make this page better for everyone who reads it, every day.</p></div>
        <article><h1>Harbour town gets new pumps</h1><p class="byline">By Ada Reed</p>
        <p>The council of the harbour town bought three new pumps on Monday, after the floods of last winter.</p>
        <figure><img src="p.jpg"><figcaption>The old pumps, seen from the quay.</figcaption></figure>
        <h2>Two more to come</h2>
        <p>Two more are on order, the mayor said, and will be paid for by the province from its fund for dykes.</p>
        <ul><li>The first pump stands at the north gate.</li><li>The second pump stands at the mill.</li></ul>
        <div class="related"><h3>Related</h3><p><a href="/x">A very long story about something else entirely that nobody asked for today</a></p></div>
        </article>
        <section class="comments"><p>I have always said that the pumps were too old, and nobody would listen to me.</p></section>
        <footer><p>All rights reserved by the publisher of this page and of all other pages.</p></footer></body></html>
        """;

    @Test
    void menusScriptsTeasersAndCommentsStayOut() {
        Document page = Read.only("pumps.html", PAGE);
        assertThat(page.title()).isEqualTo("Harbour town gets new pumps");
        assertThat(page.body())
                .startsWith("The council of the harbour town")
                .contains("Two more to come", "at the mill.")
                .doesNotContain(
                        "Home",
                        "cookies",
                        "$900",
                        "Related",
                        "somebody",
                        "always said",
                        "rights reserved",
                        "seen from");
    }

    @Test
    void markupTellsOutletAuthorAddressLanguageAndDay() {
        Document page = Read.only("pumps.html", PAGE);
        assertThat(page.outlet()).contains("The Quay Gazette");
        assertThat(page.address()).contains("https://quay.example/news/pumps");
        assertThat(page.language()).contains("en-GB");
        assertThat(page.markup().author()).contains("Ada Reed");
        assertThat(page.markup().day()).hasValueSatisfying(day -> {
            assertThat(day.day()).isEqualTo(LocalDate.of(2023, 3, 7));
            assertThat(day.rule()).isEqualTo("markup.json-ld");
        });
    }

    @Test
    void blocksAreToldApart() {
        Document page = Read.only("pumps.html", PAGE);
        assertThat(page.markup().blocks().stream().map(block -> block.kind()).toList())
                .containsExactly(
                        BlockKind.HEADLINE,
                        BlockKind.PARAGRAPH,
                        BlockKind.HEADING,
                        BlockKind.PARAGRAPH,
                        BlockKind.LIST_ITEM,
                        BlockKind.LIST_ITEM);
    }

    @Test
    void aPageInAnOldEncodingIsDecoded() {
        String page = "<html><head><meta charset=\"windows-1252\"><title>Gr\u00f6\u00dfe</title></head><body><p>Die"
                + " Br\u00fccke wird f\u00fcr 5 Millionen Euro erneuert, sagte der B\u00fcrgermeister am Montag im"
                + " Rat der Stadt.</p></body></html>";
        Document read = Read.documents("p.html", page.getBytes(java.nio.charset.Charset.forName("windows-1252")))
                .getFirst();
        assertThat(read.body()).contains("Br\u00fccke", "B\u00fcrgermeister");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-03-07T08:15:00Z | en | 2023-03-07",
                "7 March 2023 | en | 2023-03-07",
                "March 7th, 2023 | en | 2023-03-07",
                "Dienstag, 7. März 2023 | de | 2023-03-07",
                "le 7 mars 2023 | fr | 2023-03-07",
                "7 de marzo de 2023 | es | 2023-03-07",
                "7 марта 2023 г. | ru | 2023-03-07",
                "2023年3月7日 | ja | 2023-03-07",
                "07.03.2023, 14:00 | de | 2023-03-07",
                "3/7/2023 | en-US | 2023-03-07",
                "7/3/2023 | en-GB | 2023-03-07",
                "20230307 | en | 2023-03-07",
                "31/12/2022 | en-US | 2022-12-31"
            })
    void daysAreReadInManyForms(String written, String language, LocalDate day) {
        assertThat(DayText.find(written, language)).contains(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"March 2023", "in 2023", "31 February 2023", "12:30:45", "10.0.0.1", "1/2", "page 20 of 31"})
    void whatIsNoDayIsNone(String written) {
        assertThat(DayText.find(written, "en")).isEmpty();
    }
}
