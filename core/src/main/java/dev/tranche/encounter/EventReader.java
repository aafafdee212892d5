package dev.tranche.encounter;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Gazetteer;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.Words;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.statement.TimeWords;
import dev.tranche.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one conference, summit or assembly: its body or name, its place, and who attends. */
final class EventReader extends PhraseReader {

    private static final int REACH = 4;
    private static final int WHERE = 12;
    private static final int AUDIENCE = 18;
    private static final Words ATTENDS = Words.of("attend attends attended attending address addresses addressed"
            + " addressing host hosts hosted hosting join joins joined joining chair chairs chaired chairing spoke"
            + " speak speaks speaking open opens opened opening convened convenes convening ended end ends began"
            + " told");
    private static final int LONGEST_SHORT = 6;
    private static final Words INTERNATIONAL = Words.of("international diplomatic ministerial global regional");
    private static final Words AT = Words.of("at of to from for");
    private static final Words OF = Words.of("of for on");
    private static final Words DAYS = Words.of("day week hour");
    private static final Words PASSED = Words.of("the a an this annual next three-way three way virtual major final"
            + " first second third fourth fifth regional global special emergency joint their his its day two of"
            + " leaders peace aid donors recovery");

    EventReader(EncounterReader reader, Sentence sentence, int token, int end) {
        super(reader, sentence, token, end);
    }

    @Nullable
    Draft read() {
        if (isNoEvent()) {
            return null;
        }
        ActorMention body = body();
        String name = body == null ? name() : "";
        Gazetteer.Town town = townOf(name);
        name = town == null ? name : "";
        Place near = reader.placeNear(sentence, end);
        Place place = near == null && town != null ? new Place(town.name(), Optional.of(town.country())) : near;
        boolean bodily = body != null && body.form() == ActorForm.BODY;
        List<Party> who = attendees();
        boolean named = !name.isEmpty() || place != null || !who.isEmpty() && isSummit();
        if (!bodily && (!named || !isOfStates(name, body, who))) {
            return null;
        }
        int start = body == null ? token : Math.min(token, body.start());
        int last = body == null ? end : Math.max(end, body.end());
        Draft draft = new Draft(EncounterKind.CONFERENCE, tokens.span(start, last - 1));
        who.forEach(draft::add);
        audience(draft);
        if (Grammar.WITH.at(tokens, end)) {
            sides.right(end + 1, sentence.end()).forEach(party -> draft.add(sides.resolve(sentence, party)));
        }
        if (body != null) {
            draft.participants.add(side(body));
        } else if (!name.isEmpty()) {
            draft.participants.add(new Participant(Optional.of(name), "", Optional.empty()));
        }
        if (draft.participants.isEmpty()) {
            draft.participants.add(new Participant(Optional.empty(), described(), Optional.empty()));
        }
        Place visited = place == null ? reader.visited(sentence) : place;
        draft.place = visited == null ? ofCapital(body) : visited;
        return draft;
    }

    /** Reads a conference of a numbered series. */
    Draft series(String name) {
        Draft draft = new Draft(EncounterKind.CONFERENCE, tokens.span(token, end - 1));
        attendees().forEach(draft::add);
        draft.participants.add(new Participant(Optional.of(name), "", Optional.empty()));
        draft.place = reader.placeNear(sentence, end);
        return draft;
    }

    /**
     * Fairs and corporate forums have names and places too: an official must attend, or the noun must make it clear.
     */
    private boolean isOfStates(String name, @Nullable ActorMention body, List<Party> who) {
        boolean compound = end - token > 1;
        boolean short_ = !name.isEmpty()
                && name.length() <= LONGEST_SHORT
                && name.indexOf(' ') < 0
                && (tokens.isUpper(token - 1) || tokens.kind(token - 1) == dev.tranche.text.TokenKind.NUMBER);
        return compound
                || short_
                || body != null
                || who.stream().anyMatch(sides::isOfficial)
                || name.isEmpty() && (isSummit() || isInternational());
    }

    private boolean isInternational() {
        return tokens.isWord(token - 1) && INTERNATIONAL.at(tokens, token - 1);
    }

    /** "A news conference", "the conference room", "a conference call", "the Summit cinema". */
    private boolean isNoEvent() {
        boolean thing = reader.names().is("thing", tokens, end) && !tokens.isCapital(end);
        if (thing) {
            return true;
        }
        boolean news =
                Grammar.NEWS.at(tokens, token - 1) && !tokens.string(token - 1).equals("conference");
        return news || Grammar.ROOM.at(tokens, end);
    }

    /** "The Bali summit" is named after its town. */
    private static Gazetteer.@Nullable Town townOf(String name) {
        return name.isEmpty()
                ? null
                : Gazetteer.standard()
                        .find(name, Optional.empty())
                        .map(Gazetteer.Spot::town)
                        .orElse(null);
    }

    private boolean isSummit() {
        return tokens.string(end - 1).equals("summit");
    }

    /** The body before the noun, or after "of": "the summit of the Union". */
    private @Nullable ActorMention body() {
        for (int at = token; at >= Math.max(sentence.start(), token - REACH); at--) {
            ActorMention actor = reader.text().actorAt(at);
            if (actor != null) {
                boolean fits = actor.form() != ActorForm.PERSON
                        && actor.form() != ActorForm.DEMONYM
                        && !Sides.isOutsider(actor);
                return fits && actor.form() != ActorForm.NAME && actor.form() != ActorForm.ADJECTIVE ? actor : null;
            }
            boolean topic = at == token - 1 && tokens.isWord(at) && !tokens.isCapital(at) && !AT.at(tokens, at);
            boolean passed = at == token
                    || topic
                    || PASSED.at(tokens, at)
                    || tokens.isSign(at, '-')
                    || tokens.kind(at) == dev.tranche.text.TokenKind.GENITIVE;
            if (!passed) {
                break;
            }
        }
        int of = end;
        if (!OF.at(tokens, of)) {
            return null;
        }
        of += Grammar.DETERMINER.at(tokens, of + 1) ? 2 : 1;
        ActorMention actor = reader.text().actorAt(of);
        boolean fits =
                actor != null && actor.form() == ActorForm.BODY && !Sides.isOutsider(actor) && of < sentence.end();
        return fits ? actor : null;
    }

    /** "Apec summit", "Summit for Democracy", "summit of the Political Community": capitalised words that name it. */
    private String name() {
        int start = token;
        while (start - 1 >= sentence.start()
                && token - start < REACH
                && tokens.isWord(start - 1)
                && tokens.isCapital(start - 1)
                && !Grammar.DETERMINER.at(tokens, start - 1)
                && !TimeWords.at(tokens, start - 1)
                && reader.text().actorAt(start - 1) == null) {
            start--;
        }
        if (start < token && start > sentence.start()) {
            return words(start, token);
        }
        int of = OF.at(tokens, end) ? end + 1 : end;
        of += of > end && Grammar.DETERMINER.at(tokens, of) ? 1 : 0;
        int stop = of;
        while (of > end
                && stop < sentence.end()
                && stop - of < REACH
                && tokens.isWord(stop)
                && tokens.isCapital(stop)
                && reader.text().actorAt(stop) == null
                && !TimeWords.at(tokens, stop)) {
            stop++;
        }
        return stop > of ? words(of, stop) : "";
    }

    private String described() {
        int start = token;
        while (start - 1 >= sentence.start()
                && !DAYS.at(tokens, start - 1)
                && token - start < 2
                && tokens.isWord(start - 1)
                && (PASSED.at(tokens, start - 1) || reader.text().actorAt(start - 1) != null)
                && !Grammar.DETERMINER.at(tokens, start - 1)) {
            start--;
        }
        return words(start, end);
    }

    /**
     * The party that attends, hosts or speaks there: the subject of such a verb, or of the clause that has it "at" the
     * event.
     */
    List<Party> attendees() {
        int opens = token;
        while (opens - 1 >= sentence.start() && token - opens < REACH + 2 && isInside(opens - 1)) {
            opens--;
        }
        int verb = -1;
        for (int at = opens - 1; at >= Math.max(sentence.start(), opens - REACH - 2); at--) {
            if (ATTENDS.at(tokens, at)) {
                verb = at;
                break;
            }
            if (tokens.isSign(at, ',') || Grammar.STOP.at(tokens, at)) {
                break;
            }
        }
        List<Party> found = verb >= 0 ? sides.left(sentence, verb) : List.of();
        boolean gerund = found.isEmpty()
                && tokens.isWord(sentence.start())
                && tokens.string(sentence.start()).endsWith("ing")
                && opens - sentence.start() < REACH;
        Party doer = gerund ? following() : null;
        if (doer != null && !sides.isPress(doer)) {
            return List.of(sides.resolve(sentence, doer));
        }
        boolean at = opens - 1 >= sentence.start()
                && AT.at(tokens, opens - 1)
                && !tokens.string(opens - 1).equals("of");
        if (found.isEmpty() && at) {
            Party main = sides.subjects().clauseSubject(sentence, token);
            main = main == null && opens - 1 == sentence.start() ? following() : main;
            boolean person = main != null && (main.kind() == PartyKind.PERSON || main.kind() == PartyKind.BODY);
            found = person && main != null ? List.of(sides.resolve(sentence, main)) : List.of();
        }
        if (found.isEmpty()) {
            Party speaker = addresses();
            found = speaker == null ? List.of() : List.of(speaker);
        }
        List<Party> who = new ArrayList<>();
        for (Party party : found) {
            if (party.kind() != PartyKind.PRONOUN && party.kind() != PartyKind.TEXT && !sides.isPress(party)) {
                who.add(party);
            }
        }
        return who;
    }

    /** "At a summit on Sunday, the president said". */
    private @Nullable Party following() {
        for (int at = end; at < sentence.end() - 1; at++) {
            if (tokens.isSign(at, ',')) {
                Party party = cast.at(at + 1);
                if (party != null && (party.kind() == PartyKind.PERSON || party.kind() == PartyKind.BODY)) {
                    return party;
                }
            }
        }
        return null;
    }

    private boolean isInside(int at) {
        return Grammar.DETERMINER.at(tokens, at)
                || PASSED.at(tokens, at) && !AT.at(tokens, at)
                || isActor(at)
                || tokens.isWord(at) && tokens.isCapital(at) && cast.at(at) == null
                || tokens.kind(at) == dev.tranche.text.TokenKind.GENITIVE
                || tokens.isSign(at, '-');
    }

    private boolean isActor(int at) {
        ActorMention actor = reader.text().actorAt(at);
        return actor != null && actor.form() != ActorForm.PERSON;
    }

    private Participant side(ActorMention actor) {
        return new Participant(
                Optional.of(words(actor.start(), actor.end())),
                actor.kind(),
                Optional.of(actor.code()).filter(c -> !c.isEmpty()));
    }

    /** "The assembly in the city, where the minister will address leaders". */
    private @Nullable Party addresses() {
        for (int at = end; at < Math.min(sentence.end(), end + WHERE); at++) {
            if (tokens.isWord(at) && tokens.string(at).equals("where")) {
                Party party = cast.at(at + 1);
                return party == null ? null : sides.resolve(sentence, party);
            }
        }
        return null;
    }

    /** The audience that the attendee will address there. */
    private void audience(Draft draft) {
        for (int at = end; at < Math.min(sentence.end(), end + AUDIENCE); at++) {
            if (tokens.isWord(at) && tokens.string(at).startsWith("address")) {
                for (Party party : sides.right(at + 1, sentence.end())) {
                    draft.add(party);
                }
                return;
            }
        }
    }

    private static @Nullable Place ofCapital(@Nullable ActorMention body) {
        return body != null && body.form() == ActorForm.CAPITAL
                ? new Place(body.name(), Optional.of(body.code()))
                : null;
    }

    private String words(int start, int stop) {
        return tokens.text().substring(tokens.start(start), tokens.end(stop - 1));
    }
}
