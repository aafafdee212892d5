package dev.tranche.timeline;

import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives those who meet and speak in a report the names that people decided on, so that they are grouped by them. */
final class Renaming {

    private final Map<String, Called> parties = new HashMap<>();
    private final Map<String, Called> places = new HashMap<>();

    /**
     * A name after all decisions.
     *
     * @param country code of the state or body that it now belongs to; empty where that is as the report says
     * @param apart its id, if it is nobody else's, however it is spelled
     */
    private record Called(String name, Optional<String> country, Optional<String> apart) {}

    /**
     * Compares the names of a report before and after all decisions, place by place.
     *
     * @param apart the places of the names that are nobody else's
     */
    Renaming(List<Name> before, List<Name> after, Set<Integer> apart) {
        for (int i = 0; i < before.size(); i++) {
            put(before.get(i).name(), before.get(i), after.get(i), apart.contains(i));
        }
        // What one name is called counts before what another is called in passing.
        for (int i = 0; i < before.size(); i++) {
            for (String spelling : before.get(i).spellings()) {
                put(spelling, before.get(i), after.get(i), apart.contains(i));
            }
        }
    }

    private void put(String written, Name before, Name after, boolean apart) {
        Called called = new Called(
                before.name().equals(after.name()) ? written : after.name(),
                before.id().equals(after.id()) ? Optional.empty() : after.country(),
                apart ? Optional.of(after.id()) : Optional.empty());
        parties.putIfAbsent(written, called);
        if (before.kind() == NameKind.PLACE) {
            places.putIfAbsent(written, called);
        }
    }

    /** Returns the content of a report under the names after all decisions. */
    Teller of(Teller teller, List<Name> names, Set<Integer> apart) {
        Teller.Decided decided = teller.decided();
        List<Encounter> encounters =
                teller.encounters().stream().map(this::encounter).toList();
        Set<Encounter> stated = new HashSet<>();
        decided.stated().forEach(each -> stated.add(encounter(each)));
        Map<String, String> others = new HashMap<>();
        parties.values().forEach(called -> called.apart().ifPresent(id -> others.put(called.name(), id)));
        return new Teller(
                teller.key(),
                teller.id(),
                teller.published(),
                encounters,
                teller.statements().stream().map(this::said).toList(),
                teller.figures(),
                teller.agreements(),
                names,
                new Teller.Decided(
                        decided.encounters(),
                        decided.statements(),
                        decided.figures(),
                        decided.agreements(),
                        stated,
                        apart,
                        others));
    }

    private Encounter encounter(Encounter told) {
        List<Participant> participants = new ArrayList<>(told.participants().size());
        for (Participant each : told.participants()) {
            Called called = each.name().map(parties::get).orElse(null);
            participants.add(
                    called == null
                            ? each
                            : new Participant(
                                    Optional.of(called.name()),
                                    each.office(),
                                    called.country().or(each::country)));
        }
        Optional<Place> place = told.place().map(this::place);
        return new Encounter(
                told.kind(), participants, place, told.date(), told.stage(), told.ordinal(), told.evidence());
    }

    private Place place(Place told) {
        Called called = places.get(told.name());
        return called == null ? told : new Place(called.name(), called.country().or(told::country));
    }

    private Teller.Said said(Teller.Said told) {
        Statement before = told.statement();
        Speaker who = before.speaker();
        Called called = who.name().map(parties::get).orElse(null);
        if (called == null || called.equals(new Called(who.shown(), Optional.empty(), Optional.empty()))) {
            return told;
        }
        Speaker speaker = new Speaker(
                Optional.of(called.name()), who.description(), called.country().or(who::country), who.anonymous());
        Statement statement = new Statement(
                speaker,
                before.verb(),
                before.direct(),
                before.stance(),
                before.addressee(),
                before.via(),
                before.denies(),
                before.evidence());
        String key = SpeakerKey.of(speaker) + called.apart().map(id -> " " + id).orElse("");
        return new Teller.Said(statement, told.states(), told.words(), key);
    }
}
