package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of a server with accounts. */
class PagesTeamTest extends FreshPages {

    private static final String ENTRY = "/entry/US-UA-2023-sss1rdy85v";

    @Override
    Reader opened() {
        return Reader.open(folder, List.of("anna admin", "vera viewer"));
    }

    @BeforeEach
    void expectFailures() {
        // Browsers write every refused request into their console.
        tab.expectFailures();
    }

    private void signIn(String name, String password) {
        tab.find("#si-name").fill(name);
        tab.find("#si-word").fill(password);
        tab.button("Sign in").click();
    }

    @Test
    void nothingIsShownBeforeSigningInAndTheWayGoesOnWhereItWasGoing() {
        tab.open(ENTRY);
        tab.find("#si-name").waitFor();
        assertThat(tab.find("main").textContent()).doesNotContain("$450");
        tab.check("signing in");
        signIn("anna", "not the password at all");
        tab.find("main [role=alert]").waitFor();
        signIn("anna", Reader.PASSWORD);
        tab.find("main .sum").first().waitFor();
        assertThat(tab.page().url()).endsWith(ENTRY);
        assertThat(tab.find(".masthead .who").textContent()).isEqualTo("anna");
        tab.press("a");
        tab.waitForToast("Accepted.");
        assertThat(tab.find(".decision").first().textContent()).contains("anna");
    }

    @Test
    void namedViewsFollowTheAccountToAnotherDevice() {
        tab.open("/?donor=US");
        signIn("vera", Reader.PASSWORD);
        tab.find(".ledger-row").first().waitFor();
        openViews(tab);
        tab.page().getByLabel("Name what is shown now").fill("US alone");
        tab.button("Save view").click();
        tab.waitForToast("“US alone” is kept with your account");
        assertThat(tab.page().evaluate("() => localStorage.getItem('tranche.views')"))
                .as("nothing stays on the device")
                .isNull();
        try (Tab other = reader.tab(390, ColorScheme.DARK)) {
            other.expectFailures();
            other.open("/");
            other.find("#si-name").fill("vera");
            other.find("#si-word").fill(Reader.PASSWORD);
            other.button("Sign in").click();
            other.find(".ledger-row").first().waitFor();
            openViews(other);
            other.find("a")
                    .filter(new Locator.FilterOptions().setHasText("US alone"))
                    .click();
            other.page().waitForURL(Pattern.compile("donor=US"));
        }
    }

    @Test
    void whatIsNewFollowsTheAccountToAnotherDevice() {
        tab.open("/?new=1");
        signIn("anna", Reader.PASSWORD);
        tab.find(".fresh")
                .filter(new Locator.FilterOptions().setHasText("This is your first visit, so nothing is new yet."))
                .waitFor();
        try (Tab other = reader.tab(390, ColorScheme.DARK)) {
            other.expectFailures();
            other.open("/");
            other.find("#si-name").fill("anna");
            other.find("#si-word").fill(Reader.PASSWORD);
            other.button("Sign in").click();
            other.find(".ledger-row").first().waitFor();
            other.page().evaluate("""
                () => fetch('/api/v1/visit', {method: 'PATCH', body: '{"head": 0, "seen": true}',
                    headers: {'Content-Type': 'application/json'}})
                """);
        }
        tab.open("/?new=1");
        tab.find(".fresh")
                .filter(new Locator.FilterOptions().setHasText("Nothing new since your last visit,"))
                .waitFor();
        assertThat(tab.page().evaluate("() => Object.keys(localStorage).filter(one => one.includes('visit')).length"))
                .as("nothing stays on the device")
                .isEqualTo(0);
    }

    private static void openViews(Tab window) {
        window.find("summary")
                .filter(new Locator.FilterOptions().setHasText("Views"))
                .click();
    }

    @Test
    void anAdminKeepsAccountsAndTokens() {
        tab.open("/accounts");
        signIn("anna", Reader.PASSWORD);
        tab.find("main table tbody tr").nth(1).waitFor();
        tab.find("#acc-name").fill("rita");
        tab.find("#acc-word").fill(Reader.PASSWORD);
        tab.button("Add account").click();
        tab.find("tbody th")
                .filter(new Locator.FilterOptions().setHasText("rita"))
                .waitFor();
        tab.find("#tok-label").fill("nightly import");
        tab.button("Make token").click();
        tab.find(".secret code").waitFor();
        assertThat(tab.find(".secret code").textContent()).hasSizeGreaterThan(20);
        tab.keep("accounts-team");
        tab.check("accounts and tokens");
        tab.button("I have it").click();
        assertThat(tab.find("main").textContent()).contains("nightly import");
        tab.button("Sign out").click();
        tab.find("#si-name").waitFor();
        assertThat(tab.find("main").textContent()).doesNotContain("nightly import");
    }

    @Test
    void aViewerLooksAndDecidesNothing() {
        tab.open(ENTRY);
        signIn("vera", Reader.PASSWORD);
        tab.find("main .sum").first().waitFor();
        assertThat(tab.find(".actions button:not(.cite button):not(.export button)")
                        .count())
                .isZero();
        tab.press("a", "m");
        assertThat(tab.find("dialog").count()).isZero();
        tab.press("g", "d");
        tab.find(".task").first().waitFor();
        assertThat(tab.find(".page-head").textContent()).contains("deciding needs the role reviewer");
        tab.press("g", "l");
        tab.find(".ledger-row").first().waitFor();
        tab.press("j", "x", "r");
        assertThat(tab.find(".choose, .choosing, dialog").count())
                .as("rows are chosen to decide about them")
                .isZero();
    }
}
