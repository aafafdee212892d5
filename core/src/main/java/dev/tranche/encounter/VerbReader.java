package dev.tranche.encounter;

import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.Words;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.statement.TimeWords;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one verb for an encounter: its subject, partners and place. */
final class VerbReader extends PhraseReader {

    private static final int REACH = 8;
    private static final int FAR = 14;
    private static final int MANY_STATES = 4;
    private static final Words ENVOY =
            Words.of("ambassador ambassadors envoy diplomat diplomats attache chargé charge");
    private static final Words FOLLOWS = Words.of("in at on for to via by behind again near over about together several"
            + " twice last this earlier late early and as before after during within under");
    private static final Words READY = Words.of("prepared willing open able refused refuses declined ready unwilling"
            + " unable eager reluctant never failed");
    private static final Words HAD_TALKS = Words.of("held holds hold had has have consulted conferred exchanged met"
            + " talked consult confer meet meets sat spoke spoken speak speaks speaking");

    private final EncounterKind kind;

    VerbReader(EncounterReader reader, Sentence sentence, int token, int end, EncounterKind kind) {
        super(reader, sentence, token, end);
        this.kind = kind;
    }

    /** "The minister met with the chancellor in Oslo". */
    @Nullable
    Draft see() {
        int from = end;
        boolean byPhone = isPhone(token, end);
        @Nullable Place between = null;
        while (from < sentence.end() && isBetween(from)) {
            byPhone |= Grammar.PHONE.at(tokens, from);
            Places.Found found = Grammar.IN.at(tokens, from) ? reader.places().at(from + 1, sentence.end()) : null;
            between = found == null ? between : found.place();
            from = found == null ? from + 1 : found.end();
        }
        boolean far = tokens.string(token).startsWith("discuss")
                || HAD_TALKS.at(tokens, token) && Grammar.FAR.at(tokens, from);
        from = far ? withAfter(from) : from;
        boolean linked = Grammar.TALK_TO.at(tokens, from);
        from += linked ? 1 : 0;
        boolean bare = end == token + 1
                && (tokens.string(token).startsWith("sp")
                        || tokens.string(token).equals("talked"));
        if (bare && !linked) {
            return null;
        }
        List<Party> partners = sides.right(from, sentence.end());
        if (partners.isEmpty() || !mayBeMet(partners.get(0))) {
            return null;
        }
        boolean gerund = tokens.string(token).equalsIgnoreCase("meeting");
        boolean opens = token == sentence.start() || tokens.isSign(token - 1, ',');
        if (gerund && !opens && !Grammar.BE.at(tokens, token - 1)) {
            return null;
        }
        List<Party> who = gerund && opens ? later(partners) : others(sides.left(sentence, token), partners);
        if (who.isEmpty() || !isNews(who, partners)) {
            return null;
        }
        EncounterKind shown = byPhone || isOnCall() ? EncounterKind.CALL : kind;
        Party last = partners.get(partners.size() - 1);
        Draft draft = new Draft(shown, span(who.get(0), Math.max(end, last.end())));
        who.forEach(draft::add);
        sides.add(sentence, draft, partners, who.get(0), from);
        draft.weak = shown == EncounterKind.CALL && !byPhone;
        if (shown != EncounterKind.CALL) {
            Place after = reader.placeNear(sentence, last.end());
            draft.place = between == null ? after : between;
            purpose(draft, last.end());
        }
        return draft.participants.size() < 2 ? null : draft;
    }

    /** "Hosted the leaders for a summit" is the summit; leaders of many states meet at a summit. */
    private void purpose(Draft draft, int from) {
        boolean many = draft.kind == EncounterKind.MEETING
                && draft.parties.stream().anyMatch(this::isManyStates)
                && !Grammar.BRIEF.at(tokens, token);
        draft.kind = many ? EncounterKind.CONFERENCE : draft.kind;
        boolean host =
                tokens.string(token).startsWith("host") || tokens.string(token).startsWith("gather");
        boolean purpose = false;
        for (int at = from; host && at < Math.min(sentence.end(), from + FAR); at++) {
            purpose |= tokens.isWord(at) && tokens.string(at).equals("for");
            WordTable.Hit<List<Word>> hit = purpose ? reader.table().at(tokens, at) : null;
            if (hit != null && hit.value().stream().anyMatch(word -> word.form() == Word.Form.EVENT)) {
                draft.kind = EncounterKind.CONFERENCE;
                draft.ordinal = Ordinals.near(reader.lexicon(), reader.text(), sentence, at, hit.end());
                reader.told(at);
                return;
            }
        }
    }

    private boolean isManyStates(Party party) {
        if (!party.description().contains(" of ") || !party.plural()) {
            return false;
        }
        int states = 0;
        for (int at = party.start(); at < party.end(); at++) {
            var actor = reader.text().actorAt(at);
            states += actor != null && actor.start() == at ? 1 : 0;
            states += tokens.kind(at) == TokenKind.NUMBER ? MANY_STATES : 0;
        }
        return states >= MANY_STATES;
    }

    private boolean isPhone(int from, int to) {
        for (int at = from; at < to; at++) {
            if (Grammar.PHONE.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** "After the call he briefed the others". */
    private boolean isOnCall() {
        if (!Grammar.BRIEF.at(tokens, token)) {
            return false;
        }
        for (int at = sentence.start(); at < token; at++) {
            if (tokens.isWord(at) && tokens.string(at).equals("call")) {
                return true;
            }
        }
        return false;
    }

    private List<Party> others(List<Party> who, List<Party> partners) {
        List<Party> others = new ArrayList<>();
        for (Party party : who) {
            if (partners.stream().noneMatch(party::same)) {
                others.add(party);
            }
        }
        return others;
    }

    /** Is one side official, and is it not an interview? With the press, only an official's briefing is news. */
    private boolean isNews(List<Party> who, List<Party> partners) {
        boolean press =
                partners.stream().allMatch(sides::isPress) || who.stream().allMatch(sides::isPress);
        if (press) {
            return Grammar.BRIEF.at(tokens, token) && sides.isOfficial(who.get(0)) && !sides.isPress(who.get(0));
        }
        boolean state = who.get(0).kind() == PartyKind.STATE;
        if (isOnlyReady() || state && !isTalk() && !tokens.string(token).startsWith("host")) {
            return false;
        }
        if (isSpeech()
                && (!sides.isOfficial(partners.get(0)) || partners.get(0).key().equals("parliament"))) {
            return false;
        }
        boolean own = who.get(0).kind() != PartyKind.BODY || sides.isOfficial(who.get(0));
        return own && (who.stream().anyMatch(sides::isOfficial) && !isLawless(who.get(0)));
    }

    /** A bare "spoke with" may be a speech or an interview: both sides must be official. */
    private boolean isSpeech() {
        return kind == EncounterKind.CALL && end - token <= 2;
    }

    /** "He is prepared to speak with" does not report a talk. */
    private boolean isOnlyReady() {
        for (int at = token - 1; at >= Math.max(sentence.start(), token - 4); at--) {
            if (READY.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLawless(Party party) {
        return party.key().equals("witness") || party.key().equals("expert");
    }

    /** "Discussed the state of things with". */
    private int withAfter(int from) {
        int limit = Math.min(sentence.end(), from + FAR);
        for (int at = from; at < limit; at++) {
            if (Grammar.WITH.at(tokens, at)) {
                return at;
            }
            if (Grammar.STOP.at(tokens, at)
                    || Grammar.AND.at(tokens, at) && tokens.string(at).equals("including")) {
                break;
            }
        }
        return sentence.end();
    }

    /** "Meeting the leaders would help the minister": the subject comes later. */
    private List<Party> later(List<Party> partners) {
        Party who = cast.firstFrom(partners.get(partners.size() - 1).end(), sentence.end());
        return who == null ? List.of() : List.of(sides.resolve(sentence, who));
    }

    private boolean isBetween(int at) {
        boolean place = Grammar.IN.at(tokens, at) && reader.places().at(at + 1, sentence.end()) != null;
        boolean dated = sentence.start() < at
                && (tokens.isSign(at, ',') || tokens.kind(at) == TokenKind.NUMBER)
                && (isDate(at - 1) || tokens.isSign(at - 1, ','))
                && (tokens.isSign(at, ',') ? isDate(at + 1) || Grammar.TALK_TO.at(tokens, at + 1) : true);
        if (dated) {
            return true;
        }
        return tokens.isWord(at)
                && (cast.at(at) == null || place)
                && !Grammar.TALK_TO.at(tokens, at)
                && (place
                        || Grammar.PHONE.at(tokens, at)
                        || Grammar.BY.at(tokens, at)
                        || Grammar.MANNER.at(tokens, at)
                        || sentence.start() < at && TimeWords.at(tokens, at));
    }

    private boolean isDate(int at) {
        return TimeWords.at(tokens, at) || at < tokens.size() && tokens.kind(at) == TokenKind.NUMBER;
    }

    private boolean mayBeMet(Party partner) {
        boolean people = partner.kind() == PartyKind.PERSON || partner.kind() == PartyKind.ROLE;
        String word = tokens.string(token);
        boolean see = Grammar.SEE.at(tokens, token)
                || word.startsWith("recei")
                || word.startsWith("host")
                || Grammar.BRIEF.at(tokens, token);
        if (people) {
            return !see || sides.isOfficial(partner) || Grammar.BRIEF.at(tokens, token) && sides.isPress(partner);
        }
        boolean body = partner.kind() == PartyKind.BODY || partner.kind() == PartyKind.STATE && isTalk();
        return !see && body && sides.isOfficial(partner);
    }

    private boolean isTalk() {
        return HAD_TALKS.at(tokens, token) && end - token > 1;
    }

    /** "She was received by the president". */
    @Nullable
    Draft seen() {
        List<Party> hosts = sides.right(end, sentence.end());
        List<Party> who = others(sides.left(sentence, token), hosts);
        boolean people = !hosts.isEmpty() && hosts.stream().anyMatch(this::isPersonal);
        if (!people || who.isEmpty() || who.stream().noneMatch(this::isPersonal)) {
            return null;
        }
        Party last = hosts.get(hosts.size() - 1);
        Draft draft = new Draft(EncounterKind.MEETING, span(who.get(0), last.end()));
        who.forEach(draft::add);
        sides.add(sentence, draft, hosts, who.get(0), end);
        draft.place = reader.placeNear(sentence, last.end());
        return draft.participants.size() < 2 ? null : draft;
    }

    private boolean isPersonal(Party party) {
        return sides.isOfficial(party) && party.kind() != PartyKind.STATE;
    }

    /** "The king welcomed the president to Oslo": a meeting and a visit. */
    List<Draft> welcome() {
        List<Party> guests = sides.right(end, sentence.end());
        if (guests.isEmpty() || !guests.stream().allMatch(this::isPersonal)) {
            return List.of();
        }
        Party last = guests.get(guests.size() - 1);
        int after = sides.behind(last);
        while (after < sentence.end() && TimeWords.at(tokens, after) && !Grammar.TO_PLACE.at(tokens, after)) {
            after++;
        }
        boolean to = Grammar.TO_PLACE.at(tokens, after);
        Places.Found place = to ? reader.places().at(after + 1, sentence.end()) : null;
        List<Party> who = others(sides.left(sentence, token), guests);
        if (who.isEmpty() || !sides.isOfficial(who.get(0))) {
            return List.of();
        }
        if (place == null) {
            boolean met = guests.stream().allMatch(party -> party.kind() == PartyKind.PERSON)
                    && who.get(0).kind() == PartyKind.PERSON
                    && (after >= sentence.end() || after > sides.behind(last) || !tokens.isWord(after));
            return met ? List.of(metAs(EncounterKind.MEETING, who, guests, after)) : List.of();
        }
        Draft meeting = new Draft(EncounterKind.MEETING, span(who.get(0), place.end()));
        who.forEach(meeting::add);
        sides.add(sentence, meeting, guests, who.get(0), end);
        meeting.place = place.place();
        Draft visit = new Draft(EncounterKind.VISIT, tokens.span(guests.get(0).start(), place.end() - 1));
        sides.add(sentence, visit, guests, who.get(0), end);
        visit.place = place.place();
        return meeting.participants.size() < 2 ? List.of() : List.of(meeting, visit);
    }

    private Draft metAs(EncounterKind met, List<Party> who, List<Party> others, int to) {
        Draft draft = new Draft(met, span(who.get(0), Math.max(end, to)));
        who.forEach(draft::add);
        sides.add(sentence, draft, others, who.get(0), end);
        return draft;
    }

    /** "The president called the chancellor on Monday", as opposed to "called him a friend" and "called on him". */
    @Nullable
    Draft ring() {
        List<Party> partners = sides.right(end, sentence.end());
        boolean persons = !partners.isEmpty()
                && partners.stream().allMatch(party -> party.kind() == PartyKind.PERSON && sides.isOfficial(party));
        List<Party> who = persons ? others(sides.left(sentence, token), partners) : List.of();
        if (who.isEmpty() || who.get(0).kind() != PartyKind.PERSON || !sides.isOfficial(who.get(0))) {
            return null;
        }
        int after = sides.behind(partners.get(partners.size() - 1));
        boolean closed = after >= sentence.end()
                || tokens.isSign(after, '.')
                || TimeWords.at(tokens, after)
                || Grammar.AFTER_CALL.at(tokens, after);
        Draft draft = closed
                ? metAs(
                        EncounterKind.CALL,
                        who,
                        partners,
                        partners.get(partners.size() - 1).end())
                : null;
        return draft == null || draft.participants.size() < 2 ? null : draft;
    }

    /** "The ministry summoned the ambassador", "the ambassador was summoned to the ministry". */
    @Nullable
    Draft summon() {
        if (Grammar.BE.at(tokens, token - 1)) {
            return summoned();
        }
        List<Party> partners = sides.right(end, sentence.end());
        boolean envoy = isEnvoy(partners);
        List<Party> who = envoy ? others(sides.left(sentence, token), partners) : List.of();
        if (who.isEmpty() || !sides.isOfficial(who.get(0))) {
            return null;
        }
        Party last = partners.get(partners.size() - 1);
        Draft draft = new Draft(EncounterKind.MEETING, span(who.get(0), last.end()));
        who.forEach(draft::add);
        sides.add(sentence, draft, partners, who.get(0), end);
        return draft.participants.size() < 2 ? null : draft;
    }

    private boolean isEnvoy(List<Party> parties) {
        for (Party party : parties) {
            for (int at = party.start(); at < party.end(); at++) {
                if (ENVOY.at(tokens, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable Draft summoned() {
        List<Party> envoys = sides.left(sentence, token);
        boolean to = tokens.isWord(end)
                && (tokens.string(end).equals("to") || tokens.string(end).equals("by"));
        if (!isEnvoy(envoys) || !to) {
            return null;
        }
        List<Party> hosts = sides.right(end + 1, sentence.end());
        Place place = reader.placeNear(sentence, end, FAR);
        if (hosts.isEmpty()) {
            return null;
        }
        Party host = hosts.get(0);
        Draft draft = new Draft(EncounterKind.MEETING, span(envoys.get(0), host.end()));
        envoys.forEach(draft::add);
        boolean seat =
                host.country().isEmpty() && place != null && place.country().isPresent();
        draft.add(seat && place != null ? host.in(place.country().orElseThrow()) : host);
        draft.place = place;
        return draft.participants.size() < 2 ? null : draft;
    }

    /** "The president and the chancellor signed an agreement in Oslo": two who sign together have met. */
    @Nullable
    Draft sign() {
        boolean pact = false;
        int limit = Math.min(sentence.end(), end + REACH);
        for (int at = end; at < limit && !Grammar.STOP.at(tokens, at); at++) {
            pact |= Grammar.PACT.at(tokens, at);
        }
        List<Party> who = pact ? sides.left(sentence, token) : List.of();
        if (who.size() < 2 || !who.stream().allMatch(party -> party.kind() == PartyKind.PERSON)) {
            return null;
        }
        Draft draft = new Draft(EncounterKind.MEETING, span(who.get(0), end));
        who.forEach(draft::add);
        draft.place = reader.placeNear(sentence, end, FAR);
        return draft;
    }

    /** "The president and the chancellor met", "ministers met in Oslo". */
    @Nullable
    Draft together() {
        if (tokens.string(token).startsWith("disc") || tokens.string(token).startsWith("exch")) {
            return overPhone();
        }
        boolean open = end >= sentence.end()
                || !tokens.isWord(end)
                || FOLLOWS.at(tokens, end)
                || TimeWords.at(tokens, end)
                || Grammar.PHONE.at(tokens, end);
        List<Party> who = open ? sides.left(sentence, token) : List.of();
        List<Party> officials = who.stream().filter(sides::isOfficial).toList();
        boolean several = officials.size() > 1;
        boolean plural = officials.size() == 1
                && (officials.get(0).plural() && officials.get(0).kind() == PartyKind.ROLE
                        || isInternational(officials.get(0)));
        Place place = reader.placeNear(sentence, end, FAR);
        boolean phone = isPhone(token, Math.min(sentence.end(), end + REACH));
        if (!several && !(plural && (place != null || hasDay()))) {
            return null;
        }
        boolean spoke =
                tokens.string(token).startsWith("sp") || tokens.string(token).startsWith("talk");
        if (spoke && !phone && place == null && !several) {
            return null;
        }
        Draft draft = new Draft(shown(officials, plural, phone, spoke && place != null), span(officials.get(0), end));
        officials.forEach(draft::add);
        draft.weak = draft.kind == EncounterKind.CALL && !phone;
        draft.place = draft.kind == EncounterKind.CALL ? null : place;
        return draft;
    }

    /** "The Union met": a body of several states. */
    private boolean isInternational(Party party) {
        var actor = party.kind() == PartyKind.BODY ? reader.text().actorAt(party.end() - 1) : null;
        return actor != null && NounReader.isInternational(actor);
    }

    /** "The president and the chancellor discussed it by phone". */
    private @Nullable Draft overPhone() {
        List<Party> who =
                sides.left(sentence, token).stream().filter(sides::isOfficial).toList();
        if (who.size() < 2 || !isPhone(end, Math.min(sentence.end(), end + FAR))) {
            return null;
        }
        Draft draft = new Draft(EncounterKind.CALL, span(who.get(0), end));
        who.forEach(draft::add);
        return draft;
    }

    private EncounterKind shown(List<Party> who, boolean plural, boolean phone, boolean placed) {
        if (phone) {
            return EncounterKind.CALL;
        }
        boolean two = false;
        for (int at = Math.max(0, who.get(0).start() - 1); at < who.get(0).end(); at++) {
            two |= Grammar.TWO.at(tokens, at);
        }
        if (plural && kind != EncounterKind.CALL && !two) {
            return EncounterKind.CONFERENCE;
        }
        boolean many = who.size() >= MANY_STATES && kind == EncounterKind.MEETING;
        return many ? EncounterKind.CONFERENCE : placed ? EncounterKind.MEETING : kind;
    }

    private boolean hasDay() {
        int limit = Math.min(sentence.end(), end + REACH);
        for (int at = end; at < limit; at++) {
            if (TimeWords.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    private dev.tranche.text.Span span(Party first, int to) {
        int start = first.start() < sentence.start() || first.start() > token ? token : first.start();
        return tokens.span(Math.min(start, token), to - 1);
    }
}
