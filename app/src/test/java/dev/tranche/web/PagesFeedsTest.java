package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.tranche.api.ServerSettings;
import dev.tranche.testkit.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses on the page for adding, and the page of the feeds. */
class PagesFeedsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Site site = Site.open()
            .set("/feed", "application/rss+xml", Site.feed("Denmark"))
            .set("/Denmark", "text/html", Site.article("Denmark"))
            .set("/aid", "text/html", Site.article("Norway"));

    @AfterEach
    void close() {
        site.close();
    }

    private static void fetch(Tab tab, String address) {
        tab.find("#add-link").fill(address);
        tab.button("Fetch").click();
    }

    private static void watch(Tab tab, String address) {
        tab.find("#feed-link").fill(address);
        tab.button("Watch it").click();
    }

    private static void waitFor(Tab tab, String selector, String words) {
        tab.find(selector)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .waitFor();
    }

    @Test
    void aPastedAddressIsReadAndAFeedIsPolled() {
        try (Reader reader = Reader.open(folder, List.of(), new ServerSettings.Network(true, true, true));
                Tab tab = reader.tab(1280, ColorScheme.LIGHT);
                Tab phone = reader.tab(360, ColorScheme.DARK)) {
            tab.open("/add");
            fetch(tab, site.at("/aid"));
            waitFor(tab, "main li", "1 report added");
            tab.keep("add-address-light-1280");
            tab.check("an address that was read");
            tab.find("main li a").first().click();
            waitFor(tab, "main", "Aid from Norway");
            tab.open("/feeds");
            watch(tab, site.at("/feed"));
            tab.waitForToast("1 address added");
            tab.page()
                    .waitForFunction("() => document.querySelector('.feeds')?.textContent.includes('Quay Wire')"
                            + " && document.querySelector('.feeds .chip')?.textContent === 'well'");
            phone.open("/feeds");
            for (Tab window : List.of(tab, phone)) {
                window.keep("feeds-polled-" + (window == tab ? "light-1280" : "dark-360"));
                window.check("feeds");
            }
            tab.button("Pause").click();
            waitFor(tab, ".feeds .chip", "paused");
            tab.button("Resume").waitFor();
        }
    }

    @Test
    void whatIsRefusedSaysWhyAndListsGoInAndOut() throws IOException {
        try (Reader reader = Reader.open(folder, List.of(), new ServerSettings.Network(true, false, false));
                Tab tab = reader.tab(1280, ColorScheme.LIGHT)) {
            tab.expectFailures();
            tab.open("/add");
            fetch(tab, site.at("/aid"));
            waitFor(tab, "main li .bad", "an address of this machine or its network, which is not fetched");
            assertThat(site.asked("/aid")).isZero();
            tab.open("/feeds");
            waitFor(tab, "main", "This server does not poll them");
            Path list = Files.writeString(
                    folder.resolve("list.opml"),
                    "<opml><body><outline text='Quay' xmlUrl='https://quay.example/feed'/>"
                            + "<outline text='Local' xmlUrl='file:///etc/passwd'/></body></opml>");
            tab.find("#feed-opml").setInputFiles(list);
            waitFor(tab, "main .bad", "file:///etc/passwd");
            waitFor(tab, ".feeds th", "https://quay.example/feed");
            Download saved =
                    tab.page().waitForDownload(() -> tab.button("Save as OPML").click());
            assertThat(Files.readString(saved.path())).contains("xmlUrl=\"https://quay.example/feed\"");
            tab.button("Remove").click();
            waitFor(tab, "main", "Nothing is watched yet.");
        }
    }

    @Test
    void aServerWithoutTheNetworkSaysSo() {
        try (Reader reader = Reader.open(folder);
                Tab tab = reader.tab(1280, ColorScheme.LIGHT)) {
            tab.open("/add");
            waitFor(tab, "main", "started with --offline and fetches nothing");
            assertThat(tab.find("#add-link").count()).isZero();
            tab.open("/feeds");
            waitFor(tab, "main", "started with --offline");
            tab.check("feeds of a server without the network");
        }
    }
}
