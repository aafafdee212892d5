package dev.tranche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Merging visits over reports, and what a counted row misses. */
class TimelineTest {

    @Test
    void oneVisitOfTwoReportsIsOneEntryAtTheFurtherStage() {
        Timeline timeline = Timeline.ofEncounters(List.of(
                visit("b", "2023-05-02", EncounterStage.PAST, 0), visit("a", "2023-05-02", EncounterStage.PLANNED, 0)));
        assertThat(timeline.events()).hasSize(1);
        assertThat(timeline.events().get(0).reports())
                .extracting(DocumentId::value)
                .containsExactly("a", "b");
        assertThat(timeline.events().get(0).encounter().stage()).isEqualTo(EncounterStage.PAST);
    }

    @Test
    void visitsOfDifferentDaysStayApartAndTheirOrdinalsShowWhatIsMissing() {
        Timeline timeline = Timeline.ofEncounters(List.of(
                visit("a", "2022-09-08", EncounterStage.PAST, 1), visit("b", "2024-05-14", EncounterStage.PAST, 4)));
        assertThat(timeline.events()).hasSize(2);
        assertThat(timeline.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.numbers()).containsExactly(2, 3);
            assertThat(gap.window())
                    .isEqualTo(StatedDate.between(LocalDate.parse("2022-09-09"), LocalDate.parse("2024-05-13")));
        });
    }

    private static Encounter visit(String doc, String day, EncounterStage stage, int n) {
        return new Encounter(
                EncounterKind.VISIT,
                List.of(new Participant(Optional.of("Jane Roe"), "minister", Optional.of("NO"))),
                Optional.of(new Place("Kyiv", Optional.of("UA"))),
                StatedDate.on(LocalDate.parse(day)),
                stage,
                n == 0 ? Optional.empty() : Optional.of(new Ordinal(n, Optional.of("2022-02-24"))),
                new Evidence(new DocumentId(doc), new Span(0, 5), "visit"));
    }
}
