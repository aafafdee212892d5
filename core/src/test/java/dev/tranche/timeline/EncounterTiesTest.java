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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One trip is one visit, one summit one conference, one call one call. */
class EncounterTiesTest {

    private static final Participant ADA = new Participant(Optional.of("Ada Berg"), "president", Optional.of("NO"));
    private static final Participant BO = new Participant(Optional.of("Bo Lind"), "president", Optional.of("SE"));
    private static final Participant CAI = new Participant(Optional.of("Cai Holm"), "president", Optional.of("DK"));

    private static Encounter of(
            String report, EncounterKind kind, String day, Optional<Place> place, List<Participant> who, int n) {
        return new Encounter(
                kind,
                who,
                place,
                StatedDate.on(LocalDate.parse(day)),
                EncounterStage.PAST,
                n == 0 ? Optional.empty() : Optional.of(new Ordinal(n, Optional.of("2031-01"))),
                new Evidence(new DocumentId(report), new Span(0, 3), "met"));
    }

    /** A visit to Sweden of which a report of the day says no day. */
    private static Encounter undated(String report, String day, Participant who) {
        return new Encounter(
                EncounterKind.VISIT,
                List.of(who),
                in("Sweden", "SE"),
                StatedDate.until(LocalDate.parse(day)),
                EncounterStage.PAST,
                Optional.empty(),
                new Evidence(new DocumentId(report), new Span(0, 3), "met"));
    }

    private static Optional<Place> in(String name, String country) {
        return Optional.of(new Place(name, Optional.of(country)));
    }

    @Test
    void oneTripOfThreeDaysIsOneVisit() {
        List<Encounter> told = List.of(
                of("a", EncounterKind.VISIT, "2031-05-01", in("Stockholm", "SE"), List.of(ADA), 0),
                of("b", EncounterKind.VISIT, "2031-05-02", Optional.empty(), List.of(ADA, BO), 0),
                of("c", EncounterKind.VISIT, "2031-05-04", in("Sweden", "SE"), List.of(ADA), 0));
        assertThat(Timeline.ofEncounters(told).events())
                .singleElement()
                .satisfies(event -> assertThat(event.reports()).hasSize(3));
    }

    @Test
    void otherStatesOtherNumbersAndOtherWeeksAreOtherVisits() {
        List<Encounter> told = List.of(
                of("a", EncounterKind.VISIT, "2031-05-01", in("Stockholm", "SE"), List.of(ADA), 1),
                of("b", EncounterKind.VISIT, "2031-05-02", in("Copenhagen", "DK"), List.of(ADA), 0),
                of("c", EncounterKind.VISIT, "2031-05-03", in("Stockholm", "SE"), List.of(ADA), 2),
                of("d", EncounterKind.VISIT, "2031-05-20", in("Stockholm", "SE"), List.of(ADA), 0));
        assertThat(Timeline.ofEncounters(told).events()).hasSize(4);
    }

    @Test
    void aSummitIsOneConferenceWithItsParticipants() {
        List<Encounter> told = List.of(
                of("a", EncounterKind.CONFERENCE, "2031-05-01", in("Oslo", "NO"), List.of(ADA), 0),
                of("b", EncounterKind.CONFERENCE, "2031-05-03", in("Oslo", "NO"), List.of(BO), 0),
                of("c", EncounterKind.CONFERENCE, "2031-05-02", Optional.empty(), List.of(BO, CAI), 0));
        assertThat(Timeline.ofEncounters(told).events())
                .singleElement()
                .satisfies(event -> assertThat(event.encounter().participants())
                        .extracting(Participant::shown)
                        .contains("Ada Berg", "Bo Lind", "Cai Holm"));
    }

    @Test
    void twoCallsOfOnePairInOneWeekAreTwo() {
        List<Encounter> told = List.of(
                of("a", EncounterKind.CALL, "2031-05-01", Optional.empty(), List.of(ADA, BO), 0),
                of("b", EncounterKind.CALL, "2031-05-02", Optional.empty(), List.of(BO, ADA), 0),
                of("c", EncounterKind.CALL, "2031-05-05", Optional.empty(), List.of(ADA, BO), 0));
        assertThat(Timeline.ofEncounters(told).events()).hasSize(2);
    }

    @Test
    void aMeetingWithTheHostsIsHeldOnTheTrip() {
        List<Encounter> told = List.of(
                of("a", EncounterKind.VISIT, "2031-05-01", in("Stockholm", "SE"), List.of(ADA), 0),
                of("b", EncounterKind.MEETING, "2031-05-02", Optional.empty(), List.of(BO, ADA), 0),
                of("c", EncounterKind.MEETING, "2031-05-02", Optional.empty(), List.of(BO, CAI), 0));
        Timeline timeline = Timeline.ofEncounters(told);
        assertThat(timeline.events()).hasSize(2);
        TimelineEvent trip = timeline.events().getFirst();
        assertThat(trip.encounter().kind()).isEqualTo(EncounterKind.VISIT);
        assertThat(trip.encounter().participants()).containsExactly(ADA, BO);
        assertThat(trip.reports()).hasSize(2);
        assertThat(trip.held())
                .singleElement()
                .satisfies(
                        held -> assertThat(held.evidence().document().value()).isEqualTo("b"));
        assertThat(trip.isOf(EncounterKind.MEETING)).isTrue();
    }

    @Test
    void aMeetingElsewhereOrInAnotherWeekIsNotHeldOnTheTrip() {
        List<Encounter> told = List.of(
                of("a", EncounterKind.VISIT, "2031-05-01", in("Stockholm", "SE"), List.of(ADA), 0),
                of("b", EncounterKind.MEETING, "2031-05-02", in("Copenhagen", "DK"), List.of(ADA, CAI), 0),
                of("c", EncounterKind.MEETING, "2031-05-12", Optional.empty(), List.of(ADA, BO), 0));
        assertThat(Timeline.ofEncounters(told).events()).hasSize(3);
    }

    @Test
    void theNamelessHolderOfAnOfficeIsTheOneWhomAnotherReportNames() {
        Participant ada = new Participant(Optional.of("Ada Berg"), "Prime Minister", Optional.of("NO"));
        Participant nameless = new Participant(Optional.empty(), "Norwegian prime minister", Optional.of("NO"));
        Participant other = new Participant(Optional.empty(), "Norwegian foreign minister", Optional.of("NO"));
        List<Encounter> told = List.of(
                of("a", EncounterKind.VISIT, "2031-05-01", in("Stockholm", "SE"), List.of(ada), 0),
                undated("b", "2031-05-02", nameless),
                undated("c", "2031-05-02", other));
        assertThat(Timeline.ofEncounters(told).events())
                .extracting(event -> event.reports().size())
                .containsExactly(2, 1);
    }

    @Test
    void aBodyIsOneInAllSpellings() {
        Participant one = new Participant(Optional.of("U.N. Security Council"), "council", Optional.of("UN"));
        Participant two = new Participant(Optional.of("United Nations Security Council"), "council", Optional.of("UN"));
        List<Encounter> told = List.of(
                of("a", EncounterKind.CONFERENCE, "2031-05-01", Optional.empty(), List.of(one), 0),
                of("b", EncounterKind.CONFERENCE, "2031-05-01", Optional.empty(), List.of(two), 0));
        assertThat(Timeline.ofEncounters(told).events()).hasSize(1);
    }

    @Test
    void aMeetingWithoutAPlaceIsTheCallOfTheSameTwoOnThatDay() {
        List<Encounter> told = List.of(
                of("a", EncounterKind.CALL, "2031-05-01", Optional.empty(), List.of(ADA, BO), 0),
                of("b", EncounterKind.MEETING, "2031-05-01", Optional.empty(), List.of(BO, ADA), 0),
                of("c", EncounterKind.MEETING, "2031-05-01", in("Oslo", "NO"), List.of(CAI, ADA), 0));
        assertThat(Timeline.ofEncounters(told).events())
                .extracting(event -> event.reports().size())
                .containsExactly(2, 1);
    }

    @Test
    void aCompanyMakesNoEncounterOfStates() {
        Participant company = new Participant(Optional.of("Harbour Motors"), "company", Optional.empty());
        assertThat(Timeline.ofEncounters(List.of(
                                of("a", EncounterKind.CALL, "2031-05-01", Optional.empty(), List.of(ADA, company), 0)))
                        .events())
                .isEmpty();
    }

    @Test
    void whatNoStateTakesPartInIsLeftOut() {
        Participant troupe = new Participant(Optional.of("Harbour Players"), "", Optional.empty());
        assertThat(Timeline.ofEncounters(List.of(
                                of("a", EncounterKind.VISIT, "2031-05-01", in("Oslo", "NO"), List.of(troupe), 0)))
                        .events())
                .isEmpty();
    }

    @Test
    void theOrderOfReportsChangesNothing() {
        Random random = new Random(7);
        List<Encounter> told = new ArrayList<>();
        List<Participant> who = List.of(ADA, BO, CAI);
        for (int i = 0; i < 40; i++) {
            told.add(of(
                    "r" + i,
                    EncounterKind.values()[i % 4],
                    LocalDate.of(2031, 5, 1).plusDays(random.nextInt(20)).toString(),
                    i % 3 == 0 ? Optional.empty() : in("Oslo", "NO"),
                    List.of(who.get(i % 3), who.get((i + 1) % 3)),
                    0));
        }
        Timeline once = Timeline.ofEncounters(told);
        assertThat(once.events()).hasSizeLessThan(40);
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(told, random);
            assertThat(Timeline.ofEncounters(told)).isEqualTo(once);
        }
    }
}
