package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.testkit.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tranche watch} says, about one and about several. */
@Timeout(120)
class WatchCommandTest {

    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC";

    private final Site site = Site.open();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    private Call watch(String action, String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "watch";
        all[1] = action;
        all[2] = "--book";
        all[3] = folder.resolve("book.db").toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return Call.of(all);
    }

    private void round(String sentence) {
        assertThat(watch("run", "--once", "--own-network").err()).contains("tranche: " + sentence + "\n");
    }

    @Test
    void oneAndManyAreCountedInWords() {
        site.set("/feed", "application/rss+xml", Site.feed("Norland"))
                .set("/Norland", "text/html", Site.article("Norland"))
                .set("/many", "application/rss+xml", Site.feed("Sudland", "Ostland"))
                .set("/Sudland", "text/html", Site.article("Sudland"))
                .set("/Ostland", "text/html", Site.article("Ostland"));
        assertThat(watch("add", site.at("/feed")).err()).isEqualTo("tranche: 1 address added.\n");
        assertThat(watch("list").out())
                .matches("new {5}" + site.at("/feed") + " +0 reports, not fetched yet, next fetch at once\n");
        round("1 address fetched, 0 failed, 1 new report.");
        assertThat(watch("list").out())
                .matches("well {4}Quay Wire +1 report \\(the last on " + MOMENT + "\\), answered " + MOMENT
                        + ", next fetch " + MOMENT + "\n {8}" + site.at("/feed") + "\n");
        assertThat(watch("add", site.at("/many"), site.at("/none"), site.at("/feed"))
                        .err())
                .isEqualTo("tranche: 2 addresses added, 1 watched already.\n");
        round("2 addresses fetched, 1 failed, 2 new reports.");
        assertThat(watch("list").out())
                .containsPattern("Quay Wire +2 reports \\(the last 2 on " + MOMENT + "\\), answered")
                .containsPattern("failing " + site.at("/none") + " +0 reports, never answered, next fetch " + MOMENT
                        + "  the server answered with status 404");
    }

    @Test
    void refusedRemovedAndPausedAddressesAreCountedToo() {
        assertThat(watch("add", "ftp://quay.example/").err()).endsWith("tranche: 1 address is not watched.\n");
        assertThat(watch("add", "ftp://quay.example/", "gopher://quay.example/").err())
                .endsWith("tranche: 2 addresses are not watched.\n");
        watch("add", site.at("/one"), site.at("/two"), site.at("/three"));
        watch("pause", site.at("/three"));
        assertThat(watch("list").out())
                .containsPattern("paused +" + site.at("/three") + " +0 reports, not fetched yet\n");
        assertThat(watch("remove", site.at("/one")).err()).isEqualTo("tranche: 2 addresses left.\n");
        assertThat(watch("remove", site.at("/two")).err()).isEqualTo("tranche: 1 address left.\n");
        assertThat(watch("remove", site.at("/three")).err()).isEqualTo("tranche: nothing is watched any more.\n");
    }
}
