package dev.tranche.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The readouts and news of {@code corpus/gold/story_*} are read no worse than here: two development sets. */
class StoryGoldTest {

    @ParameterizedTest
    @CsvSource({"story_dev, 0.92, 0.96, 0.92, 1.00", "story_dev_more, 0.86, 0.93, 0.96, 0.79"})
    void readingStaysAboveItsFloors(String name, double encounters, double figures, double items, double agreements)
            throws IOException {
        RichScore score = score(name);
        assertThat(score.encounters().f1().value()).as("encounters").isGreaterThanOrEqualTo(encounters);
        assertThat(score.figures().f1().value()).as("figures").isGreaterThanOrEqualTo(figures);
        assertThat(score.items().f1().value()).as("items").isGreaterThanOrEqualTo(items);
        assertThat(score.agreements().f1().value()).as("agreements").isGreaterThanOrEqualTo(agreements);
    }

    @Test
    void everyQuoteStandsInItsReport() throws IOException {
        for (String name : List.of("story_dev", "story_dev_more")) {
            Map<String, RichGold> gold = gold(name);
            List<Extraction> read = read(name);
            assertThat(read).extracting(each -> each.document().id().value()).containsAll(gold.keySet());
            for (Extraction report : read) {
                RichGold expected =
                        Objects.requireNonNull(gold.get(report.document().id().value()));
                Stream<String> quotes = Stream.of(
                                expected.encounters().orElse(List.of()).stream().map(RichGold.Meeting::quote),
                                expected.figures().orElse(List.of()).stream().map(RichGold.Count::quote),
                                expected.items().orElse(List.of()).stream().map(RichGold.Gear::quote),
                                expected.agreements().orElse(List.of()).stream().map(RichGold.Pact::quote))
                        .flatMap(each -> each);
                assertThat(quotes)
                        .allSatisfy(
                                quote -> assertThat(report.document().text()).contains(quote));
            }
        }
    }

    private static RichScore score(String name) throws IOException {
        return RichEval.score(gold(name), read(name));
    }

    private static Map<String, RichGold> gold(String name) throws IOException {
        Path file = Repository.corpus("gold").resolve(name + ".rich.json");
        return RichGold.parse(file.toString(), Files.readString(file));
    }

    private static List<Extraction> read(String name) throws IOException {
        Path file = Repository.corpus("gold").resolve(name + ".jsonl");
        List<Extraction> read = new ArrayList<>();
        for (Incoming incoming : ReportReader.readAll(file.toString(), Files.readAllBytes(file))) {
            if (incoming instanceof Incoming.Report report) {
                read.add(Extractor.standard().extract(report.document()));
            }
        }
        return read;
    }
}
