package dev.tranche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.text.Document;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures on one thing side by side, with whoever says so. */
class FigureBookTest {

    private static final Extraction ONE = report(
            "one",
            "2023-02-10",
            "Officials in Turkey said 18,000 people were killed when the earthquakes struck Monday.");
    private static final Extraction TWO = report(
            "two",
            "2023-02-11",
            "At least 20,500 people were killed in Turkey when Monday's earthquakes struck, doctors said.");
    private static final Extraction OTHER =
            report("other", "2023-02-11", "At least 19,000 people were killed in Sudan since April, doctors said.");
    private static final Extraction LATER = report(
            "later",
            "2023-05-11",
            "At least 50,000 people were killed in Turkey when the earthquakes struck Monday, it said.");

    @Test
    void twoReportsOnOneThingStandSideBySide() {
        List<FigureBook.Counted> differing = FigureBook.of(List.of(TWO, ONE)).differing();
        assertThat(differing).singleElement().satisfies(thing -> {
            assertThat(thing.unit()).isEqualTo("killed people");
            assertThat(thing.about()).containsExactly("TR");
            assertThat(thing.tellings())
                    .extracting(telling -> telling.figure().value().intValueExact())
                    .containsExactly(18_000, 20_500);
            assertThat(thing.tellings())
                    .extracting(telling -> telling.figure().source().orElse(""))
                    .doesNotContain("");
        });
    }

    @Test
    void otherStatesAndOtherTimesAreOtherThings() {
        assertThat(FigureBook.of(List.of(ONE, OTHER, LATER)).differing()).isEmpty();
        assertThat(FigureBook.of(List.of(ONE, OTHER, LATER)).things()).hasSize(3);
    }

    @Test
    void theOrderOfReportsDoesNotMatter() {
        assertThat(FigureBook.of(List.of(ONE, TWO, OTHER, LATER)))
                .isEqualTo(FigureBook.of(List.of(LATER, OTHER, TWO, ONE)));
    }

    @Test
    void twoSidesOfOneReportStandSideBySide() {
        Extraction report = report(
                "own",
                "2021-12-07",
                "Kyiv said 90,000 Russian troops are near the border; Poland puts the figure at 70,000.");
        assertThat(FigureBook.of(List.of(report)).differing())
                .singleElement()
                .satisfies(thing -> assertThat(thing.tellings()).hasSize(2));
    }

    private static Extraction report(String id, String day, String text) {
        return Extractor.standard()
                .extract(Document.of(id, "", text)
                        .with(Optional.empty(), Optional.empty(), Optional.of(day), Optional.empty()));
    }
}
