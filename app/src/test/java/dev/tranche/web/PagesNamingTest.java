package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.tranche.api.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports are named as people know them, filters offer what the book holds, and the labels of the map keep apart. */
class PagesNamingTest {

    /** The pairs of labels that overlap. */
    private static final String OVERLAPS = """
        () => { const boxes = [...document.querySelectorAll('svg text.label')].map(one => one.getBoundingClientRect());
          return boxes.flatMap((a, at) => boxes.slice(at + 1).filter(b =>
            a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length; }
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @Test
    void peopleReadNamesWhereTheBookHasKeys() throws IOException {
        write(
                "harbour-1",
                "Harbour fire",
                "Quayside Wire",
                "At least 40 people died in the fire in Kyiv, Ukraine said.");
        write("harbour-2", "", "Hilltop Daily", "At least 55 people died in the fire in Kyiv, Ukraine said.");
        write(
                "office-1",
                "A visit",
                "Quayside Wire",
                "US Secretary of Defense Mark Esper said the United States had announced $400 million in military aid"
                        + " for Ukraine.");
        write(
                "gift-1",
                "Aid",
                "Mill Post",
                "Poland gave Ukraine $30 million in military aid. Lithuania gave Ukraine $20 million in military aid."
                        + " Slovakia gave Ukraine $25 million in military aid. Hungary gave Ukraine $5 million in"
                        + " humanitarian aid. Brazil said nothing, the president of Brazil told reporters.");
        try (Reader reader = Reader.over(folder, List.of(folder.resolve("in")), ServerSettings.Network.OFFLINE);
                Tab tab = reader.tab(1400, ColorScheme.LIGHT);
                Tab phone = reader.tab(390, ColorScheme.DARK)) {
            tab.open("/claims?view=figures&all=1");
            assertThat(tab.find(".values").allTextContents().toString())
                    .contains(
                            "Quayside Wire, 3 Mar 2023: Harbour fire", "Hilltop Daily, 3 Mar 2023: At least 55 people")
                    .doesNotContain("harbour-1");
            tab.open("/claims?view=contradictions");
            assertThat(tab.find(".contradiction").first().textContent())
                    .contains("Quayside Wire, 3 Mar 2023: A visit", "23 July 2019")
                    .doesNotContain("office-1", "2019-0");
            tab.open("/reports");
            assertThat(tab.find("select option").allTextContents())
                    .contains("Hilltop Daily", "Mill Post", "Quayside Wire");
            tab.open("/timeline");
            assertThat(tab.find("select option").allTextContents()).contains("Ukraine", "Poland");
            for (Tab window : List.of(tab, phone)) {
                window.open("/map?currency=USD");
                window.find("svg text.label").first().waitFor();
                assertThat(window.page().evaluate(OVERLAPS)).isEqualTo(0);
                window.keep("map-labels-" + window.page().viewportSize().width);
                window.check("map");
            }
        }
    }

    private static void write(String id, String title, String outlet, String text) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        String head =
                (title.isEmpty() ? "" : "title: " + title + "\n") + "date: 2023-03-03\noutlet: " + outlet + "\n\n";
        Files.writeString(in.resolve(id + ".txt"), head + text + "\n");
    }
}
