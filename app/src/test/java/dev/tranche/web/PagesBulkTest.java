package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do to many rows of the ledger at once, and the views that they keep; each test has a book of its own. */
class PagesBulkTest extends FreshPages {

    private static final String RECENT = "/?source=report&sort=outlets";

    /** How many decisions the server has taken. */
    private static final String DECISIONS = "async () => (await (await fetch('/api/v1/decisions')).json()).total";

    @Override
    int width() {
        return 1400;
    }

    private Locator box(int row) {
        return tab.find(".ledger-row .choose input").nth(row);
    }

    private void waitForChosen(String words) {
        tab.find(".choosing")
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }

    private int decisions() {
        return ((Number) tab.page().evaluate(DECISIONS)).intValue();
    }

    /** Counts the entries from reports with an authority; the unnamed rest of a sum has the authority of that sum. */
    private int withAuthority(String code) {
        return ((Number) tab.page()
                        .evaluate(
                                "async code => (await (await fetch('/api/v1/ledger?source=report&authority=' +"
                                        + " code)).json()).total",
                                code))
                .intValue();
    }

    @Test
    void aCellIsSetForRowsChosenByMouseAndTakenBackAtOnce() {
        tab.open(RECENT);
        box(0).check();
        box(3).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        waitForChosen("4 entries chosen");
        box(1).uncheck();
        waitForChosen("3 entries chosen");
        tab.keep("bulk-chosen");
        tab.check("rows that are chosen");
        tab.button("Set a cell").click();
        tab.page().getByLabel("Cell", exactly()).selectOption("authority");
        tab.page().getByLabel("Is to show").fill("BULK-7");
        tab.find("dialog textarea").fill("The statement names it.");
        tab.keep("bulk-set");
        tab.check("the dialog that sets a cell");
        tab.find("dialog button.first").click();
        tab.waitForToast("Corrected 3 entries.");
        assertThat(tab.find(".choosing").count())
                .as("nothing is chosen any more")
                .isZero();
        assertThat(withAuthority("BULK-7")).isEqualTo(3);
        assertThat(decisions()).as("all of it is one decision").isEqualTo(1);
        tab.press("u");
        tab.waitForToast("Undone.");
        assertThat(withAuthority("BULK-7")).isZero();
        tab.open("/decisions");
        assertThat(tab.find(".decision").nth(1).textContent()).contains("Corrects 3 entries: authority", "undone");
        tab.check("the decisions");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    void rowsAreChosenAndRejectedByKeyboardAlone() {
        tab.open(RECENT);
        int before = tab.entries();
        tab.press("j", "x", "Shift+ArrowDown", "J");
        waitForChosen("3 entries chosen");
        tab.press("ArrowUp", "Space");
        waitForChosen("2 entries chosen");
        tab.press("Escape");
        tab.page().waitForFunction("() => document.querySelector('.choosing') === null");
        tab.press("x", "k", "x");
        waitForChosen("2 entries chosen");
        List<String> chosen = tab.find(".ledger-row.chosen .who a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        tab.press("r");
        tab.find("dialog").waitFor();
        tab.page().waitForFunction("() => document.activeElement.matches('dialog textarea')");
        tab.page().keyboard().type("Wrongly read.");
        tab.press("Control+Enter");
        tab.waitForToast("Rejected 2 entries.");
        chosen.forEach(href -> tab.page()
                .waitForFunction("href => document.querySelector(`.ledger-row a[href='${href}']`) === null", href));
        assertThat(decisions()).isEqualTo(1);
        tab.press("u");
        tab.waitForToast("Undone.");
        assertThat(tab.entries()).isEqualTo(before);
    }

    @Test
    void allThatIsShownIsChosenAndMergedUnderTheNameThatIsPicked() {
        tab.open("/?q=kyiv&source=report&leaf=true");
        int shown = tab.find(".ledger-row").count();
        assertThat(shown).as("entries of the samples that name Kyiv").isBetween(2, 20);
        int before = tab.entries();
        tab.find("thead .choose input").check();
        waitForChosen(shown + " entries chosen");
        tab.button("Merge").click();
        tab.find("dialog .pick input").nth(1).check();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(tab.find("dialog").isVisible()).as("a dialog on paper").isFalse();
        assertThat(tab.find(".ledger-row").last().isVisible()).isTrue();
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        tab.button("The same commitment.").click();
        tab.check("the dialog that merges rows");
        tab.keep("bulk-merge");
        tab.find("dialog button.first").click();
        tab.waitForToast("Merged " + shown + " entries.");
        assertThat(tab.entries()).isLessThan(before);
        tab.find(".toast button").first().click();
        tab.waitForToast("Undone.");
        assertThat(tab.entries()).isEqualTo(before);
    }

    @Test
    void aNameThatIsNotKnownIsRefusedAtItsFieldAndNothingIsDone() {
        tab.open(RECENT);
        tab.expectFailures();
        box(0).check();
        box(1).check();
        tab.press("c");
        tab.page().getByLabel("Is to show").fill("Germny");
        tab.find("dialog textarea").fill("The words say so.");
        tab.find("dialog button.first").click();
        tab.find("dialog .field [role=alert]").waitFor();
        assertThat(tab.find("dialog .field [role=alert]").textContent()).contains("Germny");
        tab.keep("bulk-refused");
        tab.check("a refused value");
        assertThat(decisions()).isZero();
        tab.page().getByLabel("Is to show").fill("Germany, Denmark");
        tab.find("dialog button.first").click();
        tab.waitForToast("Corrected 2 entries.");
    }

    @Test
    void tooManyRowsAreRefusedBeforeAnythingIsSent() {
        tab.open("/?source=report");
        assertThat(tab.find(".ledger-row").count()).isGreaterThan(20);
        tab.press("A");
        tab.find(".choosing").waitFor();
        tab.press("m");
        tab.find("dialog [role=alert]").waitFor();
        assertThat(tab.find("dialog [role=alert]").textContent()).contains("At most 20 entries are merged at once");
        assertThat(tab.find("dialog button.first").isDisabled()).isTrue();
    }

    @Test
    void aPhoneChoosesRowsInTheDark() {
        try (Tab phone = reader.tab(390, ColorScheme.DARK)) {
            phone.open(RECENT);
            phone.find(".ledger-row .choose input").nth(0).check();
            phone.find(".ledger-row .choose input").nth(2).check();
            phone.find(".choosing").waitFor();
            phone.check("chosen rows on a phone");
            phone.keep("bulk-phone-dark");
            phone.button("Set a cell").click();
            phone.find("dialog").waitFor();
            phone.check("the dialog on a phone");
            phone.keep("bulk-set-phone-dark");
            phone.press("Escape");
            phone.find("summary")
                    .filter(new Locator.FilterOptions().setHasText("Views"))
                    .click();
            phone.check("views on a phone");
            phone.keep("views-phone-dark");
        }
        try (Tab dark = reader.tab(1400, ColorScheme.DARK)) {
            dark.open(RECENT + "&cols=date,sum,type,authority,standing,id");
            dark.find(".ledger-row .choose input").nth(1).check();
            dark.check("columns in the dark");
            dark.keep("columns-dark");
        }
    }

    @Test
    void aViewIsNamedOpenedRenamedAndRemoved() {
        tab.open("/?donor=US&sort=amount");
        tab.find("summary")
                .filter(new Locator.FilterOptions().setHasText("Columns"))
                .click();
        tab.page().getByLabel("Id", exactly()).check();
        tab.page().waitForURL(Pattern.compile("cols=date%2Csum%2Cstage%2Coutlets%2Cstanding%2Cid"));
        tab.find("th.name").waitFor();
        tab.keep("columns");
        tab.press("Escape");
        tab.find("summary")
                .filter(new Locator.FilterOptions().setHasText("Views"))
                .click();
        tab.page().getByLabel("Name what is shown now").fill("US by sum");
        tab.button("Save view").click();
        tab.waitForToast("“US by sum” is kept");
        tab.keep("views");
        tab.check("a view that is kept");
        tab.page().getByLabel("Name what is shown now").fill("US by sum");
        tab.button("Save view").click();
        tab.find("[role=alert]")
                .filter(new Locator.FilterOptions().setHasText("choose another name"))
                .waitFor();
        tab.open("/timeline");
        tab.open("/");
        assertThat(tab.find("th.name").count()).as("columns stay").isEqualTo(1);
        tab.find("summary")
                .filter(new Locator.FilterOptions().setHasText("Views"))
                .click();
        tab.find("a")
                .filter(new Locator.FilterOptions().setHasText("US by sum"))
                .click();
        tab.page().waitForURL(Pattern.compile("donor=US&sort=amount&cols="));
        String address = tab.page().url();
        tab.find("summary")
                .filter(new Locator.FilterOptions().setHasText("View: US by sum"))
                .click();
        tab.button("Rename US by sum").click();
        tab.page().getByLabel("New name of US by sum").fill("Washington");
        tab.press("Enter");
        tab.find("summary")
                .filter(new Locator.FilterOptions().setHasText("View: Washington"))
                .waitFor();
        tab.button("Remove Washington").click();
        tab.page().waitForFunction("() => localStorage.getItem('tranche.views') === '[]'");
        // The address alone shows the view to somebody else.
        try (Tab other = reader.tab(1400, ColorScheme.LIGHT)) {
            other.open(address.substring(reader.address().length()));
            assertThat(other.find("th.name").count()).isEqualTo(1);
            assertThat(other.find(".chips").textContent()).contains("from United States");
            other.open("/?cols=usual");
            assertThat(other.find("th.name").count()).isZero();
        }
    }

    @Test
    void whatCameInSinceTheLastVisitIsMarkedAndFiltered() {
        tab.open("/");
        assertThat(tab.find(".fresh").count()).as("the first visit").isZero();
        tab.open("/?new=1");
        assertThat(tab.find("main").textContent()).contains("first visit on this device", "No entry matches");
        tab.open("/add");
        tab.page().getByLabel("Name under which the book keeps it").fill("two-ferries");
        tab.find("#add-text").fill("""
            title: Two ferries
            date: 2024-05-14
            outlet: Fjord Wire

            Norway announced $20 million in military aid to Moldova.
            """);
        tab.button("Read it into the book").click();
        tab.find("main .lines a").first().waitFor();
        // The visit before ended yesterday, before the report came in.
        tab.page().evaluate("""
            () => {
                const name = Object.keys(localStorage).find(one => one.startsWith('tranche.visit.'));
                const head = JSON.parse(localStorage.getItem(name)).head;
                localStorage.setItem(name, JSON.stringify({head: head - 1, at: Date.now() - 86400000, before: null}));
            }
            """);
        tab.page().reload();
        tab.open("/");
        tab.find(".fresh a")
                .filter(new Locator.FilterOptions().setHasText("1 new entry"))
                .click();
        tab.page().waitForURL(Pattern.compile("new=1"));
        tab.page().waitForFunction("() => document.querySelectorAll('.ledger-row').length === 1");
        assertThat(tab.find(".ledger-row").textContent()).contains("new", "Norway", "$20");
        tab.keep("new-entries");
        tab.check("what is new");
        tab.button("I have seen them").click();
        tab.page().waitForFunction("() => document.querySelector('.fresh') === null");
        assertThat(tab.find(".ledger-row .good")
                        .filter(new Locator.FilterOptions().setHasText("new"))
                        .count())
                .isZero();
    }
}
