package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ingest.page.PageFilter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pages without a sum leave before they are parsed, and no page with one does. */
class PageFilterTest {

    private static boolean may(String html) {
        return PageFilter.mayHoldSum(html.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sumsInScriptsAndStylesDoNotCount() {
        assertThat(may("<html><script>$('a').each(function(){ x = '$5 million'; })</script><style>p{}</style>"
                        + "<body><p>The council met in the hall by the harbour.</p></body></html>"))
                .isFalse();
    }

    @Test
    void sumsInTheTextDo() {
        assertThat(may("<p>Norway gives <b>$5</b> million.</p>")).isTrue();
        assertThat(may("<p>Norway gives &euro;5 million.</p>")).isTrue();
        assertThat(may("<script>var x;</script><p>Norway gives 5 million euros.</p>"))
                .isTrue();
        assertThat(may("<p>&pound;700,000 were paid & more is due</p>")).isTrue();
    }
}
