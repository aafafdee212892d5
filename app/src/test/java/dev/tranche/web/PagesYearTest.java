package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.tranche.api.ServerSettings;
import dev.tranche.testkit.Repository;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages over a whole year of news, where lists are long, keys come twice and dates are loose; the reports lie beside
 * the repository. The one test that decides on something comes last.
 */
@Slow
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesYearTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/?donor=EU",
            "/?standing=doubtful",
            "/gifts",
            "/sums",
            "/sums?by=recipient,month&into=EUR",
            "/totals",
            "/timeline",
            "/timeline?from=2022-02-20&to=2022-03-05",
            "/timeline?from=2022-12-20&to=2022-12-22&who=Zelenskyy",
            "/map",
            "/map?state=UA",
            "/claims",
            "/claims?denied=true",
            "/claims?view=figures",
            "/claims?view=contradictions",
            "/reports",
            "/reports/seed-003",
            "/names",
            "/names/volodymyr-zelenskyy?kind=person",
            "/desk",
            "/decisions");

    /** Words that many reports of such a year have, some of them in several texts of one report. */
    private static final List<String> WORDS = List.of(
            "patriot", "drawdown", "blinken", "spain", "himars", "kyiv", "poland", "aid", "600 million", "Zelenskyy");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Reader reader;

    @SuppressWarnings("NullAway.Init")
    private Tab tab;

    @BeforeAll
    static void serve() {
        Optional<Path> stream = Repository.shared("stream/2022.jsonl.gz");
        Optional<Path> seeds = Repository.shared("seeds");
        assumeTrue(
                stream.isPresent() && seeds.isPresent(),
                "skipped: ../shared/stream/2022.jsonl.gz and ../shared/seeds, a year of news, are not beside the"
                        + " repository");
        reader = Reader.over(folder, List.of(stream.get(), seeds.get()), ServerSettings.Network.OFFLINE);
    }

    @AfterAll
    @SuppressWarnings("NullAway")
    static void end() {
        // Unset where the class was skipped.
        if (reader != null) {
            reader.close();
        }
    }

    @BeforeEach
    void openTab() {
        tab = reader.tab(1400, ColorScheme.LIGHT);
    }

    @AfterEach
    void closeTab() {
        tab.close();
    }

    @Test
    @Order(1)
    void everyPageIsSoundInLightAndDarkAndOnAPhone() {
        List<String> pages = new ArrayList<>(PAGES);
        pages.add(firstEntry());
        try (Tab dark = reader.tab(390, ColorScheme.DARK)) {
            for (String path : pages) {
                visit(tab, path, "light-1400");
                visit(dark, path, "dark-390");
            }
        }
    }

    private static void visit(Tab window, String path, String kind) {
        window.open(path);
        String name = path.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
        window.keep("year-" + (name.isEmpty() ? "ledger" : name.toLowerCase(Locale.ROOT)) + "-" + kind);
        assertThat(window.find("main h1").count()).as(path).isEqualTo(1);
        assertThat(window.find("main h1").textContent()).as(path).doesNotContain("cannot be shown");
        window.check(path + " " + kind);
    }

    private String firstEntry() {
        tab.open("/?sort=outlets");
        String href = tab.find(".ledger-row .who a").first().getAttribute("href");
        return String.valueOf(href);
    }

    @Test
    @Order(2)
    void everySearchEnds() {
        for (String words : WORDS) {
            tab.open("/search?q=" + words.replace(" ", "%20"));
            tab.find(".found").waitFor();
            assertThat(tab.find(".found li").count()).as(words).isPositive();
            List<String> docs = tab.find(".found .title").all().stream()
                    .map(one -> String.valueOf(one.getAttribute("href")))
                    .toList();
            assertThat(docs).as("each report once: " + words).doesNotHaveDuplicates();
        }
        tab.check("searches");
    }

    @Test
    @Order(3)
    void facetsNarrowWithWhatIsChosen() {
        tab.open("/");
        int all = facet("Ukraine");
        tab.find("aside a")
                .filter(new Locator.FilterOptions().setHasText("European Union"))
                .first()
                .click();
        tab.page().waitForURL(Pattern.compile("donor=EU"));
        tab.page()
                .waitForFunction(
                        "before => ![...document.querySelectorAll('aside ul[aria-labelledby=facet-recipient]"
                                + " li')].some(one => one.textContent.includes('Ukraine' + before))",
                        all);
        tab.settle();
        int narrowed = facet("Ukraine");
        assertThat(narrowed).isPositive().isLessThan(all);
        tab.find("aside ul[aria-labelledby=facet-recipient] a")
                .filter(new Locator.FilterOptions().setHasText("Ukraine"))
                .first()
                .click();
        tab.page().waitForURL(Pattern.compile("recipient=UA"));
        tab.page().waitForFunction("rows => document.querySelectorAll('.ledger-row').length === rows", narrowed);
    }

    private int facet(String label) {
        Locator line = tab.find("aside ul[aria-labelledby=facet-recipient] a")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
        return Integer.parseInt(line.locator(".n").textContent().replaceAll("[^0-9]", ""));
    }

    @Test
    @Order(4)
    void theTimelineReachesEveryDayOfTheYear() {
        tab.open("/timeline");
        tab.find("svg .amount").first().waitFor();
        List<?> starts = (List<?>) tab.page().evaluate("""
            async () => (await (await fetch('/api/v1/timeline/lanes?from=2022-01-01&to=2022-12-31&by=month&limit=1')).json())
                .statements.counts.map(one => one.from)
            """);
        assertThat(starts).as("claims of every month are counted").hasSize(12);
        tab.find("svg .step .amount").last().click();
        tab.page().waitForURL(Pattern.compile("from="));
        tab.open("/timeline?from=2022-12-18&to=2022-12-25");
        for (String day : List.of("18", "19", "20", "21", "22", "23", "24", "25")) {
            assertThat(tab.find("svg title").allTextContents())
                    .as("a bar of 2022-12-" + day)
                    .anyMatch(words -> words.startsWith(day + " December 2022: ") && words.endsWith(" claims"));
        }
        tab.open("/timeline?from=2022-12-20&to=2022-12-21&kind=visit");
        assertThat(tab.find("main").textContent()).contains("In this window");
        tab.find("#timeline-who").fill("Zelenskyy");
        tab.press("Enter");
        tab.page().waitForURL(Pattern.compile("who=Zelenskyy"));
        tab.settle();
        tab.find("ol.lines .item").first().waitFor();
        assertThat(tab.find("ol.lines .item").allTextContents()).isNotEmpty().allMatch(text -> text.contains("visit"));
    }

    @Test
    @Order(5)
    void theWholeLedgerIsInThePageAndOnPaper() {
        tab.open("/");
        int entries = tab.entries();
        tab.page().waitForFunction("all => document.querySelectorAll('.ledger-row').length === all", entries);
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(tab.find("aside").first().isVisible()).isFalse();
        assertThat(tab.find(".masthead").isVisible()).isFalse();
        for (String path : List.of("/", firstEntry(), "/reports/seed-003", "/sums", "/totals")) {
            tab.open(path);
            String name = path.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
            byte[] paper = tab.page()
                    .pdf(new Page.PdfOptions()
                            .setFormat("A4")
                            .setPath(Repository.root()
                                    .resolve("app/target/pages/paper-" + (name.isEmpty() ? "ledger" : name) + ".pdf")));
            String words = text(paper);
            assertThat(words).as(path).doesNotContain("Filters");
            if (path.equals("/")) {
                assertThat(words.split("\u2192", -1).length - 1)
                        .as("rows on paper")
                        .isGreaterThanOrEqualTo(entries);
                assertThat(pages(paper)).as("sheets").isLessThan(3 + entries / 6);
            }
        }
    }

    private static String text(byte[] paper) {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int pages(byte[] paper) {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return document.getNumberOfPages();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    @Order(6)
    void aPageThatCannotBeDrawnSaysSoAndOffersWaysOn() {
        tab.expectFailures();
        tab.page()
                .route(
                        Pattern.compile("/api/v1/timeline/lanes"),
                        route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"by\":\"day\",\"from\":\"2022-01-01\",\"to\":\"2022-01-09\"}")));
        tab.page().navigate("/timeline");
        tab.find("main h1")
                .filter(new Locator.FilterOptions().setHasText("This page cannot be shown"))
                .waitFor();
        tab.check("a broken page");
        tab.page().unroute(Pattern.compile("/api/v1/timeline/lanes"));
        tab.button("Try again").click();
        tab.find("svg .amount").first().waitFor();
    }

    @Test
    @Order(7)
    void namesOfStatesAreUnderstoodAndErrorsAreAtTheField() {
        tab.open(firstEntry());
        tab.press("c");
        tab.find("dialog").waitFor();
        assertThat(tab.page().getByLabel("Donor").inputValue()).isEqualTo("United States");
        tab.page().getByLabel("Donor").fill("Grmany");
        tab.find("dialog textarea").fill("A test of names.");
        tab.expectFailures();
        tab.button("Correct this entry").click();
        tab.find("dialog [role=alert]").waitFor();
        assertThat(tab.find("dialog [role=alert]").textContent())
                .isEqualTo("'Grmany' is neither the code nor the name of a state or body. Did you mean 'Germany'?");
        assertThat(tab.page().getByLabel("Donor").getAttribute("aria-invalid")).isEqualTo("true");
        tab.press("Escape");
        for (String name : List.of(
                "Germany",
                "UK",
                "USA",
                "Britain",
                "Türkiye",
                "Turkey",
                "Czech Republic",
                "Serbia",
                "Vietnam",
                "Yemen",
                "Zimbabwe")) {
            assertThat(accepts(name)).as(name).isTrue();
        }
    }

    /** Whether the server knows the name: it then refuses the missing reason and not the donor. */
    private boolean accepts(String name) {
        return (Boolean) tab.page().evaluate("""
            async ([name, id]) => {
                const answer = await fetch('/api/v1/decisions', {method: 'POST', headers: {'Content-Type': 'application/json'},
                    body: JSON.stringify({action: 'correct', entry: id, values: {donor: [name]}})});
                const errors = (await answer.json()).errors ?? [];
                return errors.some(one => one.field === 'reason') && errors.every(one => !one.field.includes('donor'));
            }
            """, List.of(name, tab.page().url().replaceAll(".*/entry/", "")));
    }

    @Test
    @Order(8)
    void anEntryShowsWordsOfItsOwnForEachCellAndIsCited() {
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        tab.open(firstEntry());
        List<String> quotes = tab.find(".cells dl > div")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*(Donor|Recipient|Stage)")))
                .locator("blockquote a")
                .allTextContents();
        assertThat(quotes).as("cells differ in their words").hasSizeGreaterThan(1);
        assertThat(quotes.stream().distinct().count()).isGreaterThan(1);
        tab.find(".cite summary").click();
        tab.button("Copy as text").click();
        tab.waitForToast("Citation copied.");
        assertThat((String) tab.page().evaluate("() => navigator.clipboard.readText()"))
                .contains("/entry/", "United States to Ukraine", "Reported by");
    }

    @Test
    @Order(9)
    void afterARejectionTheNextEntryFollowsAndUndoBringsItBack() {
        tab.open("/?donor=EU");
        tab.find(".ledger-row .who a").first().click();
        tab.page().waitForURL(Pattern.compile("/entry/"));
        tab.find("main .sum").first().waitFor();
        String rejected = tab.page().url();
        int before = tab.entries();
        tab.press("x");
        tab.find("dialog").waitFor();
        assertThat(tab.page().evaluate("() => document.activeElement.tagName")).isEqualTo("TEXTAREA");
        tab.page().keyboard().type("Not a commitment.");
        tab.press("Control+Enter");
        tab.waitForToast("Rejected.");
        tab.page().waitForURL(url -> url.contains("/entry/") && !url.equals(rejected));
        tab.find("main .sum").first().waitFor();
        assertThat(tab.find("main").textContent()).doesNotContain("Not found");
        assertThat(tab.entries()).isEqualTo(before - 1);
        tab.check("after a rejection");
        tab.press("u");
        tab.waitForToast("Undone.");
        tab.page().waitForURL(rejected);
        tab.find("main .sum").first().waitFor();
        assertThat(tab.entries()).isEqualTo(before);
    }
}
