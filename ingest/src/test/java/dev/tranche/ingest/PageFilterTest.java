package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ingest.page.PageFilter;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages without a sum leave before they are parsed, and no page with one does. */
class PageFilterTest {

    private static boolean may(String html) {
        return PageFilter.mayHoldSum(html);
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

    @Test
    void sumsInTheTitleThatOnlyTheHeadStatesDo() {
        String body = "</head><body><p>The council met in the hall by the harbour.</p></body></html>";
        assertThat(may("<html><head><META property='og:title' content='Norway gives $5 million'>" + body))
                .isTrue();
        assertThat(may("<html><head><script type=\"application/ld+json\">{\"headline\": \"Norway gives $5 million\"}"
                        + "</script>" + body))
                .isTrue();
        assertThat(may("<html><head><meta name='price' content='$5 million'><SCRIPT>x = '$5 million'</Script>" + body))
                .isFalse();
    }

    @Test
    void pagesWithoutASumAreLeftOutAndCountedWhenOnlySumsAreAskedFor() {
        Content.Options sums = new Content.Options(Optional.empty(), true);
        List<Incoming> found = new ArrayList<>();
        for (String said : List.of("Norway gives $5 million", "The harbour was closed")) {
            String page = "<html><body><article><p>" + said + ", the council said after its meeting in the hall by the"
                    + " harbour on Monday.</p></article></body></html>";
            Content content = Content.of("page.html", page.getBytes(StandardCharsets.UTF_8));
            Ingest.read(content.with(sums), found::add);
        }
        assertThat(found).hasSize(2);
        assertThat(found.getFirst()).isInstanceOf(Incoming.Report.class);
        assertThat(found.getLast()).isInstanceOfSatisfying(Incoming.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.NOT_READ);
            assertThat(refused.problem().message()).contains("no sum of money");
        });
    }
}
