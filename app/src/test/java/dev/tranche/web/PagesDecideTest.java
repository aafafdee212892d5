package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do to a book on its pages; each test has a book of its own. */
class PagesDecideTest extends FreshPages {

    private static final String KYIV_WALK = "/entry/US-UA-2023-sss1rdy85v";
    private static final String BRIEFING = "/reports/06-briefing-transcript";

    /** Words that no rule reads, since they are about the donor's own accounts. */
    private static final String MISSED = "roughly $10 billion";

    /** Where words are on the screen: their left and right edge and the middle of their height. */
    private static final String PLACE_OF_WORDS = """
        words => {
            const walker = document.createTreeWalker(document.querySelector('.report-text'), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                node.parentElement.scrollIntoView({block: 'center'});
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                const box = range.getBoundingClientRect();
                return [box.left, box.right, box.top + box.height / 2];
            }
        }
        """;

    @Test
    void mergesTwoEntriesAndTakesItBack() {
        tab.open(KYIV_WALK);
        int before = tab.entries();
        tab.button("Merge").click();
        tab.find("#merge-q").fill("460");
        tab.find("dialog .pick")
                .filter(new Locator.FilterOptions().setHasText("$460"))
                .locator("input")
                .check();
        tab.button("The same commitment.").click();
        tab.check("the dialog of a merge");
        tab.button("Merge with other entries").click();
        tab.waitForToast("Merged 2 entries.");
        assertThat(tab.entries()).isEqualTo(before - 1);
        tab.page().waitForFunction("() => document.querySelectorAll('.scroll-x thead th').length === 2");
        tab.keep("merged");
        tab.check("a merged entry");
        tab.find(".toast button").first().click();
        tab.waitForToast("Undone.");
        assertThat(tab.entries()).isEqualTo(before);
        tab.page().waitForFunction("() => document.querySelectorAll('.decision').length === 2");
    }

    @Test
    void mergesAndTakesBackByKeyboardAlone() {
        tab.open(KYIV_WALK);
        int before = tab.entries();
        tab.press("m");
        tab.find("dialog").waitFor();
        tab.page().keyboard().type("460");
        tab.find("dialog .pick")
                .filter(new Locator.FilterOptions().setHasText("$460"))
                .waitFor();
        tab.page().waitForFunction("() => document.activeElement.id === 'merge-q'");
        for (int at = 0; at < 8 && !focusedLine().contains("$460"); at++) {
            tab.press("Tab");
        }
        tab.press("Space");
        for (int at = 0; at < 8 && !focusIsOn("textarea"); at++) {
            tab.press("Tab");
        }
        tab.page().keyboard().type("Reported twice.");
        for (int at = 0; at < 8 && !focusIsOn("button.first"); at++) {
            tab.press("Tab");
        }
        tab.press("Enter");
        tab.waitForToast("Merged 2 entries.");
        assertThat(tab.entries()).isEqualTo(before - 1);
        tab.press("u");
        tab.waitForToast("Undone.");
        assertThat(tab.entries()).isEqualTo(before);
    }

    private String focusedLine() {
        return (String) tab.page().evaluate("() => document.activeElement.closest('.pick')?.textContent ?? ''");
    }

    private boolean focusIsOn(String selector) {
        return (boolean)
                tab.page().evaluate("selector => document.activeElement.matches('dialog ' + selector)", selector);
    }

    @Test
    void addsAMissedFactBySelectingWordsWithTheMouse() {
        tab.open(BRIEFING);
        int before = tab.entries();
        List<?> place = (List<?>) tab.page().evaluate(PLACE_OF_WORDS, MISSED);
        double middle = number(place, 2);
        tab.page().mouse().move(number(place, 0) + 1, middle);
        tab.page().mouse().down();
        tab.page().mouse().move(number(place, 1) - 1, middle);
        tab.page().mouse().up();
        fillInTheMissedFact();
        assertThat(tab.entries()).isEqualTo(before + 1);
        tab.find(".report-text .m-added").first().waitFor();
        assertThat(tab.find(".report-text .m-added").textContent()).isEqualTo(MISSED);
        tab.keep("added");
        tab.find(".report-text a.m-added").click();
        tab.page().waitForURL(Pattern.compile("/entry/"));
        tab.find("main .sum").first().waitFor();
        assertThat(tab.find("h1").textContent()).contains("about $10");
        assertThat(tab.find("main").textContent()).contains("added by a person");
        tab.check("an entry of a missed fact");
    }

    private static double number(List<?> numbers, int at) {
        return ((Number) numbers.get(at)).doubleValue();
    }

    private void fillInTheMissedFact() {
        tab.find(".bar").filter(new Locator.FilterOptions().setHasText(MISSED)).waitFor();
        tab.press("n");
        finishTheMissedFact();
    }

    private void finishTheMissedFact() {
        tab.find("dialog").waitFor();
        assertThat(tab.page().getByLabel("Sum", exactly()).inputValue()).isEqualTo("10 billion");
        assertThat(tab.page().getByLabel("Bound").inputValue()).isEqualTo("about");
        tab.page().getByLabel("Donor").fill("United States");
        tab.page().getByLabel("Recipient").fill("Ukraine");
        tab.find("dialog textarea").fill("The words say so.");
        tab.check("the form of a missed fact");
        tab.button("Add to the book").click();
        tab.waitForToast("Added to the book.");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    void addsAMissedFactBySelectingWordsWithTheKeyboard() {
        tab.open(BRIEFING);
        int before = tab.entries();
        tab.press("e");
        tab.find("textarea.report-area").waitFor();
        int start = ((Number) tab.page()
                        .evaluate("words => document.querySelector('.report-area').value.indexOf(words)", MISSED))
                .intValue();
        assertThat(start).isPositive();
        tab.press("Control+Home");
        for (int at = 0; at < start; at++) {
            tab.press("ArrowRight");
        }
        for (int at = 0; at < MISSED.length(); at++) {
            tab.press("Shift+ArrowRight");
        }
        tab.find(".bar").filter(new Locator.FilterOptions().setHasText(MISSED)).waitFor();
        tab.check("selecting words by keyboard");
        tab.press("Enter");
        finishTheMissedFact();
        assertThat(tab.entries()).isEqualTo(before + 1);
    }

    @Test
    void correctsACellAndTellsWhoDidIt() {
        tab.open(KYIV_WALK);
        tab.press("c");
        tab.find("dialog").waitFor();
        tab.page().getByLabel("Authority").fill("USAI");
        tab.find("dialog textarea").fill("The statement names it.");
        tab.button("Correct this entry").click();
        tab.waitForToast("Corrected.");
        tab.find(".page-head .chip")
                .filter(new Locator.FilterOptions().setHasText("corrected"))
                .waitFor();
        assertThat(tab.find(".decision").textContent()).contains("USAI", "The statement names it.", "anna");
        tab.press("u");
        tab.waitForToast("Undone.");
    }

    @Test
    void theDeskIsWorkedOffWithOneKey() {
        tab.open("/desk");
        tab.find(".task").first().waitFor();
        tab.find("nav a")
                .filter(new Locator.FilterOptions().setHasText("Weak rules"))
                .click();
        tab.page().waitForURL(Pattern.compile("kind=rule"));
        tab.settle();
        tab.press("j");
        String first = focusedTask();
        tab.press("a");
        tab.waitForToast("Accepted.");
        tab.page().waitForFunction("title => document.activeElement.getAttribute('aria-label') !== title", first);
        assertThat(focusedTask()).as("the next task has the focus").isNotEmpty().isNotEqualTo(first);
        tab.press("u");
        tab.waitForToast("Undone.");
        tab.check("the desk");
    }

    @Test
    void aTaskIsCommentedOnAssignedAndPutAsideByKeyboardAlone() {
        tab.open("/desk");
        tab.find(".task").first().waitFor();
        int before = open();
        tab.press("j");
        String task = focusedTask();
        tab.press("t");
        tab.find("dialog").waitFor();
        tab.page().keyboard().type("The ministry was asked.");
        tab.press("Control+Enter");
        tab.waitForToast("Comment added.");
        tab.find(".comment")
                .filter(new Locator.FilterOptions().setHasText("The ministry was asked."))
                .waitFor();
        tab.press("i");
        tab.find("dialog").waitFor();
        assertThat(tab.page().getByLabel("To", exactly()).inputValue()).isEqualTo("anna");
        tab.press("Control+Enter");
        tab.waitForToast("Assigned to anna.");
        tab.find(".task.current .chip")
                .filter(new Locator.FilterOptions().setHasText("for anna"))
                .waitFor();
        tab.press("p");
        tab.find("dialog").waitFor();
        tab.page().keyboard().type("Waits for the ministry.");
        tab.check("putting a task aside");
        tab.press("Control+Enter");
        tab.waitForToast("Put aside.");
        tab.page().waitForFunction("title => document.activeElement.getAttribute('aria-label') !== title", task);
        assertThat(open()).isEqualTo(before - 1);
        tab.find(".which a")
                .filter(new Locator.FilterOptions().setHasText("put aside"))
                .click();
        tab.page().waitForURL(Pattern.compile("aside=true"));
        tab.find(".comment")
                .filter(new Locator.FilterOptions().setHasText("Waits for the ministry."))
                .waitFor();
        tab.keep("desk-aside");
        tab.check("what was put aside");
        tab.button("Put back on the desk").click();
        tab.waitForToast("Undone.");
        assertThat(open()).isEqualTo(before);
    }

    private int open() {
        return ((Number) tab.page().evaluate("async () => (await (await fetch('/api/v1/desk')).json()).open"))
                .intValue();
    }

    private String focusedTask() {
        tab.page().waitForFunction("() => document.activeElement.matches('.task')");
        return (String) tab.page().evaluate("() => document.activeElement.getAttribute('aria-label')");
    }

    @Test
    void aReportAddedElsewhereAppearsByItself() {
        tab.open("/");
        int before = tab.entries();
        try (Tab other = reader.tab(1280, ColorScheme.LIGHT)) {
            other.open("/add");
            other.page().getByLabel("Name under which the book keeps it").fill("two-ferries.2024");
            other.find("#add-text").fill("""
                title: Two ferries
                date: 2024-05-14
                outlet: Fjord Wire

                Norway announced $20 million in military aid to Moldova.
                """);
            other.button("Read it into the book").click();
            // The note goes after six seconds: it is awaited before anything slow.
            tab.find(".note")
                    .filter(new Locator.FilterOptions().setHasText("The book has changed"))
                    .waitFor();
            other.find("main .lines a").first().click();
            other.page().waitForURL(Pattern.compile("/reports/"));
            other.find(".report-text .m-aid").first().waitFor();
            other.page().reload();
            other.find(".report-text .m-aid").first().waitFor();
            other.check("a report whose key has a dot");
        }
        assertThat(tab.entries()).isEqualTo(before + 1);
        tab.find("footer")
                .filter(new Locator.FilterOptions().setHasText((before + 1) + " entries"))
                .waitFor();
    }

    @Test
    void saysThatTheServerDoesNotAnswer() {
        tab.open("/");
        // A page whose stream of events never opened cannot see it break.
        tab.page()
                .waitForFunction(
                        "async () => /tranche_event_streams [1-9]/.test(await (await fetch('/metrics')).text())");
        tab.expectFailures();
        reader.endServer();
        tab.find(".masthead .chip")
                .filter(new Locator.FilterOptions().setHasText("offline"))
                .waitFor();
        tab.find("aside a")
                .filter(new Locator.FilterOptions().setHasText("Germany"))
                .click();
        tab.find("[role=alert]").waitFor();
        assertThat(tab.find("[role=alert]").textContent()).contains("does not answer");
        assertThat(tab.find(".ledger-row").count()).as("what was there stays").isPositive();
    }
}
