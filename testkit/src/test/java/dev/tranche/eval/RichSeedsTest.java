package dev.tranche.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.timeline.OrdinalGap;
import dev.tranche.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How well encounters, statements, figures, items and persons are read, undated, where the rich gold file lies at hand. */
class RichSeedsTest {

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
        assertThat(score.encounters().f1().value()).as("encounters").isGreaterThanOrEqualTo(0.75);
        assertThat(score.statements().recall().value()).as("statements").isGreaterThanOrEqualTo(0.80);
        assertThat(score.speakers().value()).as("speakers").isGreaterThanOrEqualTo(0.85);
        assertThat(score.figures().f1().value()).as("figures").isGreaterThanOrEqualTo(0.75);
        assertThat(score.items().f1().value()).as("items").isGreaterThanOrEqualTo(0.75);
        assertThat(score.persons().value()).as("persons").isGreaterThanOrEqualTo(27.0 / 29);
        assertThat(Timeline.of(read).gaps()).as("the third visit").anyMatch(RichSeedsTest::isThird);
    }

    private static boolean isThird(OrdinalGap gap) {
        return gap.numbers().equals(List.of(3));
    }
}
