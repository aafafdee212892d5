package dev.tranche.encounter;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.Words;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.statement.TimeWords;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one noun for an encounter: its owner, partner and place. */
final class NounReader extends PhraseReader {

    private static final int REACH = 8;
    private static final int GROUP = 9;
    private static final Words WITHIN_GROUP = Words.of("of the a an");
    private static final Words NEXT = Words.of("next new final another further first second third fourth fifth");
    private static final Words OF = Words.of("of");
    private static final Words CALLED = Words.of("in during over on via after");
    private static final Words NOT_AFTER =
            Words.of("and or but who which that is was are were will would has have had" + " to");
    private static final Words TOPIC = Words.of("about on into of no any against than without to rather");
    private static final Words DENIED = Words.of("not never no won refused refuses rejected rejects ruled rules denied"
            + " denies without t unlikely calls urged urges call called");
    private static final Words ONLY_PAIR = Words.of("dialogue dialog");

    private final EncounterKind kind;

    NounReader(EncounterReader reader, Sentence sentence, int token, int end, EncounterKind kind) {
        super(reader, sentence, token, end);
        this.kind = kind;
    }

    @Nullable
    Draft read() {
        return kind == EncounterKind.VISIT ? visit() : meeting();
    }

    private @Nullable Draft visit() {
        int to = end;
        while (to < sentence.end() && to < end + 3 && TimeWords.at(tokens, to) && !Grammar.TO_PLACE.at(tokens, to)) {
            to++;
        }
        List<Party> of = OF.at(tokens, to) ? sides.right(to + 1, sentence.end()) : List.of();
        to = of.isEmpty() ? to : of.get(of.size() - 1).end();
        Places.Found place = Grammar.TO_PLACE.at(tokens, to) ? reader.places().at(to + 1, sentence.end()) : null;
        if (place == null) {
            return null;
        }
        boolean only = !tokens.string(to).equals("to");
        if (only && !place.isKnown()) {
            return null;
        }
        List<Party> who = new ArrayList<>();
        List<Party> whose = of.isEmpty() ? owner() : of;
        boolean first = token - sentence.start() < GROUP / 2;
        for (Party party : whose.isEmpty() && first ? sides.lastMain() : whose) {
            boolean people =
                    party.kind() == PartyKind.PERSON || party.kind() == PartyKind.ROLE || TripReader.isGroup(party);
            if (people && sides.isOfficial(party)) {
                who.add(party);
            }
        }
        if (who.isEmpty()) {
            return null;
        }
        Draft draft = new Draft(EncounterKind.VISIT, span(who.get(0), place.end()));
        who.forEach(draft::add);
        draft.place = place.place();
        return draft;
    }

    private @Nullable Draft meeting() {
        if (isDenied()) {
            return null;
        }
        String word = tokens.string(token);
        if (word.equals("comments") || word.equals("remarks")) {
            Party audience = end < sentence.end() && tokens.string(end).equals("to") ? cast.at(end + 1) : null;
            boolean staff = audience != null && audience.kind() == PartyKind.ROLE && !sides.isPress(audience);
            return staff ? with(end, "to") : null;
        }
        if (word.equals("bilateral") && end == token + 1 && !Grammar.WITH.at(tokens, end)) {
            return null;
        }
        if (word.equals("round") || word.equals("rounds")) {
            return round();
        }
        Draft pair = new PairReader(reader, sentence, token, end, kind).read();
        if (pair != null || ONLY_PAIR.at(tokens, end - 1)) {
            return pair;
        }
        int link = link();
        if (link >= 0 && Grammar.BETWEEN.at(tokens, link)) {
            return between(link);
        }
        if (link >= 0) {
            return with(link, "with");
        }
        Draft held = held();
        if (held != null) {
            return held;
        }
        return kind == EncounterKind.CALL ? call() : assembly();
    }

    /** The "with" or "between" that belongs to the noun: words of time, place and topic may come between. */
    private int link() {
        int limit = Math.min(sentence.end(), end + REACH);
        for (int at = end; at < limit; at++) {
            boolean called = kind == EncounterKind.CALL && at == end && Grammar.TALK_TO.at(tokens, at);
            if (called || Grammar.WITH.at(tokens, at) || Grammar.BETWEEN.at(tokens, at)) {
                return at;
            }
            boolean stop = tokens.isSign(at, ',')
                    || tokens.isSign(at, ';')
                    || tokens.kind(at) == TokenKind.QUOTE
                    || NOT_AFTER.at(tokens, at)
                    || at == end && OF.at(tokens, at)
                    || reader.table().at(tokens, at) != null && at > end;
            if (stop) {
                return -1;
            }
        }
        return -1;
    }

    private @Nullable Draft between(int link) {
        List<Party> named = sides.right(link + 1, sentence.end());
        boolean two = Grammar.TWO.at(tokens, link + 1)
                || Grammar.DETERMINER.at(tokens, link + 1) && Grammar.TWO.at(tokens, link + 2);
        List<Party> both = two ? sides.pair(sentence, token) : named;
        if (both.size() < 2 || !both.stream().allMatch(sides::isOfficial)) {
            return null;
        }
        int last = two ? link + 1 : both.get(both.size() - 1).end();
        while (two && (Grammar.DETERMINER.at(tokens, last) || Grammar.TWO.at(tokens, last))) {
            last++;
        }
        last += two && Grammar.SIDES.at(tokens, last) ? 1 : 0;
        Draft draft = new Draft(kind, tokens.span(token, Math.max(end, last) - 1));
        both.forEach(party -> draft.add(sides.resolve(sentence, party)));
        draft.place = kind == EncounterKind.CALL ? null : placeAround(last);
        return draft.participants.size() < 2 ? null : draft;
    }

    private @Nullable Draft with(int link, String word) {
        int from = link + 1;
        List<Party> partners = sides.right(from, sentence.end());
        if (partners.isEmpty() || partners.stream().allMatch(sides::isPress) && !isBriefing()) {
            return null;
        }
        List<Party> who = new ArrayList<>();
        List<Party> found = owner();
        if (found.stream().anyMatch(party -> partners.stream().anyMatch(party::same)) || found.isEmpty()) {
            found = after(partners.get(partners.size() - 1).end());
            found = found.isEmpty() && token - sentence.start() < REACH ? sides.lastMain() : found;
        }
        for (Party party : found) {
            boolean state = kind == EncounterKind.CALL
                    && party.kind() == PartyKind.STATE
                    && partners.get(0).kind() == PartyKind.PERSON;
            if (!state && sides.isOfficial(party) && partners.stream().noneMatch(party::same)) {
                who.add(party);
            }
        }
        boolean news = !who.isEmpty()
                && (word.equals("to")
                        || sides.isOfficial(partners.get(0))
                        || who.get(0).kind() == PartyKind.PERSON);
        if (!news) {
            return null;
        }
        Party last = partners.get(partners.size() - 1);
        Draft draft = new Draft(kind, span(who.get(0), last.end()));
        who.forEach(draft::add);
        sides.add(sentence, draft, partners, who.get(0), from);
        if (kind == EncounterKind.MEETING) {
            draft.place = placeAround(last.end());
        }
        return draft.participants.size() < 2 ? null : draft;
    }

    /** The press is the other side of a briefing and of a call held for it. */
    private boolean isBriefing() {
        return kind == EncounterKind.CALL || tokens.string(token).startsWith("brief");
    }

    private @Nullable Place placeAround(int after) {
        Place place = reader.placeNear(sentence, after);
        return place == null ? reader.placeNear(sentence, end, REACH) : place;
    }

    /** "Seoul and Tokyo held a second round of talks". */
    private @Nullable Draft held() {
        int verb = governor(Grammar.HOLD);
        if (verb < 0) {
            return null;
        }
        List<Party> who =
                sides.left(sentence, verb).stream().filter(sides::isOfficial).toList();
        if (who.size() < 2) {
            return null;
        }
        Draft draft = new Draft(kind, span(who.get(0), end));
        who.forEach(draft::add);
        draft.place = kind == EncounterKind.CALL ? null : reader.placeNear(sentence, end, REACH + GROUP);
        return draft;
    }

    /** The verb of which the noun is the object, skipping articles and adjectives; -1 if there is none. */
    private int governor(Words verbs) {
        for (int at = token - 1; at >= Math.max(sentence.start(), token - GROUP); at--) {
            if (verbs.at(tokens, at)) {
                Party party = cast.at(at);
                return party == null || party.end() == at + 1 ? at : -1;
            }
            boolean modifier =
                    at == token - 1 && tokens.isWord(at) && !tokens.isCapital(at) && !NOT_AFTER.at(tokens, at);
            boolean part = Grammar.NOUN_PART.at(tokens, at)
                    || modifier && !CALLED.at(tokens, at) && !TOPIC.at(tokens, at)
                    || WITHIN_GROUP.at(tokens, at)
                    || Grammar.OFF.at(tokens, at)
                    || tokens.isSign(at, '-')
                    || tokens.kind(at) == TokenKind.NUMBER
                    || tokens.kind(at) == TokenKind.QUOTE && at == token - 2
                    || reader.table().at(tokens, at) != null
                    || TimeWords.at(tokens, at)
                    || isAdjective(at);
            if (!part) {
                return -1;
            }
        }
        return -1;
    }

    /** "Told the minister in a phone call". */
    private @Nullable Draft call() {
        boolean ours = Grammar.OUR.at(tokens, token - 1);
        if (ours) {
            Party other = cast.firstFrom(end, sentence.end());
            Party self = sides.discourse().lastSpeaker();
            List<Party> speaker = self == null ? subject() : List.of(self);
            if (other != null && !speaker.isEmpty() && !other.same(speaker.get(0))) {
                return of(List.of(speaker.get(0), sides.resolve(sentence, other)), other.end());
            }
            return null;
        }
        List<Party> both = after(end, REACH);
        if (both.size() > 1) {
            return of(both, both.get(both.size() - 1).end());
        }
        boolean over =
                CALLED.at(tokens, token - 1) || Grammar.NOUN_PART.at(tokens, token - 1) && CALLED.at(tokens, token - 2);
        if (!over) {
            return null;
        }
        for (int at = token - 1; at > sentence.start(); at--) {
            if (Grammar.TOLD.at(tokens, at)) {
                List<Party> partners = sides.right(at + 1, token);
                List<Party> who = sides.left(sentence, at);
                boolean told = !partners.isEmpty() && !who.isEmpty() && !sides.isPress(partners.get(0));
                return told ? of(List.of(who.get(0), sides.resolve(sentence, partners.get(0))), end) : null;
            }
        }
        return null;
    }

    /** "A meeting of defence ministers in Oslo", "the G20 meeting in Bali". */
    private @Nullable Draft assembly() {
        if (OF.at(tokens, end)) {
            List<Party> members = sides.right(end + 1, sentence.end());
            if (members.isEmpty()) {
                return member();
            }
            Party first = members.get(0);
            ActorMention body = reader.text().actorAt(first.end() - 1);
            boolean several = first.plural() && first.kind() == PartyKind.ROLE
                    || first.kind() == PartyKind.BODY && body != null && isInternational(body);
            if (!several || !sides.isOfficial(first)) {
                return first.kind() == PartyKind.BODY && body == null ? member() : null;
            }
            Party last = members.get(members.size() - 1);
            return conference(members, last.end());
        }
        ActorMention body = reader.text().actorAt(token - 1);
        boolean meets = tokens.string(end - 1).startsWith("meeting");
        boolean bodily = meets && body != null && body.form() == ActorForm.BODY && isInternational(body);
        Party party = bodily ? cast.at(token - 1) : null;
        return party == null || party.kind() != PartyKind.BODY ? null : conference(List.of(party), end);
    }

    /** "A meeting of the regional bloc IGAD": a body not in the lexicon, in capitals. */
    private @Nullable Draft member() {
        for (int at = end + 1; at < Math.min(sentence.end(), end + REACH); at++) {
            if (tokens.isUpper(at) && tokens.end(at) - tokens.start(at) > 2) {
                Draft draft = new Draft(EncounterKind.CONFERENCE, tokens.span(token, at));
                draft.participants.add(new Participant(Optional.of(tokens.string(at)), "", Optional.empty()));
                draft.place = reader.placeNear(sentence, at + 1);
                return draft;
            }
            if (!tokens.isWord(at) || NOT_AFTER.at(tokens, at)) {
                return null;
            }
        }
        return null;
    }

    private Draft conference(List<Party> members, int last) {
        Draft draft = new Draft(EncounterKind.CONFERENCE, tokens.span(token, Math.max(last, end) - 1));
        List<Party> who = new EventReader(reader, sentence, token, end).attendees();
        who.stream().filter(sides::isOfficial).forEach(draft::add);
        members.forEach(draft::add);
        draft.place = placeAround(last);
        return draft;
    }

    static boolean isInternational(ActorMention body) {
        return body.kind().equals("alliance") || body.kind().equals("union");
    }

    /**
     * "The next round is scheduled": with the parties of the last meeting; "a round of talks" is covered by "talks".
     */
    private @Nullable Draft round() {
        boolean next = NEXT.at(tokens, token - 1) && !OF.at(tokens, end);
        List<Party> both = sides.lastSides();
        return next && both.size() > 1 ? of(both, end) : null;
    }

    private boolean isAdjective(int at) {
        ActorMention actor = reader.text().actorAt(at);
        return actor != null && actor.form() == ActorForm.ADJECTIVE;
    }

    private Draft of(List<Party> both, int to) {
        Draft draft = new Draft(kind, tokens.span(token, Math.max(to, end) - 1));
        both.forEach(draft::add);
        draft.place = kind == EncounterKind.CALL ? null : reader.placeNear(sentence, end, REACH);
        return draft;
    }

    /** Its owner: a genitive before it, the subject of its verb, the party after "by", or the subject after it. */
    private List<Party> owner() {
        for (int at = token - 1; at >= Math.max(sentence.start(), token - REACH); at--) {
            if (tokens.kind(at) == TokenKind.GENITIVE) {
                Party party = cast.at(at - 1);
                return party == null ? subject() : List.of(sides.resolve(sentence, party));
            }
            if (Grammar.HIS.at(tokens, at)) {
                List<Party> before = subject();
                return before.isEmpty() ? following() : before;
            }
            if (tokens.isWord(at) && tokens.string(at).equals("whose")) {
                Party party = cast.at(tokens.isSign(at - 1, ',') ? at - 2 : at - 1);
                return party == null ? List.of() : List.of(sides.resolve(sentence, party));
            }
            boolean wall = tokens.isSign(at, ',')
                    || Grammar.STOP.at(tokens, at)
                    || CALLED.at(tokens, at)
                    || cast.at(at) != null && reader.text().actorAt(at) == null
                    || reader.table().at(tokens, at) != null;
            if (wall) {
                break;
            }
        }
        List<Party> by = by();
        if (!by.isEmpty()) {
            return by;
        }
        int verb = governor(Grammar.GOVERN);
        List<Party> subjects = verb < 0 ? List.of() : sides.left(sentence, verb);
        if (!subjects.isEmpty()) {
            return subjects;
        }
        if (!isOccasion()) {
            return List.of();
        }
        List<Party> subject = subject();
        return subject.isEmpty() ? following() : subject;
    }

    /** "In talks with", "for a meeting with", as opposed to "spoke about talks with" and "no talks with". */
    private boolean isOccasion() {
        int at = token - 1;
        while (at >= sentence.start() && token - at < GROUP && isPart(at)) {
            at--;
        }
        boolean stay = kind == EncounterKind.VISIT
                && tokens.isWord(at)
                && tokens.string(at).equals("on");
        return at < sentence.start() || stay || !TOPIC.at(tokens, at);
    }

    private boolean isPart(int at) {
        return Grammar.NOUN_PART.at(tokens, at) && !TOPIC.at(tokens, at)
                || tokens.isSign(at, '-')
                || tokens.kind(at) == TokenKind.NUMBER
                || reader.table().at(tokens, at) != null;
    }

    /** "Will not hold talks", "refused a meeting". */
    private boolean isDenied() {
        for (int at = token - 1; at >= Math.max(sentence.start(), token - REACH); at--) {
            if (tokens.isSign(at, ',') || Grammar.STOP.at(tokens, at)) {
                return false;
            }
            if (DENIED.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    private List<Party> subject() {
        Party main = sides.subjects().clauseSubject(sentence, token);
        if (main == null) {
            return List.of();
        }
        Party meant = sides.resolve(sentence, main);
        if (meant.kind() == PartyKind.STATE) {
            Party first = cast.firstFrom(sentence.start(), token);
            boolean person = first != null && first.kind() == PartyKind.PERSON;
            return person && first != null ? List.of(first) : List.of();
        }
        boolean unknown = meant.kind() == PartyKind.PRONOUN || meant.kind() == PartyKind.TEXT;
        return unknown ? List.of() : List.of(meant);
    }

    /** "The first visit to the town by an official". */
    private List<Party> by() {
        int limit = Math.min(sentence.end(), end + REACH);
        for (int at = end; at < limit && !tokens.isSign(at, ','); at++) {
            if (tokens.isWord(at) && tokens.string(at).equals("by")) {
                Party party = cast.at(at + 1);
                return party == null ? List.of() : List.of(sides.resolve(sentence, party));
            }
        }
        return List.of();
    }

    /** "In a call with the president, the chancellor said". */
    private List<Party> after(int from) {
        if (from >= sentence.end() || !tokens.isSign(from, ',')) {
            return List.of();
        }
        Party next = cast.firstFrom(from + 1, Math.min(sentence.end(), from + 4));
        return next == null ? List.of() : List.of(sides.resolve(sentence, next));
    }

    /** "During a call on Tuesday, the president and the chancellor said". */
    private List<Party> after(int from, int reach) {
        int limit = Math.min(sentence.end(), from + reach);
        boolean opens = token - sentence.start() < GROUP / 2 && CALLED.at(tokens, sentence.start());
        for (int at = from; opens && at < limit; at++) {
            if (tokens.isSign(at, ',')) {
                List<Party> named = sides.right(at + 1, sentence.end()).stream()
                        .filter(sides::isOfficial)
                        .toList();
                return named.stream().allMatch(party -> party.kind() == PartyKind.PERSON) ? named : List.of();
            }
        }
        return List.of();
    }

    private List<Party> following() {
        for (int at = end; at < sentence.end() - 1; at++) {
            if (tokens.isSign(at, ',')) {
                Party party = cast.firstFrom(at + 1, Math.min(sentence.end(), at + 4));
                if (party != null) {
                    Party meant = sides.resolve(sentence, party);
                    return meant.kind() == PartyKind.PRONOUN ? List.of() : List.of(meant);
                }
            }
        }
        return List.of();
    }

    private dev.tranche.text.Span span(Party first, int to) {
        boolean before = first.end() <= token && first.start() >= sentence.start();
        return tokens.span(before ? first.start() : token, Math.max(to, end) - 1);
    }
}
