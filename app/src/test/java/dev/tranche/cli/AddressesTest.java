package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.testkit.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One address is visited as with a browser; several in one command are crawled. */
@Timeout(120)
class AddressesTest {

    private static final String RULES = "User-agent: *\nDisallow: /closed\n";

    private final Site site = Site.open();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    private Call add(String... paths) {
        List<String> all = new ArrayList<>(List.of(
                "add",
                "--own-network",
                "--problems",
                "--book",
                folder.resolve("book.db").toString()));
        for (String path : paths) {
            all.add(site.at(path));
        }
        return Call.of(all.toArray(String[]::new));
    }

    @Test
    void oneAddressIsFetchedWhateverRobotsAreTold() {
        site.set("/robots.txt", "text/plain", RULES).set("/closed", "text/html", Site.article("Norland"));
        assertThat(add("/closed").err()).contains("1 reading added");
        assertThat(add("/closed", "/closed").err()).contains("0 readings added");
        assertThat(site.asked("/robots.txt")).isZero();
    }

    @Test
    void ofSeveralAddressesOnlyThoseAreFetchedThatRobotsMayVisit() {
        site.set("/robots.txt", "text/plain", RULES)
                .set("/closed", "text/html", Site.article("Norland"))
                .set("/moved", exchange -> Site.redirect(exchange, 302, "/closed"))
                .set("/open", "text/html", Site.article("Sudland"));
        assertThat(add("/closed", "/moved", "/open").err())
                .contains(
                        site.at("/closed") + ": the site's robots.txt does not allow it; a page that is named alone is"
                                + " fetched as by a browser.")
                .contains(site.at("/moved") + ": The address was not fetched: it redirects to " + site.at("/closed")
                        + ": the site's robots.txt does not allow it; ")
                .contains("1 reading added");
        assertThat(site.asked("/robots.txt")).isEqualTo(1);
        assertThat(site.asked("/closed")).isZero();
    }

    @Test
    void onlyAddressesOfTheWebAreFetched() {
        assertThat(Call.of("read", "ftp://quay.example/a", "file:/quay/a").err())
                .contains("ftp://quay.example/a: only http:// and https:// addresses are fetched")
                .contains("file:/quay/a: only http:// and https:// addresses are fetched");
        site.set("/open", "text/html", Site.article("Norland"));
        assertThat(Call.of("read", "--own-network", site.at("/open").replace("http", "HTTP"))
                        .err())
                .contains("1 report");
    }
}
