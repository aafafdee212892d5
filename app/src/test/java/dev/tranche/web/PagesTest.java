package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages over a book of the samples, read and not changed. */
class PagesTest {

    private static final String PATRIOT = "/entry/US-UA-2022-xzetkj3zbw";

    private static final String PACKAGE = "/entry/US-UA-2024-af0rrmm2rz";
    private static final String KYIV_REPORT = "/reports/21-harbour-wire-kyiv-walk";
    private static final String KYIV_WALK = "/entry/US-UA-2023-sss1rdy85v";

    private static final List<String> PAGES = List.of(
            "/",
            "/?donor=US&stage=announced&sort=amount",
            PATRIOT,
            "/totals",
            "/timeline",
            "/gifts",
            "/map",
            "/claims",
            "/claims?view=figures",
            "/claims?view=contradictions",
            "/reports",
            "/reports/14-capitol-courier-patriot",
            "/reports/36-undated-no-head?show=aid.total.clue.statement.person.body.place.item.figure.encounter",
            "/desk",
            "/decisions",
            "/search?q=patriot",
            "/names",
            "/add",
            "/feeds",
            "/accounts",
            "/sign-in",
            "/no-such-page");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Reader reader;

    @SuppressWarnings("NullAway.Init")
    private Tab tab;

    @BeforeAll
    static void serve() {
        reader = Reader.open(folder);
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
        tab = reader.tab(1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void closeTab() {
        tab.close();
    }

    @Test
    void everyPageIsSoundInLightAndDarkAndOnAPhone() {
        assertThat(PAGES).isNotEmpty();
        try (Tab phone = reader.tab(360, ColorScheme.DARK)) {
            for (String path : PAGES) {
                visit(tab, path, "light-1280");
                visit(phone, path, "dark-360");
            }
        }
    }

    private static void visit(Tab window, String path, String kind) {
        window.open(path);
        String name = path.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
        window.keep((name.isEmpty() ? "ledger" : name.toLowerCase(Locale.ROOT)) + "-" + kind);
        assertThat(window.find("main h1").count()).as(path).isEqualTo(1);
        assertThat(window.page().title()).as(path).isNotEqualTo("Tranche – Tranche");
        window.check(path + " " + kind);
    }

    @Test
    void filtersStandInTheAddressAndBackTakesThemAway() {
        tab.open("/");
        int all = tab.find(".ledger-row").count();
        tab.find("aside a")
                .filter(new Locator.FilterOptions().setHasText("European Union"))
                .first()
                .click();
        tab.page().waitForURL(Pattern.compile("donor=EU"));
        tab.find("aside .chips a").first().waitFor();
        tab.page().waitForFunction("before => document.querySelectorAll('.ledger-row').length < before", all);
        List<String> parties = tab.find(".ledger-row .who").allTextContents();
        assertThat(parties).isNotEmpty().allMatch(text -> text.contains("European Union"));
        assertThat(tab.find("[aria-label='Sums by stage']").textContent()).contains("€");
        tab.page().reload();
        tab.settle();
        assertThat(tab.find(".ledger-row .who").allTextContents()).isEqualTo(parties);
        tab.page().goBack();
        tab.page().waitForFunction("before => document.querySelectorAll('.ledger-row').length === before", all);
    }

    @Test
    void sortsByAmount() {
        tab.open("/?currency=USD&leaf=true");
        tab.find("table[aria-label=Entries] th.num a").first().click();
        tab.page().waitForURL(Pattern.compile("sort=amount"));
        tab.find("th[aria-sort=descending].num").waitFor();
        tab.page()
                .waitForFunction("() => { const sums = [...document.querySelectorAll('.ledger-row .sum')].map(one =>"
                        + " Number(one.title.replace(/[^0-9]/g, ''))); return sums.length > 5 && sums.every((sum,"
                        + " at) => at === 0 || sums[at - 1] >= sum); }");
    }

    @Test
    void aCellLeadsToItsSentence() {
        tab.open(PATRIOT);
        Locator quote = tab.find(".cells blockquote a").first();
        String marked = quote.locator("mark").textContent();
        quote.click();
        tab.page().waitForURL(Pattern.compile("/reports/.*at=\\d+-\\d+"));
        Locator target = tab.find(".report-text .target").first();
        target.waitFor();
        assertThat(String.join("", tab.find(".report-text .target").allTextContents()))
                .isEqualTo(marked);
        tab.page()
                .waitForFunction("() => { const box = document.querySelector('.target').getBoundingClientRect();"
                        + " return box.top > 0 && box.bottom < window.innerHeight; }");
        tab.keep("sentence");
        tab.check("a report at a sentence");
    }

    @Test
    void anEntryShowsItsPackageItsStagesAndWhatReportsDifferIn() {
        tab.open(PATRIOT);
        assertThat(tab.find("ul .here").count()).isEqualTo(1);
        assertThat(tab.find("li.told .name").allTextContents().toString()).contains("announced");
        assertThat(tab.find("tr.differ th").allTextContents().toString()).contains("Sum");
    }

    @Test
    void entriesBesideAnEntryAreCalledByTheirSumsAndParties() {
        tab.open(KYIV_WALK);
        Locator contradiction = tab.find(".contradiction").first();
        contradiction.waitFor();
        assertThat(contradiction.textContent()).contains("$450", "$460", "United States to Ukraine, 20 Feb 2023");
        assertThat(tab.find(".contradiction .id").count()).isZero();
        tab.open(PACKAGE);
        tab.find("summary .what").first().waitFor();
        tab.find("summary .what").all().forEach(Locator::click);
        tab.find(".entries li").first().waitFor();
        assertThat(tab.find(".entries .id").allTextContents())
                .as("ids where names belong")
                .isEmpty();
        assertThat(tab.find("summary .what").allTextContents().toString()).doesNotContain("2021-01", "headline of");
    }

    @Test
    void noSumLiesBeyondTheEdgeOfAPhone() {
        try (Tab phone = reader.tab(390, ColorScheme.LIGHT)) {
            for (String path : List.of("/", "/sums")) {
                phone.open(path);
                phone.find(".stacked td.sum:not(.none)").first().waitFor();
                assertThat((Boolean) phone.page()
                                .evaluate("() => [...document.querySelectorAll('.stacked td.sum')].every(one =>"
                                        + " one.getBoundingClientRect().right <= window.innerWidth)"))
                        .as(path)
                        .isTrue();
            }
        }
    }

    @Test
    void paperHoldsNothingToPress() {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String path : List.of("/", "/sums", "/totals?step=2022-08-19", KYIV_WALK, KYIV_REPORT)) {
            tab.open(path);
            assertThat((List<?>) tab.page()
                            .evaluate("() => [...document.querySelectorAll('main button, main select')]"
                                    + ".filter(one => one.getClientRects().length > 0).map(one => one.textContent)"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void theTimelineShowsOneDayAlone() {
        tab.open("/timeline?from=2023-02-20&to=2023-02-20");
        tab.find("svg .bar").first().waitFor();
        assertThat(tab.find(".when").textContent()).contains("20 Feb").doesNotContain("–");
    }

    @Test
    void theTotalsAreAPictureWhoseStepsOpen() {
        tab.open("/totals?source=record");
        Locator points = tab.find("figure svg a");
        points.first().waitFor();
        assertThat(points.count()).isGreaterThan(5);
        assertThat(tab.find("path.gap").count()).isPositive();
        tab.find("figure svg a:has(.point.broken)").first().click(new Locator.ClickOptions().setForce(true));
        tab.page().waitForURL(Pattern.compile("step="));
        assertThat(tab.find(".step").textContent()).contains("What would explain it");
        tab.keep("totals-step");
        tab.press("ArrowRight");
        tab.check("totals with a step");
    }

    @Test
    void theTimelineZoomsByWheelKeysAndButtons() {
        tab.open("/timeline");
        tab.find("svg .bar").first().waitFor();
        String whole = tab.find(".when").textContent();
        tab.page().mouse().move(640, 500);
        tab.page().mouse().wheel(0, -400);
        tab.page().waitForURL(Pattern.compile("from="));
        String wheel = tab.find(".when").textContent();
        tab.press("+");
        String key = tab.find(".when").textContent();
        tab.button("week").click();
        tab.page().waitForFunction("before => document.querySelector('.when').textContent !== before", key);
        assertThat(List.of(whole, wheel, key, tab.find(".when").textContent())).doesNotHaveDuplicates();
        tab.check("a week of the timeline");
    }

    @Test
    void theMapColoursStatesAndItsTableLeadsToTheLedger() {
        tab.open("/map");
        tab.find("path.land.s5").first().waitFor();
        assertThat(tab.find("path.land").count()).isGreaterThan(150);
        assertThat(tab.find("path.flow").count()).isPositive();
        tab.find("tbody td a").first().click();
        tab.page().waitForURL(Pattern.compile("/\\?.*recipient="));
        tab.find(".ledger-row").first().waitFor();
    }

    @Test
    void theLegendOfAReportTurnsMarksOnAndOff() {
        tab.open("/reports/14-capitol-courier-patriot");
        assertThat(tab.find(".report-text .m-person").count()).isZero();
        tab.page().getByLabel("persons").check();
        tab.find(".report-text .m-person").first().waitFor();
        assertThat(tab.page().url()).contains("person");
        tab.page().getByLabel("sums").uncheck();
        tab.page().waitForFunction("() => document.querySelectorAll('.report-text .m-aid').length === 0");
        String text = (String) tab.page()
                .evaluate(
                        "async () => (await (await fetch('/api/v1/reports/14-capitol-courier-patriot')).json()).text");
        assertThat(tab.find(".report-text").evaluate("element => element.textContent.trim()"))
                .as("the text as it is, whatever is marked")
                .isEqualTo(text.strip());
    }

    @Test
    void searchFindsReportsEntriesAndNames() {
        tab.open("/");
        tab.press("/");
        tab.page().keyboard().type("Zelenskyy");
        tab.press("Enter");
        tab.find(".found").waitFor();
        assertThat(tab.find(".found mark").allTextContents()).contains("Zelenskyy");
        assertThat(tab.find(".found").textContent()).contains("Names");
    }

    @Test
    void everythingIsReachedByKeyboard() {
        tab.open("/");
        tab.press("Tab");
        assertThat(focused()).contains("Skip to the content");
        tab.press("Enter");
        assertThat(tab.page().evaluate("() => document.activeElement.id")).isEqualTo("main");
        tab.press("j", "j");
        assertThat(tab.page().evaluate("() => document.activeElement.closest('tr').getAttribute('aria-rowindex')"))
                .isEqualTo("3");
        tab.press("Enter");
        tab.page().waitForURL(Pattern.compile("/entry/"));
        tab.find("main .sum").first().waitFor();
        assertThat(tab.page().evaluate("() => document.activeElement.tagName")).isEqualTo("H1");
        for (String[] place : new String[][] {
            {"t", "/totals"},
            {"i", "/timeline"},
            {"m", "/map"},
            {"c", "/claims"},
            {"r", "/reports"},
            {"n", "/names"},
            {"d", "/desk"},
            {"l", "/"}
        }) {
            tab.press("g", place[0]);
            tab.page().waitForURL(url -> url.endsWith(place[1]));
            tab.settle();
        }
        tab.press("?");
        tab.find("dialog").waitFor();
        assertThat(tab.find("dialog").textContent()).contains("Ledger", "Everywhere");
        tab.check("the keys");
        tab.press("Escape");
        tab.page().waitForFunction("() => document.querySelector('dialog') === null");
    }

    private String focused() {
        return (String) tab.page().evaluate("() => document.activeElement.textContent");
    }

    @Test
    void coloursFollowTheSwitch() {
        tab.open("/");
        Object light = paper();
        tab.find("button[aria-label^=Colours]").click();
        tab.find("button[aria-label^=Colours]").click();
        assertThat(paper()).isNotEqualTo(light);
        tab.page().reload();
        tab.settle();
        assertThat(paper()).as("kept for the next visit").isNotEqualTo(light);
    }

    private Object paper() {
        return tab.page().evaluate("() => getComputedStyle(document.documentElement).backgroundColor");
    }

    @Test
    void saysWhatIsNotThere() {
        tab.expectFailures();
        tab.open("/entry/no-such-entry");
        tab.find("[role=alert]").waitFor();
        assertThat(tab.find("[role=alert]").textContent()).contains("no-such-entry");
        tab.open("/?q=surelynowordlikethis");
        assertThat(tab.find("main").textContent()).contains("No entry matches.");
    }

    @Test
    void theSliderOfTheMapGoesFromYearToYearByMouseAndKeyboard() {
        tab.open("/map");
        Locator slider = tab.find(".years input");
        assertThat(slider.getAttribute("aria-valuetext")).isEqualTo("all years");
        String all = tab.find("main tbody").first().textContent();
        slider.focus();
        tab.press("ArrowRight");
        tab.page().waitForURL(Pattern.compile("from=20\\d\\d-01-01"));
        String first = tab.find(".years output").textContent();
        assertThat(slider.getAttribute("aria-valuetext")).isEqualTo(first);
        assertThat(tab.page().url()).contains("from=" + first + "-01-01", "to=" + first + "-12-31");
        waitForOther(all);
        BoundingBox box = slider.boundingBox();
        tab.page().mouse().move(box.x + 10, box.y + box.height / 2);
        tab.page().mouse().down();
        tab.page().mouse().move(box.x + box.width - 3, box.y + box.height / 2);
        tab.page().mouse().up();
        String last = String.valueOf(slider.getAttribute("max"));
        tab.page().waitForURL(Pattern.compile("from=" + last + "-01-01"));
        assertThat(tab.find(".years output").textContent()).isEqualTo(last).isGreaterThan(first);
        slider.focus();
        tab.press("Home");
        tab.page().waitForFunction("() => document.querySelector('.years output').textContent === 'all years'");
        assertThat(tab.page().url()).doesNotContain("from=");
        tab.page().waitForFunction("all => document.querySelector('main tbody').textContent === all", all);
    }

    private void waitForOther(String sums) {
        tab.page().waitForFunction("sums => document.querySelector('main tbody').textContent !== sums", sums);
    }
}
