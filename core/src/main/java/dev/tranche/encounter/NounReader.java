package dev.tranche.encounter;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one noun of an encounter: whose it is, with whom and where. */
final class NounReader {

    private static final int REACH = 5;

    private final EncounterReader reader;
    private final Tokens tokens;
    private final Cast cast;
    private final Sentence sentence;
    private final int token;
    private final int end;
    private final EncounterKind kind;

    NounReader(EncounterReader reader, Sentence sentence, int token, int end, EncounterKind kind) {
        this.reader = reader;
        this.tokens = reader.tokens();
        this.cast = reader.cast();
        this.sentence = sentence;
        this.token = token;
        this.end = end;
        this.kind = kind;
    }

    @Nullable
    Draft read() {
        return kind == EncounterKind.VISIT ? visit() : meeting();
    }

    private @Nullable Draft visit() {
        if (end >= sentence.end() || !Grammar.TO_PLACE.at(tokens, end)) {
            return null;
        }
        Places.Found place = reader.places().at(end + 1, sentence.end());
        Party who = owner();
        if (place == null
                || who == null
                || who.kind() == PartyKind.STATE
                || who.kind() == PartyKind.TEXT
                || who.kind() == PartyKind.PRONOUN) {
            return null;
        }
        int start = who.end() <= token && who.start() >= sentence.start() ? who.start() : token;
        Draft draft = new Draft(EncounterKind.VISIT, tokens.span(start, place.end() - 1));
        draft.add(who);
        draft.place = place.place();
        return draft;
    }

    private @Nullable Draft meeting() {
        boolean remarks =
                tokens.string(token).equals("comments") || tokens.string(token).equals("remarks");
        if (remarks) {
            Party audience = end < sentence.end() && tokens.string(end).equals("to") ? cast.at(end + 1) : null;
            return audience != null && audience.kind() == PartyKind.ROLE ? with() : null;
        }
        if (Grammar.WITH.at(tokens, end)) {
            return with();
        }
        if (Grammar.BETWEEN.at(tokens, end)) {
            List<Party> sides = reader.partners(end + 1, sentence.end());
            return sides.size() < 2
                    ? null
                    : of(sides, end, sides.get(sides.size() - 1).end());
        }
        Draft pair = pair(token - 1);
        if (pair == null
                && end + 3 < sentence.end()
                && tokens.isWord(end)
                && tokens.string(end).equals("on")) {
            pair = onPair();
        }
        if (pair != null) {
            return pair;
        }
        boolean ours = kind == EncounterKind.CALL && Grammar.OUR.at(tokens, token - 1);
        if (ours) {
            Party other = cast.firstFrom(end, sentence.end());
            Party self = reader.discourse().lastSpeaker() == null
                    ? null
                    : reader.discourse().lastSpeaker();
            Party speaker = self == null ? reader.subjectOf(sentence, sentence.end()) : self;
            if (other != null && speaker != null && !other.same(speaker)) {
                return of(List.of(speaker, reader.discourse().resolve(other)), token, other.end());
            }
        }
        return null;
    }

    private @Nullable Draft with() {
        int from = end + 1;
        List<Party> partners = reader.partners(from, sentence.end());
        if (partners.isEmpty()) {
            return null;
        }
        Party who = owner();
        Party last = partners.get(partners.size() - 1);
        if (who == null || partners.contains(who) || who.kind() == PartyKind.TEXT || who.kind() == PartyKind.PRONOUN) {
            who = after(last.end());
        }
        if (who == null) {
            return null;
        }
        int start = who.end() <= token && who.start() >= sentence.start() ? who.start() : token;
        Draft draft = new Draft(kind, tokens.span(start, last.end() - 1));
        draft.add(who);
        reader.addPartners(draft, partners, who, from);
        if (kind == EncounterKind.MEETING) {
            draft.place = reader.placeNear(sentence, last.end());
        }
        return draft.participants.size() < 2 ? null : draft;
    }

    /** "In a call with the president, the chancellor said". */
    private @Nullable Party after(int from) {
        if (from >= sentence.end() || !tokens.isSign(from, ',')) {
            return null;
        }
        Party next = cast.firstFrom(from + 1, Math.min(sentence.end(), from + 4));
        return next == null ? null : reader.discourse().resolve(next);
    }

    /** "A NATO-Russia meeting", "the Russia-US negotiations". */
    private @Nullable Draft pair(int at) {
        ActorMention right = reader.text().actorAt(at);
        if (right == null || right.form() == ActorForm.PERSON) {
            return null;
        }
        int hyphen = right.start() - 1;
        boolean joined = hyphen > sentence.start() && (tokens.isSign(hyphen, '-') || tokens.isSign(hyphen, '\u2013'));
        ActorMention left = joined ? reader.text().actorAt(hyphen - 1) : null;
        if (left == null) {
            return null;
        }
        EncounterKind shown =
                left.form() == ActorForm.BODY || right.form() == ActorForm.BODY ? EncounterKind.CONFERENCE : kind;
        Draft draft = new Draft(shown, tokens.span(Math.min(token, left.start()), Math.max(end, right.end()) - 1));
        draft.participants.add(side(left));
        draft.participants.add(side(right));
        draft.place = reader.placeNear(sentence, end);
        return draft;
    }

    /** "Talks on a US-Polish agreement". */
    private @Nullable Draft onPair() {
        int limit = Math.min(sentence.end(), end + 6);
        for (int at = end + 1; at < limit; at++) {
            ActorMention actor = reader.text().actorAt(at);
            if (actor != null && tokens.isSign(at - 1, '-')) {
                return pair(at);
            }
        }
        return null;
    }

    private Participant side(ActorMention actor) {
        String words = tokens.text().substring(tokens.start(actor.start()), tokens.end(actor.end() - 1));
        return new Participant(
                Optional.of(words), actor.kind(), Optional.of(actor.code()).filter(c -> !c.isEmpty()));
    }

    private Draft of(List<Party> sides, int from, int to) {
        Draft draft = new Draft(kind, tokens.span(Math.min(token, from), Math.max(to, end) - 1));
        for (Party side : sides) {
            draft.add(reader.discourse().resolve(side));
        }
        draft.place = kind == EncounterKind.CALL ? null : reader.placeNear(sentence, to);
        return draft;
    }

    /** Whose visit it is: a genitive before it, the subject of its clause, or the subject that follows. */
    private @Nullable Party owner() {
        for (int at = token - 1; at >= Math.max(sentence.start(), token - REACH); at--) {
            if (tokens.kind(at) == TokenKind.GENITIVE) {
                Party party = cast.at(at - 1);
                return party == null
                        ? reader.subjectOf(sentence, token)
                        : reader.discourse().resolve(party);
            }
            if (Grammar.HIS.at(tokens, at)) {
                Party before = reader.subjectOf(sentence, at);
                return before != null ? before : following();
            }
            if (tokens.isWord(at) && tokens.string(at).equals("whose")) {
                Party party = cast.at(tokens.isSign(at - 1, ',') ? at - 2 : at - 1);
                return party == null ? null : reader.discourse().resolve(party);
            }
            if (tokens.isSign(at, ',')) {
                break;
            }
        }
        Party subject = reader.subjectOf(sentence, token);
        if (subject != null) {
            return subject;
        }
        Party by = by();
        return by == null ? following() : by;
    }

    /** "The first visit to the town by an official". */
    private @Nullable Party by() {
        int limit = Math.min(sentence.end(), end + 8);
        for (int at = end; at < limit; at++) {
            if (tokens.isWord(at) && tokens.string(at).equals("by")) {
                Party party = cast.at(at + 1);
                return party == null ? null : reader.discourse().resolve(party);
            }
        }
        return null;
    }

    private @Nullable Party following() {
        for (int at = end; at < sentence.end() - 1; at++) {
            if (tokens.isSign(at, ',')) {
                Party party = cast.firstFrom(at + 1, Math.min(sentence.end(), at + 4));
                if (party != null) {
                    return reader.discourse().resolve(party);
                }
            }
        }
        return null;
    }

    /** A summit or assembly: named after its body, with its place. */
    @Nullable
    Draft event() {
        ActorMention body = null;
        for (int at = token; at >= Math.max(sentence.start(), token - 3); at--) {
            ActorMention actor = reader.text().actorAt(at);
            if (actor != null && actor.form() != ActorForm.PERSON && actor.form() != ActorForm.DEMONYM) {
                body = actor;
                break;
            }
        }
        Place place = reader.placeNear(sentence, end);
        boolean bodily = body != null && body.form() == ActorForm.BODY;
        if (!bodily && place == null) {
            return null;
        }
        Party who = reader.subjectOf(sentence, token);
        boolean attends = who != null
                && (who.kind() == PartyKind.PERSON || who.kind() == PartyKind.BODY)
                && (isAt(body == null ? token : body.start()) || attended(who));
        int start = body == null ? token : Math.min(token, body.start());
        Draft draft = new Draft(EncounterKind.CONFERENCE, tokens.span(start, end - 1));
        if (attends && who != null) {
            draft.add(who);
        } else {
            Party speaker = addresses();
            if (speaker != null) {
                draft.add(speaker);
            }
        }
        audience(draft);
        if (body != null) {
            draft.participants.add(side(body));
        }
        if (draft.participants.isEmpty()) {
            String words = tokens.text().substring(tokens.start(token), tokens.end(end - 1));
            draft.participants.add(new Participant(Optional.empty(), words, Optional.empty()));
        }
        draft.place = place == null ? ofCapital(body) : place;
        return draft;
    }

    /** "The assembly in the city, where the minister will address leaders". */
    private @Nullable Party addresses() {
        for (int at = end; at < Math.min(sentence.end(), end + 12); at++) {
            if (tokens.isWord(at) && tokens.string(at).equals("where")) {
                Party party = cast.at(at + 1);
                return party == null ? null : reader.discourse().resolve(party);
            }
        }
        return null;
    }

    /** Whom the one who attends will address there. */
    private void audience(Draft draft) {
        for (int at = end; at < Math.min(sentence.end(), end + 18); at++) {
            if (tokens.isWord(at) && tokens.string(at).startsWith("address")) {
                for (Party party : reader.partners(at + 1, sentence.end())) {
                    draft.add(party);
                }
                return;
            }
        }
    }

    /** "Signed at the summit". */
    private boolean isAt(int start) {
        int before = start - 1;
        while (before > sentence.start() && Grammar.DETERMINER.at(tokens, before)) {
            before--;
        }
        return tokens.isWord(before) && tokens.string(before).equals("at");
    }

    private boolean attended(Party who) {
        for (int at = who.end(); at < token; at++) {
            if (tokens.isWord(at)) {
                String word = tokens.string(at);
                if (word.startsWith("attend")
                        || word.startsWith("address")
                        || word.startsWith("host")
                        || word.startsWith("join")
                        || word.startsWith("chair")
                        || word.equals("spoke")
                        || word.startsWith("open")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Place ofCapital(@Nullable ActorMention body) {
        return body != null && body.form() == ActorForm.CAPITAL
                ? new Place(body.name(), Optional.of(body.code()))
                : null;
    }
}
