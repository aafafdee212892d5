package dev.tranche.timeline;

import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.Participant;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.Match;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Normalises the names of participants in an encounter, however reports write them: a state by its code, a body by its
 * name in the lexicon whatever its spelling, somebody whom people split off from others of the same name by the id they then got,
 * and the unnamed holder of a single-person office by state and office.
 */
final class Alike {

    /** Words that may follow the name of a body whose members meet: "the G7 foreign ministers". */
    private static final int MOST_MEMBERS = 2;

    private static final Map<String, List<String>> OFFICES = offices();

    private Alike() {}

    /**
     * Returns an encounter in which the names of the same party compare as equal.
     *
     * @param others names of participants whom people split off from others of that name, each with its id
     */
    static Encounter of(Encounter told, Map<String, String> others) {
        List<Participant> participants = new ArrayList<>(told.participants().size());
        for (Participant each : told.participants()) {
            participants.add(of(each, others));
        }
        return new Encounter(
                told.kind(), participants, told.place(), told.date(), told.stage(), told.ordinal(), told.evidence());
    }

    private static Participant of(Participant told, Map<String, String> others) {
        Optional<String> apart = told.name().map(others::get);
        Optional<String> name = apart.isPresent()
                ? Optional.of(told.shown() + "|" + apart.get())
                : told.name().flatMap(Alike::party);
        return name.isPresent() ? new Participant(name, told.office(), told.country()) : told;
    }

    private static Optional<String> party(String name) {
        Tokens tokens = Tokenizer.split(name);
        for (Match match : Lexicon.standard().findActors(tokens)) {
            boolean whole = match.start() == 0 && match.end() + MOST_MEMBERS >= tokens.size();
            if (whole && match.entries().getFirst() instanceof Entry.Actor actor && actor.isOfficial()) {
                boolean state = actor.kind().equals("state");
                boolean exact = match.end() == tokens.size();
                return state && !exact
                        ? Optional.empty()
                        : Optional.of(state ? actor.code() : actor.code() + " " + actor.name());
            }
        }
        return Optional.empty();
    }

    /** Returns the state and kind of office of the holder of a single-person office, such as "NO head_of_state". */
    static Optional<String> office(Participant who) {
        String told = " " + who.office().toLowerCase(Locale.ROOT) + " ";
        if (who.country().isEmpty()
                || OFFICES.getOrDefault("none", List.of()).stream().anyMatch(told::contains)) {
            return Optional.empty();
        }
        return OFFICES.entrySet().stream()
                .filter(office -> office.getValue().stream().anyMatch(told::contains))
                .map(office -> who.country().get() + " " + office.getKey())
                .findFirst();
    }

    private static Map<String, List<String>> offices() {
        Map<String, List<String>> offices = new LinkedHashMap<>();
        for (LexiconFile.Row row : Lexicon.shipped("office_words.csv").rows()) {
            offices.put(
                    row.field("kind"),
                    row.alternatives("words").stream()
                            .map(word -> " " + word.toLowerCase(Locale.ROOT) + " ")
                            .toList());
        }
        return offices;
    }
}
