package dev.tranche.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementStage;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a few days are crowded, what is followed is still what is merged at once; {@code -Dseed=} replays. */
class StoryFoldLawTest {

    private static final long SEED = Long.getLong("seed", 20310401L);
    private static final LocalDate FIRST = LocalDate.of(2031, 4, 1);
    private static final List<String> NAMES = List.of("Ada Berg", "Bo Lind", "Cai Holm");
    private static final List<String> STATES = List.of("NO", "SE", "DK");
    private static final String[] WORDS = {
        "harbour",
        "winter",
        "bridges",
        "shelling",
        "railway",
        "freight",
        "clinics",
        "reservoir",
        "generators",
        "market",
        "crossing",
        "granary",
        "turbines",
        "ferries",
        "lighthouse",
        "quarries"
    };

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static StatedDate date(int days, Random random) {
        LocalDate day = FIRST.plusDays(random.nextInt(days));
        return switch (random.nextInt(8)) {
            case 0 -> StatedDate.since(day);
            case 1 -> StatedDate.until(day);
            case 2 -> StatedDate.between(day, day.plusDays(random.nextInt(40)));
            case 3 -> random.nextInt(3) == 0 ? StatedDate.UNKNOWN : StatedDate.on(day);
            case 4 -> StatedDate.between(day, day.plusDays(random.nextInt(4)));
            default -> StatedDate.on(day);
        };
    }

    private static Encounter encounter(DocumentId report, int at, int days, Random random) {
        List<Participant> who = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            int one = random.nextInt(NAMES.size());
            who.add(new Participant(
                    random.nextInt(5) == 0 ? Optional.empty() : Optional.of(NAMES.get(one)),
                    "minister",
                    Optional.of(STATES.get(one))));
        }
        return new Encounter(
                pick(List.of(EncounterKind.values()), random),
                who,
                random.nextInt(2) == 0
                        ? Optional.empty()
                        : Optional.of(new Place("Town " + random.nextInt(2), Optional.of(pick(STATES, random)))),
                date(days, random),
                pick(List.of(EncounterStage.values()), random),
                random.nextInt(12) == 0
                        ? Optional.of(new Ordinal(1 + random.nextInt(4), Optional.of("2031-01")))
                        : Optional.empty(),
                new Evidence(report, new Span(at, at + 3), "met"));
    }

    private static Teller.Said said(DocumentId report, int at, Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            words.append(WORDS[random.nextInt(WORDS.length)]).append(i == 3 ? " Narvik " : " ");
        }
        String quote = words.toString();
        int one = random.nextInt(NAMES.size());
        Statement statement = new Statement(
                new Speaker(Optional.of(NAMES.get(one)), "minister", Optional.of(STATES.get(one)), false),
                "say",
                false,
                random.nextInt(4) == 0 ? Stance.DENIES : Stance.ASSERTS,
                Optional.empty(),
                Optional.empty(),
                at > 0 && random.nextInt(9) == 0 ? OptionalInt.of(random.nextInt(at)) : OptionalInt.empty(),
                new Evidence(report, new Span(at, at + quote.length()), quote));
        return Teller.Said.of(statement, Set.of(pick(STATES, random)));
    }

    private static Teller teller(int number, int days, int said, Random random) {
        DocumentId id = new DocumentId("r" + random.nextInt(number + 10));
        List<Encounter> encounters = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            encounters.add(encounter(id, i, days, random));
        }
        List<Teller.Said> statements = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1 + said); i++) {
            statements.add(said(id, i, random));
        }
        List<Agreement> agreements = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            agreements.add(new Agreement(
                    List.of(pick(STATES, random)),
                    "deal " + random.nextInt(2),
                    AgreementStage.SIGNED,
                    StatedDate.UNKNOWN,
                    new Evidence(id, new Span(i, i + 4), "deal")));
        }
        return new Teller(
                id + "~" + number,
                id,
                date(days, random),
                encounters,
                statements,
                List.of(),
                agreements,
                List.of(),
                new Teller.Decided(
                        bonds(encounters.size(), random),
                        bonds(statements.size(), random),
                        Map.of(),
                        bonds(agreements.size(), random),
                        Set.copyOf(encounters.subList(0, random.nextInt(1 + encounters.size()))),
                        Set.of(),
                        random.nextInt(8) == 0 ? Map.of(NAMES.getFirst(), "ada-berg-2") : Map.of()));
    }

    /** Few bonds, each of which several reports share. */
    private static Map<Integer, Bond> bonds(int told, Random random) {
        Map<Integer, Bond> bonds = new HashMap<>();
        for (int i = 0; i < told; i++) {
            if (random.nextInt(8) == 0) {
                int label = random.nextInt(6);
                bonds.put(i, new Bond("b" + label, label % 2 == 0));
            }
        }
        return bonds;
    }

    private static void follow(int seed, int days, int reports, int said, int steps) {
        Random random = new Random(SEED + seed);
        StoryFold followed = new StoryFold();
        List<Teller> there = new ArrayList<>();
        int number = 0;
        int told = 0;
        for (int step = 0; step < steps; step++) {
            List<Teller> come = new ArrayList<>();
            for (int i = 0; i < (step == 0 ? reports : random.nextInt(3)); i++) {
                come.add(teller(number++, days, said, random));
            }
            Collections.shuffle(there, random);
            List<Teller> gone = List.copyOf(there.subList(0, Math.min(there.size(), random.nextInt(3))));
            there.removeAll(gone);
            there.addAll(come);
            followed.take(gone, come);
            Collections.shuffle(there, random);
            StoryFold fresh = new StoryFold();
            fresh.take(List.of(), there);
            assertThat(followed.story())
                    .as("seed %d, step %d", SEED + seed, step)
                    .isEqualTo(fresh.story());
            told += fresh.story().events().size() + fresh.story().claims().size();
        }
        assertThat(told).isGreaterThan(100);
    }

    @Test
    void encountersOfCrowdedDaysAreFollowed() {
        for (int seed = 0; seed < 12; seed++) {
            follow(seed, 6 + 10 * seed, 300, 0, 25);
        }
    }

    @Test
    void statementsOfASpeakerWhoSaysALotAreFollowed() {
        for (int seed = 0; seed < 4; seed++) {
            follow(100 + seed, 60, 250, 16, 12);
        }
    }

    @Test
    void fewReportsThatComeAndGoAreFollowed() {
        for (int seed = 0; seed < 20; seed++) {
            follow(200 + seed, 20, 4, 3, 60);
        }
    }
}
