package dev.tranche.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.OrdinalGap;
import dev.tranche.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How well encounters, statements, figures, items and persons are read, undated, where the rich gold file lies at hand. */
class RichSeedsTest {

    /** The days on which the five reports were published. */
    private static final List<String> DAYS =
            List.of("2022-09-08", "2024-05-14", "2022-01-19", "2024-05-14", "2023-04-12");

    @Test
    void readingStaysAboveItsFloors() throws IOException {
        Path shared = Repository.root().resolveSibling("shared");
        Path file = shared.resolve("gold/seeds.rich.json");
        assumeTrue(Files.exists(file), "no ../shared/gold/seeds.rich.json beside the repository");
        Map<String, RichGold> gold = RichGold.parse("seeds.rich.json", Files.readString(file));
        List<Extraction> read = new ArrayList<>();
        for (String doc : gold.keySet()) {
            String text = Files.readString(shared.resolve("seeds").resolve(doc + ".txt"));
            read.add(Extractor.standard().extract(Document.of(doc, "", text)));
        }
        RichScore score = RichEval.score(gold, read);
        assertThat(score.encounters().f1().value()).as("encounters").isGreaterThanOrEqualTo(0.84);
        assertThat(score.statements().recall().value()).as("statements").isGreaterThanOrEqualTo(0.98);
        assertThat(score.speakers().value()).as("speakers").isGreaterThanOrEqualTo(0.98);
        // The gold counts ordinals and durations ("second visit"), which the reader does not take for figures.
        assertThat(score.figures().f1().value()).as("figures").isGreaterThanOrEqualTo(0.70);
        assertThat(score.items().f1().value()).as("items").isGreaterThanOrEqualTo(0.90);
        assertThat(score.persons().value()).as("persons").isGreaterThanOrEqualTo(1.0);
    }

    @Test
    void theTimelineShowsAVisitOnceAndWhatItsOrdinalMisses() throws IOException {
        Path folder = Repository.root().resolveSibling("shared").resolve("seeds");
        assumeTrue(Files.isDirectory(folder), "no ../shared/seeds beside the repository");
        List<Extraction> read = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String doc = "seed-00" + i;
            Document report = Document.of(doc, "", Files.readString(folder.resolve(doc + ".txt")))
                    .with(Optional.empty(), Optional.empty(), Optional.of(DAYS.get(i)), Optional.empty());
            read.add(Extractor.standard().extract(report));
        }
        Timeline timeline = Timeline.of(read);
        assertThat(timeline.events())
                .filteredOn(event -> event.encounter().kind() == EncounterKind.VISIT
                        && event.encounter().date().equals(StatedDate.on(LocalDate.parse("2024-05-14"))))
                .singleElement()
                .satisfies(event -> assertThat(event.reports())
                        .extracting(DocumentId::value)
                        .containsExactly("seed-001", "seed-003"));
        assertThat(timeline.gaps()).extracting(OrdinalGap::numbers).containsExactly(List.of(1), List.of(3));
        assertThat(timeline.gaps().get(1).window())
                .isEqualTo(StatedDate.between(LocalDate.parse("2022-09-09"), LocalDate.parse("2024-05-13")));
    }
}
