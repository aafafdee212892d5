package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people decide about what reports say besides sums, and about names; each test has a book of its own. */
class PagesContentTest extends FreshPages {

    private static final String WALK = "/reports/22-vostok-monitor-kyiv-walk";

    private Locator act(String words) {
        return tab.find(".acts button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words)))
                .first();
    }

    private Locator line(String label) {
        return tab.find("aside li")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
    }

    private Locator chip(String label, String words) {
        return line(label).locator(".chip").filter(new Locator.FilterOptions().setHasText(words));
    }

    @Test
    void acceptsCorrectsAndRejectsWhatAReportTells() {
        tab.open(WALK);
        act("Accept: visit").click();
        tab.waitForToast("Accepted: visit");
        chip("visit: Joe Biden", "accepted").waitFor();
        act("Correct: visit").click();
        tab.page()
                .getByLabel("Place", new Page.GetByLabelOptions().setExact(true))
                .fill("Chisinau");
        tab.page().getByLabel("State of participant 1").fill("Atlantis");
        tab.find("dialog textarea").fill("The words say so.");
        tab.check("the form of an encounter");
        tab.expectFailures();
        tab.find("dialog .first").click();
        tab.find("dialog .bad")
                .filter(new Locator.FilterOptions().setHasText("Atlantis"))
                .waitFor();
        tab.page().getByLabel("State of participant 1").fill("USA");
        tab.find("dialog .first").click();
        tab.waitForToast("Corrected.");
        chip("in Chisinau", "corrected").waitFor();
        act("Reject: visit").click();
        tab.button("Wrongly read.").click();
        tab.find("dialog .first").click();
        tab.waitForToast("Rejected: visit");
        chip("visit", "rejected").waitFor();
        tab.keep("report-content");
        tab.check("a report with decisions on what it tells");
        tab.press("u");
        tab.waitForToast("Undone.");
        chip("in Chisinau", "corrected").waitFor();
    }

    @Test
    void mergesAndSplitsAStatementByKeyboardOnAPhone() {
        try (Tab phone = reader.tab(390, ColorScheme.DARK)) {
            phone.open(WALK);
            phone.find(".acts button")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Merge: Washington")))
                    .first()
                    .focus();
            phone.press("Enter");
            phone.find("dialog .pick").first().waitFor();
            for (int at = 0; at < 5 && !focused(phone, "input[type=checkbox]"); at++) {
                phone.press("Tab");
            }
            phone.press("Space");
            for (int at = 0; at < 20 && !focused(phone, "textarea"); at++) {
                phone.press("Tab");
            }
            phone.page().keyboard().type("The same words.");
            phone.check("the dialog that merges statements");
            phone.keep("report-content-merge-390");
            phone.press("Control+Enter");
            phone.waitForToast("Merged: Washington");
            phone.find("aside .chip")
                    .filter(new Locator.FilterOptions().setHasText("merged by hand"))
                    .waitFor();
            phone.find(".acts button")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Split off: Washington")))
                    .first()
                    .focus();
            phone.press("Enter");
            phone.find("dialog textarea").waitFor();
            phone.page().keyboard().type("Something else.");
            phone.press("Control+Enter");
            phone.waitForToast("Split off: Washington");
            phone.check("a report on a phone");
        }
    }

    private static boolean focused(Tab tab, String selector) {
        return (boolean) tab.page().evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    @Test
    void addsAssistanceWithoutASum() {
        tab.open(WALK);
        tab.press("e");
        tab.find("textarea.report-area").waitFor();
        tab.press("Control+Home", "Shift+End");
        tab.find(".bar").waitFor();
        tab.press("Enter");
        tab.find("dialog").waitFor();
        tab.page().getByLabel("Assistance without a sum").check();
        tab.page().getByLabel("What is given").fill("field kitchens");
        tab.page().getByLabel("Donor").fill("Norway");
        tab.page().getByLabel("Recipient").fill("Moldova");
        tab.find("dialog textarea").fill("The words say so.");
        tab.check("the form of assistance without a sum");
        tab.button("Add to the book").click();
        tab.waitForToast("Added to the book.");
        chip("field kitchens, Norway to Moldova", "added").waitFor();
        tab.press("g", "w");
        tab.find(".gifts tbody tr").waitFor();
        assertThat(tab.find(".gifts tbody tr").textContent()).contains("Norway", "Moldova", "field kitchens");
        assertThat(tab.find("nav [aria-current=page]").textContent()).contains("Ledger");
        tab.page().getByLabel("Donor").selectOption("NO");
        tab.page().waitForURL(Pattern.compile("donor=NO"));
        tab.keep("without-a-sum");
        tab.check("assistance without a sum");
        tab.open("/gifts?donor=US");
        assertThat(tab.find("main").textContent()).contains("Nothing matches.");
        tab.find("main a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Clear$")))
                .click();
        tab.find(".gifts .quote").click();
        tab.page().waitForURL(Pattern.compile("/reports/"));
    }

    @Test
    void keepsARuleAfterShowingWhatItChanges() {
        tab.open("/entry/US-UA-2023-sss1rdy85v");
        int before = tab.entries();
        tab.button("Never again").click();
        tab.find("dialog section")
                .filter(new Locator.FilterOptions().setHasText("It would reject"))
                .waitFor();
        tab.find("#rule-words").fill("460");
        tab.find("#rule-outlet").fill("");
        tab.find("dialog h3")
                .filter(new Locator.FilterOptions().setHasText("would"))
                .first()
                .waitFor();
        tab.find("dialog textarea").fill("Rounded by a translation.");
        tab.check("the dialog of a rule");
        tab.keep("rule");
        tab.find("dialog .first").click();
        tab.waitForToast("Kept: ");
        assertThat(tab.entries()).isLessThan(before);
        tab.press("u");
        tab.waitForToast("Undone.");
        assertThat(tab.entries()).isEqualTo(before);
    }

    @Test
    void mergesAndSplitsNames() {
        tab.open("/names/joe-biden?kind=person");
        tab.button("Merge with another name").click();
        tab.find("#name-q").fill("Blinken");
        tab.find("dialog .pick input").first().check();
        tab.button("One person, written differently.").click();
        tab.check("the dialog that merges names");
        tab.find("dialog .first").click();
        tab.waitForToast("Merged with Joe Biden.");
        tab.find("aside")
                .filter(new Locator.FilterOptions().setHasText("Blinken"))
                .waitFor();
        tab.check("a merged name");
        tab.press("u");
        tab.waitForToast("Undone.");
        tab.page().waitForFunction("() => !document.querySelector('aside').textContent.includes('Antony Blinken')");
        tab.button("Split").click();
        tab.page().getByLabel("Shown as, optional").fill("Joe Biden (a baker)");
        if (tab.page().getByLabel("The name, in some reports").count() > 0) {
            tab.page().getByLabel("The name, in some reports").check();
        }
        tab.find("dialog .pick input").first().check();
        tab.find("dialog textarea").fill("Somebody else.");
        tab.check("the dialog that splits names");
        tab.find("dialog .first").click();
        tab.waitForToast("Split from Joe Biden.");
        tab.open("/names?q=baker");
        assertThat(tab.find(".names li").count()).isEqualTo(1);
    }
}
