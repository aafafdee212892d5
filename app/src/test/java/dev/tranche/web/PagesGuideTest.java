package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import dev.tranche.api.ServerSettings;
import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The tasks of {@code docs/guides/analyst.md}, one after another over its reports, as the guide says; keeps its pictures. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesGuideTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Reader reader;

    @SuppressWarnings("NullAway.Init")
    private static Tab tab;

    @BeforeAll
    static void serve() {
        reader = Reader.over(
                folder, List.of(Repository.corpus("guide")), new ServerSettings.Network(true, false, false));
        tab = reader.tab(1280, ColorScheme.LIGHT);
    }

    @AfterAll
    @SuppressWarnings("NullAway")
    static void end() {
        // Unset where the test was skipped.
        if (reader != null) {
            tab.close();
            reader.close();
        }
    }

    /** The part of the page that the window shows, as the guide has it. */
    private static void picture(String name) {
        tab.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setType(ScreenshotType.JPEG)
                        .setQuality(60)
                        .setClip(0, 0, 1280, 760)
                        .setPath(Repository.root().resolve("app/target/pages/guide-" + name + ".jpg")));
    }

    private static Locator facet(String words) {
        return tab.find("aside a")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static void waitForRows(int rows) {
        tab.page().waitForFunction("rows => document.querySelectorAll('.ledger-row').length === rows", rows);
    }

    /** Every link and picture of the guide leads somewhere. */
    @Test
    @Order(0)
    void theGuideShowsPicturesThatAreThere() throws IOException {
        Path guide = Repository.root().resolve("docs/guides/analyst.md");
        Matcher linked = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(guide));
        int found = 0;
        while (linked.find()) {
            found++;
            assertThat(guide.resolveSibling(linked.group(1))).exists();
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    @Order(1)
    void everyGermanAirDefencePledgeOfAYearGoesIntoAWorkbookWithItsSources() throws IOException {
        tab.open("/");
        facet("Germany").click();
        tab.page().waitForURL(Pattern.compile("donor=DE"));
        tab.find(".pair input[type=date]").nth(0).fill("2022-01-01");
        tab.find(".pair input[type=date]").nth(1).fill("2022-12-31");
        tab.page().getByLabel("Words in entries").fill("air defence");
        tab.press("Enter");
        waitForRows(2);
        picture("1");
        tab.find("summary")
                .filter(new Locator.FilterOptions().setHasText("Export what I see"))
                .click();
        Download download =
                tab.page().waitForDownload(() -> tab.button("Workbook").click());
        assertThat(download.suggestedFilename()).endsWith(".xlsx");
        StringBuilder sheets = new StringBuilder();
        try (ZipFile workbook = new ZipFile(download.path().toFile())) {
            for (ZipEntry entry : workbook.stream().toList()) {
                sheets.append(new String(workbook.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(sheets.toString())
                .contains("200 million euros", "45 million euros", "elbe-courier.example", "Elbe Courier")
                .doesNotContain("500 million euros");
    }

    @Test
    @Order(2)
    void theTimelineSaysWhoVisitedKyivInSeptember() {
        tab.open("/timeline?kind=visit&from=2022-09-01&to=2022-09-30");
        tab.find("main")
                .filter(new Locator.FilterOptions().setHasText("Catherine Colonna"))
                .waitFor();
        assertThat(tab.find("main").textContent())
                .contains("Antony Blinken", "Kyiv")
                .doesNotContain("Scholz");
        picture("2");
    }

    @Test
    @Order(3)
    void theTotalOfFifteenBillionIsHeldAgainstTheEntries() {
        tab.open("/totals?donor=US&recipient=UA&currency=USD&since=2021-01&source=record&step=2022-09-08");
        tab.find(".step").waitFor();
        assertThat(tab.find(".step").textContent()).contains("$15.2", "$675", "holds");
        picture("3");
    }

    @Test
    @Order(4)
    void anErrorOfAnOutletIsRejectedAndTheOtherReportsStay() {
        tab.open("/?donor=DK");
        waitForRows(2);
        tab.find(".ledger-row")
                .filter(new Locator.FilterOptions().setHasText("$3 bn"))
                .locator(".choose input")
                .check();
        tab.press("r");
        tab.button("The outlet is wrong.").click();
        picture("4");
        tab.press("Control+Enter");
        tab.waitForToast("Rejected 1 entry.");
        waitForRows(1);
        assertThat(tab.find(".ledger-row").textContent()).contains("$300");
    }

    @Test
    @Order(5)
    void threeTellingsBecomeOneEntry() {
        tab.open("/?donor=SE");
        waitForRows(3);
        tab.press("A", "m");
        tab.find("dialog .pick input").nth(1).check();
        tab.button("Reported more than once").click();
        picture("5");
        tab.press("Control+Enter");
        tab.waitForToast("Merged 3 entries.");
        waitForRows(1);
    }

    @Test
    @Order(6)
    void aSentenceIsCited() {
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        tab.open("/?donor=NO");
        tab.find(".ledger-row .who a").first().click();
        tab.find(".cite summary").click();
        picture("6");
        tab.button("Copy as text").click();
        tab.waitForToast("Citation copied.");
        assertThat((String) tab.page().evaluate("() => navigator.clipboard.readText()"))
                .contains("Norway to Ukraine", "Fjord Wire");
    }

    @Test
    @Order(7)
    void thePageOfFeedsSaysWhereToAddOne() {
        tab.open("/feeds");
        assertThat(tab.find("main").textContent()).contains("feeds and pages watched", "OPML");
        picture("7");
    }

    @Test
    @Order(8)
    void twoDonorsAreComparedByYear() {
        tab.open("/sums?by=donor,year&into=EUR");
        tab.find("main tbody tr").first().waitFor();
        String rows = tab.find("main tbody").textContent();
        assertThat(rows).contains("Germany", "United States", "2022", "2023", "EUR");
        picture("8");
    }

    @Test
    @Order(9)
    void theClaimsSayWhoDeniedWhat() {
        tab.open("/claims?stance=denies");
        tab.find("main")
                .filter(new Locator.FilterOptions().setHasText("MiG-29"))
                .waitFor();
        assertThat(tab.find("main").textContent()).contains("Andrzej Duda");
        picture("9");
    }

    @Test
    @Order(10)
    void aBookIsHandedOnWithItsDecisions() throws IOException {
        Path copy = folder.resolve("copy.db");
        Reader.run("", "backup", "--book", folder.resolve("samples.db").toString(), copy.toString());
        Reader.run("", "verify", "--book", copy.toString());
        assertThat(Files.size(copy)).isPositive();
        tab.open("/decisions");
        assertThat(tab.find(".decision").count()).isEqualTo(2);
        tab.check("the decisions of the guide");
    }
}
