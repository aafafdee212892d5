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

/** Merging visits over reports, and what a numbered series misses. */
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

    @Test
    void anOpenDateJoinsTheOnlyEncounterBesideItsEnd() {
        Timeline timeline = Timeline.ofEncounters(List.of(
                meeting("a", StatedDate.on(LocalDate.parse("2023-05-02"))),
                meeting("b", StatedDate.until(LocalDate.parse("2023-05-04"))),
                meeting("c", StatedDate.until(LocalDate.parse("2023-07-04")))));
        assertThat(timeline.events()).hasSize(2);
        assertThat(timeline.events().get(0).reports())
                .extracting(DocumentId::value)
                .containsExactly("a", "b");
        assertThat(timeline.events().get(0).encounter().date().isOneDay()).isTrue();
    }

    @Test
    void anOpenDateThatMayMeanTwoEncountersStaysApart() {
        Timeline timeline = Timeline.ofEncounters(List.of(
                meeting("a", StatedDate.on(LocalDate.parse("2023-05-01"))),
                meeting("b", StatedDate.on(LocalDate.parse("2023-05-03"))),
                meeting("c", StatedDate.until(LocalDate.parse("2023-05-04")))));
        assertThat(timeline.events()).hasSize(3);
    }

    @Test
    void whatIsPlannedFromADayAndPastByADayIsOne() {
        Timeline timeline = Timeline.ofEncounters(List.of(
                meeting("a", StatedDate.since(LocalDate.parse("2023-05-01"))),
                meeting("b", StatedDate.until(LocalDate.parse("2023-05-02")))));
        assertThat(timeline.events())
                .singleElement()
                .satisfies(event -> assertThat(event.encounter().date())
                        .isEqualTo(StatedDate.between(LocalDate.parse("2023-05-01"), LocalDate.parse("2023-05-02"))));
    }

    @Test
    void twoReportsOfTwoDaysThatSayNoDayTellOfOneMeeting() {
        Timeline timeline = Timeline.ofEncounters(List.of(
                meeting("a", StatedDate.until(LocalDate.parse("2023-05-02"))),
                meeting("b", StatedDate.until(LocalDate.parse("2023-05-04"))),
                meeting("c", StatedDate.until(LocalDate.parse("2023-05-09")))));
        assertThat(timeline.events())
                .extracting(event -> event.reports().size())
                .containsExactly(2, 1);
    }

    @Test
    void aBriefingOfThePressIsNoEncounterBetweenParties() {
        Encounter briefing = new Encounter(
                EncounterKind.MEETING,
                List.of(
                        new Participant(Optional.empty(), "senior official", Optional.of("NO")),
                        new Participant(Optional.empty(), "reporters", Optional.empty())),
                Optional.empty(),
                StatedDate.on(LocalDate.parse("2023-05-02")),
                EncounterStage.PAST,
                Optional.empty(),
                new Evidence(new DocumentId("a"), new Span(0, 5), "brief"));
        assertThat(briefing.isPressBriefing()).isTrue();
        assertThat(Timeline.ofEncounters(List.of(briefing)).events()).isEmpty();
    }

    private static Encounter meeting(String doc, StatedDate date) {
        return new Encounter(
                EncounterKind.MEETING,
                List.of(
                        new Participant(Optional.of("Jane Roe"), "minister", Optional.of("NO")),
                        new Participant(Optional.of("John Doe"), "minister", Optional.of("SE"))),
                Optional.empty(),
                date,
                EncounterStage.PAST,
                Optional.empty(),
                new Evidence(new DocumentId(doc), new Span(0, 7), "meeting"));
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
