package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.text.Document;
import dev.tranche.text.MarkedDay;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What surrounds a report on a page stays out, each in the way in which pages put it there; and which day is its. */
class MainTextTest {

    private static final String ONE =
            "<p>The council of the harbour town bought three new pumps on Monday, after the floods of last winter.</p>";
    private static final String TWO =
            "<p>Two more are on order, the mayor said, and will be paid for by the province from its fund for"
                    + " dykes.</p>";
    private static final String THREE =
            "<p>The old pumps go to the village on the other bank, which has had none since the mill was closed.</p>";
    private static final String OTHER =
            "<p>Readers of this page can now have all of it sent to their homes by post, on every day of the week.</p>";

    private static Document page(String body) {
        return Read.only("p.html", "<html><head><title>Pumps</title></head><body>" + body + "</body></html>");
    }

    private static Optional<MarkedDay> day(String head, String body) {
        return Read.only(
                        "p.html",
                        "<html lang=en><head><title>Pumps</title>" + head + "</head><body>" + body + "</body></html>")
                .markup()
                .day();
    }

    @Test
    void aParagraphAmongManyLinksIsNotOfTheReport() {
        String links = "<p><a href=/x>A story about something else entirely</a></p>".repeat(8);
        assertThat(page("<div><div>" + ONE + TWO + "</div><div>" + links + OTHER + links + "</div></div>")
                        .body())
                .contains("three new pumps", "Two more")
                .doesNotContain("Readers", "something else");
    }

    @Test
    void anAsideWithinTheReportStaysOutAndAPageThatIsAllAsideIsRead() {
        assertThat(page("<article>" + ONE + "<aside>" + OTHER + "</aside>" + TWO + THREE + "</article>")
                        .body())
                .contains("three new pumps", "Two more", "old pumps")
                .doesNotContain("Readers");
        assertThat(page("<form>" + ONE + TWO + "</form>").body()).contains("three new pumps", "Two more");
    }

    @Test
    void whatFollowsAHeadingOverOtherStoriesStaysOut() {
        assertThat(page("<div>" + ONE + TWO + THREE + "<h3>Related</h3>" + OTHER + "</div>")
                        .body())
                .endsWith("since the mill was closed.");
        // Nothing was read before it: then it is the heading of the report.
        assertThat(page("<div><h3>Related</h3>" + ONE + TWO + "</div>").body()).contains("three new pumps");
    }

    @Test
    void whatIsNotShownIsNotRead() {
        for (String hidden : new String[] {"style='display: none'", "style='VISIBILITY:hidden'", "hidden"}) {
            assertThat(page("<div>" + ONE + OTHER.replace("<p>", "<p " + hidden + ">") + TWO + "</div>")
                            .body())
                    .as(hidden)
                    .contains("three new pumps", "Two more")
                    .doesNotContain("Readers");
        }
    }

    @Test
    void theHeadlineIsNotRepeatedInTheText() {
        Document page = page("<div>" + THREE + "<h1>Pumps for the town</h1><h3>Pumps</h3>" + ONE
                + "<h2>Still to come</h2>" + TWO + "</div>");
        assertThat(page.body()).contains("Still to come").doesNotContain("Pumps");
    }

    @Test
    void theDayOfACommentIsNotThatOfThePage() {
        String comment = "<div class=comments><time class=published datetime=2024-02-02>2 Feb</time></div>";
        String own = "<time class=published datetime=2024-01-31>31 Jan</time>";
        assertThat(day("", "<article>" + ONE + TWO + "</article>" + comment)).isEmpty();
        assertThat(day("", comment + "<article>" + own + ONE + TWO + "</article>")
                        .map(MarkedDay::day))
                .contains(LocalDate.of(2024, 1, 31));
    }

    @Test
    void whatThePageSaysOfItselfComesBeforeDaysInItsText() {
        String meta = "<meta property='article:published_time' content='2024-01-31T08:00:00Z'>";
        String later = "<meta property='article:modified_time' content='2024-02-09T08:00:00Z'>";
        String time = "<time datetime=2024-02-05>5 Feb</time>";
        assertThat(day(later + meta, "<article>" + time + ONE + TWO + "</article>")
                        .map(MarkedDay::rule))
                .contains("markup.meta");
        assertThat(day(later, "<article>" + time + ONE + TWO + "</article>").map(MarkedDay::day))
                .contains(LocalDate.of(2024, 2, 5));
        assertThat(day(later, "<article>" + ONE + TWO + "</article>").map(MarkedDay::rule))
                .contains("markup.meta.updated");
    }

    /** Far from the headline, one day is that of the page; of two, none. */
    @Test
    void theOnlyDayOfAPageIsItsOwnAndOfTwoNeitherIs() {
        String far = "<p>A line.</p>".repeat(80);
        String first = "<p>The pumps were shown to the public in the town on 3 March 2024, as announced before.</p>";
        String second = first.replace("3 March", "9 March");
        assertThat(day("", "<article>" + ONE + TWO + "</article>" + far + first).map(MarkedDay::rule))
                .contains("markup.only");
        assertThat(day("", "<article>" + ONE + TWO + "</article>" + far + first + second))
                .isEmpty();
    }
}
