package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.bundle.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timeline and the statements, over reports and over a book, as a user calls them. */
class StoryCommandsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String one = "";
    private String two = "";

    @BeforeEach
    void writeReports() throws IOException {
        one = report(
                "one",
                "Ukraine said Russia had shelled the grain silo in Izmail.\n\nPolish Foreign Minister"
                        + " Radek Sikorski visited Kyiv on Monday.");
        two = report("two", "Moscow denied shelling the grain silo in Izmail.");
    }

    private String report(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".txt");
        return Files.writeString(file, "date: 2024-03-06\noutlet: Quayside Wire\n\n" + text + "\n")
                .toString();
    }

    private static List<JsonValue> objects(Call call) {
        assertThat(call.status()).isZero();
        return call.out().lines().map(line -> JsonValue.parse("out", line)).toList();
    }

    @Test
    void theTimelineIsTextJsonOrTable() {
        assertThat(Call.of("timeline", one).out()).contains("Kyiv").contains("one");
        List<JsonValue> visits = objects(Call.of("timeline", "--format", "json", one));
        assertThat(visits).hasSize(1);
        assertThat(visits.getFirst().member("kind").text()).contains("visit");
        Call table = Call.of("timeline", "--format", "csv", one);
        assertThat(table.status()).isZero();
        assertThat(table.out().lines())
                .hasSize(2)
                .first()
                .isEqualTo("from,to,kind,participants,countries,place,place_country,stage,ordinal,since,reports,quote");
    }

    @Test
    void filtersChooseByPersonStateDayAndKind() {
        assertThat(objects(Call.of("statements", "--format", "json", one, two))).hasSize(2);
        assertThat(objects(Call.of("statements", "--country", "Russia", "--format", "json", one, two)))
                .singleElement()
                .satisfies(told -> assertThat(told.member("stance").text()).contains("denies"));
        assertThat(objects(Call.of("statements", "--stance", "denies", "--format", "json", one, two)))
                .hasSize(1);
        assertThat(objects(Call.of("statements", "--denied", "--format", "json", one, two)))
                .hasSize(1);
        assertThat(objects(Call.of("statements", "--from", "2024-04", "--format", "json", one, two)))
                .isEmpty();
        assertThat(objects(Call.of("statements", "--to", "2024", "--words", "silo", "--format", "json", one, two)))
                .hasSize(2);
        assertThat(Call.of("timeline", "--who", "sikorski", one).out()).contains("Kyiv");
        assertThat(Call.of("timeline", "--who", "merkel", one).out()).startsWith("The reports mention no encounter.");
        assertThat(Call.of("timeline", "--kind", "visit", "--country", "Poland", "--from", "2024-03", one)
                        .out())
                .contains("Kyiv");
    }

    @Test
    void wrongFiltersAreRefusedWithWhatWasMeant() {
        assertThat(Call.of("statements", "--country", "Polnad", one).err()).contains("Did you mean 'Poland'?");
        assertThat(Call.of("statements", "--stance", "denis", one).err()).contains("Did you mean 'denies'?");
        assertThat(Call.of("timeline", "--from", "2024-13", one).err()).contains("write 2024-05-01, 2024-05 or 2024");
        assertThat(Call.of("timeline", "--from", "2025", "--to", "2024", one).status())
                .isEqualTo(2);
    }

    @Test
    void statementsHaveTheirDayInEveryFormat() {
        assertThat(Call.of("statements", one).out()).startsWith("0  2024-03-06  ");
        assertThat(Call.of("statements", "--format", "csv", one).out().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("0,2024-03-06,2024-03-06,");
        assertThat(objects(Call.of("statements", "--format", "json", one))
                        .getFirst()
                        .member("published")
                        .member("from")
                        .text())
                .contains("2024-03-06");
    }

    @Test
    void linesAreCutOnATerminalAloneAndWhereAWidthIsAskedFor() throws IOException {
        String words =
                "the grain silo by the long quay in the old harbour ".repeat(5).strip();
        String report = report("long", "Ukraine said Russia had shelled " + words + ".");
        for (String command : List.of("statements", "read")) {
            assertThat(Call.of(command, report).out()).contains(words);
            assertThat(Call.of("", Map.of(), true, command, report).out()).doesNotContain(words);
            assertThat(Call.of("", Map.of("COLUMNS", "90"), false, command, report)
                            .out()
                            .lines())
                    .allMatch(line -> line.length() <= 90);
        }
    }

    @Test
    void helpKeepsFileNamesAndAddressesWhole() {
        for (int columns = 60; columns < 100; columns++) {
            for (String command : List.of("read", "serve")) {
                Call help = Call.of("", Map.of("COLUMNS", "" + columns), false, command, "--help");
                assertThat(help.out().lines())
                        .as(command + " in " + columns + " columns")
                        .noneMatch(line -> line.matches("\\s*(csv|yaml|org|jsonl)\\b.*"));
                assertThat(help.out()).doesNotContain("\uA78F");
            }
        }
        assertThat(Call.of("read", "--help").out()).contains("states.csv");
    }

    @Test
    void aDenialInAnotherReportNamesItsClaim() {
        List<JsonValue> told = objects(Call.of("statements", "--format", "json", one, two));
        assertThat(told).hasSize(2);
        Call call = Call.of("statements", "--format", "json", one, two);
        assertThat(call.out().lines().findFirst().orElse("")).contains("\"denied_by\":[1]");
        assertThat(Call.of("statements", one, two).out()).contains("denied by 1");
        assertThat(Call.of("statements", "--format", "csv", one, two).out().lines())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "id,from,to,speaker,description,country,anonymous,verb,direct,stance,via,denied_by,reports,quote");
    }

    @Test
    void aBookTellsTheSameAsItsReports() {
        String book = folder.resolve("book.jsonl").toString();
        assertThat(Call.of("add", "--book", book, one, two).status()).isZero();
        for (String command : List.of("timeline", "statements")) {
            for (String format : List.of("text", "json", "csv")) {
                Call call = Call.of(command, "--book", book, "--format", format);
                assertThat(call.status()).as(command).isZero();
                assertThat(call.out()).isNotBlank();
                assertThat(call.out())
                        .isEqualTo(
                                Call.of(command, "--format", format, one, two).out());
            }
        }
    }

    @Test
    void reportsThatTellNothingGiveAnEmptyResult() throws IOException {
        String quiet = report("quiet", "The tide was high.");
        assertThat(Call.of("timeline", quiet).out()).startsWith("The reports mention no encounter.");
        assertThat(Call.of("statements", quiet).out()).startsWith("The reports contain no statements.");
        for (String command : List.of("timeline", "statements")) {
            Call json = Call.of(command, "--format", "json", quiet);
            assertThat(json.status()).isZero();
            assertThat(json.out()).isEmpty();
            Call table = Call.of(command, "--format", "csv", quiet);
            assertThat(table.status()).isZero();
            assertThat(table.out().lines()).hasSize(1);
        }
    }

    @Test
    void aMissingBookPathOrFormatIsWrongUsage() {
        String none = folder.resolve("none.jsonl").toString();
        for (String command : List.of("timeline", "statements")) {
            assertThat(Call.of(command, "--book", none).status()).isEqualTo(2);
            assertThat(Call.of(command, folder.resolve("gone.txt").toString()).status())
                    .isEqualTo(2);
            assertThat(Call.of(command, "--format", "xml", one).status()).isEqualTo(2);
        }
    }

    @Test
    void demoShowsTheMostTold() {
        Call demo = Call.of("demo");
        assertThat(demo.status()).isZero();
        String page = demo.out();
        int timeline = page.indexOf("\nTimeline\n");
        int statements = page.indexOf("\nStatements\n");
        assertThat(timeline).isPositive();
        assertThat(statements).isGreaterThan(timeline);
        assertThat(page.substring(statements).lines().count()).isBetween(4L, 24L);
    }

    @Test
    void richGoldFindsItsReportsBesideIt() throws IOException {
        Path gold = Files.createDirectory(folder.resolve("gold")).resolve("tales.rich.json");
        Files.writeString(
                gold,
                "{\"seeds\": {\"a\": {\"encounters\": [], \"statements\": [], \"figures\": [], \"items\": [],"
                        + " \"names\": []}}}");
        Call lonely = Call.of("eval", "--rich", gold.toString());
        assertThat(lonely.status()).isEqualTo(2);
        assertThat(lonely.err()).contains("no reports lie beside it");
        Files.createDirectory(folder.resolve("tales"));
        Files.writeString(folder.resolve("tales/a.txt"), "The tide was high.");
        Call call = Call.of("eval", "--rich", gold.toString());
        assertThat(call.status()).as(call.err()).isZero();
        assertThat(call.out()).contains("encounters");
        assertThat(Call.of("eval").status()).isEqualTo(2);
    }
}
