package dev.tranche.encounter;

import dev.tranche.mention.Words;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.statement.SubjectFinder;
import dev.tranche.statement.TimeWords;
import dev.tranche.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one verb of going, being somewhere or leaving: the traveller, the destination and companions. */
final class TripReader extends PhraseReader {

    private static final int REACH = 8;
    private static final int MOST_PLACES = 6;
    private static final Words LED = Words.of("led headed");
    private static final Words AFTER_PLACE = Words.of("for to where on last this next earlier late early as with when");

    TripReader(EncounterReader reader, Sentence sentence, int token, int end) {
        super(reader, sentence, token, end);
    }

    /** "The minister arrived in Oslo". */
    List<Draft> go() {
        List<Draft> visits = new ArrayList<>();
        Places.Found place = isNounHere() ? null : reader.places().at(end, sentence.end());
        while (place != null && visits.size() < MOST_PLACES) {
            Draft visit = visit(place);
            if (visit == null) {
                break;
            }
            visits.add(visit);
            place = further(place.end());
        }
        return visits;
    }

    /** "Travelled to Oslo, Bergen and Tromso": each known town is a separate visit. */
    private Places.@Nullable Found further(int from) {
        boolean comma = tokens.isSign(from, ',');
        int at = comma ? from + 1 : from;
        boolean and = Grammar.AND.at(tokens, at);
        at += and ? 1 : 0;
        Places.Found next = comma || and ? reader.places().at(at, sentence.end()) : null;
        boolean list = next != null
                && next.isKnown()
                && (and || tokens.isSign(next.end(), ',') || Grammar.AND.at(tokens, next.end()));
        return list ? next : null;
    }

    private @Nullable Draft visit(Places.Found place) {
        List<Party> who = travellers();
        if (who.isEmpty()) {
            return null;
        }
        Draft draft = new Draft(EncounterKind.VISIT, span(who.get(0), place.end()));
        who.forEach(draft::add);
        Party leader = leader(who.get(0));
        if (leader != null) {
            draft.add(leader);
        }
        draft.place = place.place();
        company(place.end(), draft);
        return draft;
    }

    /** "A delegation led by the minister". */
    private @Nullable Party leader(Party group) {
        boolean led = LED.at(tokens, group.end())
                && tokens.isWord(group.end() + 1)
                && tokens.string(group.end() + 1).equals("by");
        List<Party> by = led ? sides.right(group.end() + 2, token) : List.of();
        return by.isEmpty() ? null : sides.resolve(sentence, by.get(0));
    }

    private List<Party> travellers() {
        List<Party> who = new ArrayList<>();
        for (Party party : sides.left(sentence, token)) {
            // A role without a title from the table is a thing or an act: "a shipment of aid from the north".
            boolean role = party.kind() == PartyKind.ROLE && !SubjectFinder.isUntitled(party);
            boolean people = party.kind() == PartyKind.PERSON || role || isGroup(party);
            if (people && sides.isOfficial(party)) {
                who.add(party);
            }
        }
        Party first = cast.firstFrom(sentence.start(), token);
        boolean gerund = who.isEmpty()
                && tokens.string(token).endsWith("ing")
                && token - 1 > sentence.start()
                && tokens.isSign(token - 1, ',');
        if (gerund && first != null && first.kind() == PartyKind.PERSON && sides.isOfficial(first)) {
            who.add(first);
        }
        return who;
    }

    static boolean isGroup(Party party) {
        String name = party.name().orElse("") + " " + party.description();
        return party.kind() == PartyKind.BODY
                && (name.contains("delegation") || name.contains("group of") || name.contains("mission"));
    }

    /** The people a visitor takes along or goes to see: "with reporters", "to consult with colleagues". */
    private void company(int from, Draft draft) {
        int limit = Math.min(sentence.end(), from + REACH);
        for (int at = from; at < limit && !Grammar.PURPOSE.at(tokens, at); at++) {
            boolean opens = Grammar.WITH.at(tokens, at)
                    || Grammar.MEET.at(tokens, at) && reader.table().at(tokens, at) == null;
            List<Party> others = opens ? sides.right(at + 1, sentence.end()) : List.of();
            if (!others.isEmpty()) {
                for (Party other : others) {
                    boolean people = other.kind() == PartyKind.PERSON || other.kind() == PartyKind.ROLE;
                    if (people) {
                        draft.add(sides.resolve(sentence, other));
                    }
                }
                return;
            }
        }
    }

    /** "The minister was in Oslo on Monday": a known place, and words for time or purpose. */
    @Nullable
    Draft at() {
        Places.Found place = reader.places().at(end, sentence.end());
        boolean stays = place != null
                && place.isKnown()
                && (AFTER_PLACE.at(tokens, place.end())
                        || TimeWords.at(tokens, place.end())
                        || tokens.isSign(place.end(), ',') && AFTER_PLACE.at(tokens, place.end() + 1));
        return stays && place != null ? visit(place) : null;
    }

    /** "The speaker left Oslo after a visit". */
    @Nullable
    Draft leave() {
        Places.Found place = reader.places().at(end, sentence.end());
        if (place == null || !place.isKnown()) {
            return null;
        }
        int limit = Math.min(sentence.end(), place.end() + REACH);
        for (int at = place.end(); at < limit && !tokens.isSign(at, ';'); at++) {
            if (Grammar.STAY.at(tokens, at)) {
                return visit(place);
            }
        }
        return null;
    }

    /** "The visit", "his second visit": the same letters as the verb, after an article or an adjective. */
    private boolean isNounHere() {
        String word = tokens.string(token);
        boolean could = word.endsWith("visit") || word.endsWith("visits") || word.contains("tour");
        if (!could || token == 0 || word.endsWith("ed") || word.endsWith("ing")) {
            return false;
        }
        int before = token - 1;
        Party party = cast.at(before);
        boolean verb = party != null && party.end() == token
                || tokens.isWord(before)
                        && (Grammar.FUTURE.at(tokens, before)
                                || Grammar.AND.at(tokens, before)
                                || Grammar.STOP.at(tokens, before));
        return !verb;
    }

    private dev.tranche.text.Span span(Party first, int to) {
        int start = first.start() < sentence.start() || first.start() > token ? token : first.start();
        return tokens.span(Math.min(start, token), to - 1);
    }
}
