package dev.tranche.encounter;

import dev.tranche.dating.StatedDate;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.naming.Person;
import dev.tranche.statement.Discourse;
import dev.tranche.statement.Quotes;
import dev.tranche.statement.SubjectFinder;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads who met whom in a report.
 *
 * <p>A verb of going with a place, a verb of meeting with a partner, a noun of either with "to", "with" or "between",
 * and a named event each give an encounter; those that tell of the same are joined. Dates come from the words of the
 * sentence, else from the report.
 */
public final class EncounterReader {

    private static final int MOST = 200;
    private static final int CHAIN = 24;
    private static final int WIDEST_DAYS = 20;

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final Days days;
    private final SubjectFinder subjects;
    private final Discourse discourse;
    private final Places places;
    private final WordTable<List<Word>> table = Word.table();
    private final List<Draft> drafts = new ArrayList<>();

    private EncounterReader(MarkedText text, Cast cast, Days days) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.days = days;
        this.subjects = new SubjectFinder(text, cast, Quotes.of(text));
        this.discourse = new Discourse(cast);
        this.places = new Places(text, cast);
    }

    /** Returns the encounters of a text in the order of their words. */
    public static List<Encounter> read(MarkedText text, Cast cast, Days days) {
        EncounterReader reader = new EncounterReader(text, cast, days);
        boolean hasBody = !text.document().body().isBlank();
        for (Sentence sentence : text.sentences()) {
            if (!(sentence.title() && hasBody)) {
                reader.read(sentence);
            }
        }
        return reader.finished();
    }

    private List<Encounter> finished() {
        List<Encounter> list = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            list.add(new Encounter(
                    draft.kind,
                    draft.participants,
                    draft.placed(),
                    draft.date,
                    draft.stage,
                    Optional.ofNullable(draft.ordinal),
                    text.document().evidence(draft.words)));
        }
        return List.copyOf(list);
    }

    private void read(Sentence sentence) {
        Party main = subjects.clauseSubject(sentence, sentence.end());
        for (int token = sentence.start(); token < sentence.end() && drafts.size() < MOST; token++) {
            WordTable.Hit<List<Word>> hit = table.at(tokens, token);
            if (hit == null || hit.end() > sentence.end()) {
                continue;
            }
            for (Word word : hit.value()) {
                Draft draft = draft(sentence, token, hit.end(), word);
                if (draft != null && !draft.participants.isEmpty()) {
                    finish(sentence, token, hit.end(), draft);
                    token = hit.end() - 1;
                    break;
                }
            }
        }
        discourse.readTo(sentence.end());
        if (main != null) {
            discourse.subject(discourse.resolve(main));
        }
        Party first = cast.firstFrom(sentence.start(), Math.min(sentence.end(), sentence.start() + 3));
        if (first != null && first.kind() == PartyKind.PERSON) {
            discourse.subject(first);
        }
    }

    private @Nullable Draft draft(Sentence sentence, int token, int end, Word word) {
        return switch (word.form()) {
            case GO -> go(sentence, token, end);
            case SEE -> see(sentence, token, end, word.kind());
            case NOUN -> noun(sentence, token, end, word.kind());
            case EVENT -> event(sentence, token, end);
            case PLURAL -> plural(sentence, token, end);
        };
    }

    private @Nullable Party subject(Sentence sentence, int token) {
        SubjectFinder.Lead lead = subjects.lead(sentence, token);
        Party main = subjects.clauseSubject(sentence, token);
        Party found =
                lead.infinitive() || lead.before() < sentence.start() ? main : subjects.left(sentence, lead, main);
        if (found == null || lead.negated()) {
            return null;
        }
        discourse.readTo(found.start());
        if (found.kind() == PartyKind.PRONOUN) {
            Party nearer = subjects.clauseSubject(sentence, found.start());
            if (nearer != null) {
                discourse.subject(nearer);
            }
        }
        Party resolved = discourse.resolve(found);
        return resolved.kind() == PartyKind.PRONOUN || resolved.kind() == PartyKind.TEXT ? null : resolved;
    }

    private @Nullable Draft go(Sentence sentence, int token, int end) {
        if (isNounHere(token)) {
            return null;
        }
        Places.Found place = places.at(end, sentence.end());
        Party who = subject(sentence, token);
        if (place == null || who == null || who.kind() == PartyKind.STATE) {
            return null;
        }
        Draft draft = new Draft(EncounterKind.VISIT, tokens.span(Math.min(who.start(), token), place.end() - 1));
        draft.add(who);
        draft.place = place.place();
        company(sentence, place.end(), draft);
        return draft;
    }

    /** Whom the visitor takes along or goes to see: "with reporters", "to consult with colleagues". */
    private void company(Sentence sentence, int from, Draft draft) {
        int limit = Math.min(sentence.end(), from + 8);
        for (int at = from; at < limit; at++) {
            boolean opens = Grammar.WITH.at(tokens, at) || Grammar.MEET.at(tokens, at);
            List<Party> others = opens ? chain(at + 1, sentence.end()) : List.of();
            if (!others.isEmpty()) {
                for (Party other : others) {
                    boolean people = other.kind() == PartyKind.PERSON || other.kind() == PartyKind.ROLE;
                    if (people) {
                        draft.add(discourse.resolve(other));
                    }
                }
                return;
            }
        }
    }

    /** "The visit", "his second visit": the same letters as the verb, after an article or an adjective. */
    private boolean isNounHere(int token) {
        boolean could = tokens.string(token).endsWith("visit")
                || tokens.string(token).endsWith("visits")
                || tokens.string(token).endsWith("tours");
        if (!could || token == 0) {
            return false;
        }
        int before = token - 1;
        Party party = cast.at(before);
        boolean verb =
                party != null && party.end() == token || tokens.isWord(before) && Grammar.FUTURE.at(tokens, before);
        return !verb;
    }

    private @Nullable Draft see(Sentence sentence, int token, int end, EncounterKind kind) {
        int from = end;
        boolean byPhone = false;
        while (from < sentence.end() && isBetween(from)) {
            byPhone |= Grammar.BY_PHONE.at(tokens, from);
            from++;
        }
        if (tokens.string(token).startsWith("discuss")) {
            from = withAfter(sentence, end);
        }
        if (Grammar.TALK_TO.at(tokens, from)) {
            from++;
        }
        List<Party> partners = chain(from, sentence.end());
        if (partners.isEmpty() || !mayBeMet(token, partners.get(0))) {
            return null;
        }
        if (tokens.string(token).equalsIgnoreCase("meeting")
                && token > sentence.start()
                && !tokens.isSign(token - 1, ',')) {
            return null;
        }
        Party who =
                tokens.string(token).equalsIgnoreCase("meeting") ? later(sentence, partners) : subject(sentence, token);
        if (who == null) {
            return null;
        }
        EncounterKind shown = byPhone ? EncounterKind.CALL : kind;
        Party last = partners.get(partners.size() - 1);
        int start = Math.min(who.start() < sentence.start() ? token : who.start(), token);
        Draft draft = new Draft(shown, tokens.span(Math.max(sentence.start(), start), Math.max(end, last.end()) - 1));
        draft.add(who);
        addAll(draft, partners, who, from);
        if (shown != EncounterKind.CALL) {
            draft.place = placeNear(sentence, last.end());
        }
        return draft.participants.size() < 2 ? null : draft;
    }

    /** "Discussed the state of things with". */
    private int withAfter(Sentence sentence, int end) {
        int limit = Math.min(sentence.end(), end + 10);
        for (int at = end; at < limit; at++) {
            if (Grammar.WITH.at(tokens, at)) {
                return at;
            }
        }
        return sentence.end();
    }

    /** "Meeting the leaders would help the minister": the one who meets comes later. */
    private @Nullable Party later(Sentence sentence, List<Party> partners) {
        Party who = cast.firstFrom(partners.get(partners.size() - 1).end(), sentence.end());
        return who == null ? null : discourse.resolve(who);
    }

    private boolean isBetween(int at) {
        return tokens.isWord(at)
                && cast.at(at) == null
                && !Grammar.TALK_TO.at(tokens, at)
                && (Grammar.BY_PHONE.at(tokens, at)
                        || text.sentenceOf(at).start() < at && dev.tranche.statement.TimeWords.at(tokens, at));
    }

    private boolean mayBeMet(int token, Party partner) {
        boolean people = partner.kind() == PartyKind.PERSON || partner.kind() == PartyKind.ROLE;
        boolean see = Grammar.SEE.at(tokens, token)
                || tokens.string(token).startsWith("recei")
                || tokens.string(token).startsWith("brief");
        return people || !see && partner.kind() == PartyKind.BODY;
    }

    /** Parties joined by commas, "and" and "including". */
    private List<Party> chain(int from, int limit) {
        List<Party> list = new ArrayList<>();
        int at = from;
        while (at < limit && list.size() < CHAIN) {
            Party party = cast.at(at);
            if (party != null && party.start() >= from && party.start() <= at) {
                if (party.kind() == PartyKind.PRONOUN || party.kind() == PartyKind.TEXT) {
                    break;
                }
                list.add(party);
                at = party.end();
                continue;
            }
            boolean adjectives = list.isEmpty() && text.actorAt(at - 1) != null && at > from;
            boolean joint = tokens.isSign(at, ',') && (adjectives || !list.isEmpty() && goesOn(at, limit))
                    || Grammar.AND.at(tokens, at)
                    || Grammar.DETERMINER.at(tokens, at)
                    || text.actorAt(at) != null && list.isEmpty();
            if (!joint) {
                break;
            }
            at++;
        }
        return list;
    }

    /** A party after a comma belongs to the list when another comma or "and" follows it or stands before it. */
    private boolean goesOn(int comma, int limit) {
        if (Grammar.AND.at(tokens, comma + 1)) {
            return true;
        }
        Party next = cast.firstFrom(comma + 1, Math.min(limit, comma + 4));
        return next != null
                && next.end() < limit
                && (tokens.isSign(next.end(), ',') || Grammar.AND.at(tokens, next.end()));
    }

    /** "His German, British and French counterparts" are three. */
    private void addAll(Draft draft, List<Party> partners, Party who, int from) {
        for (Party partner : partners) {
            boolean counterparts =
                    partner.kind() == PartyKind.ROLE && partner.description().endsWith("counterparts");
            if (counterparts) {
                for (int token = from; token < partner.end(); token++) {
                    ActorMention actor = text.actorAt(token);
                    if (actor != null && actor.form() == ActorForm.ADJECTIVE && actor.start() == token) {
                        draft.add(
                                named(partner.in(actor.code()).described(tokens.string(token) + " counterpart"), who));
                    }
                }
                if (draft.participants.size() > 1) {
                    continue;
                }
            }
            draft.add(named(discourse.resolve(partner), who));
        }
    }

    /** The counterpart of a minister is who holds the same office there, when the report names one. */
    private Party named(Party partner, Party who) {
        boolean counterpart = partner.kind() == PartyKind.ROLE
                && partner.description().contains("counterpart")
                && !partner.description().endsWith("counterparts");
        Person self = who.person();
        if (!counterpart || self == null) {
            return partner;
        }
        for (Person person : cast.persons()) {
            if (person.key().equals(self.key()) && person.country().equals(partner.country()) && person != self) {
                return new Party(
                        partner.start(),
                        partner.end(),
                        PartyKind.PERSON,
                        person,
                        Optional.of(person.name()),
                        person.office(),
                        person.key(),
                        person.country(),
                        false,
                        false);
            }
        }
        return partner;
    }

    private @Nullable Draft noun(Sentence sentence, int token, int end, EncounterKind kind) {
        return new NounReader(this, sentence, token, end, kind).read();
    }

    private @Nullable Draft event(Sentence sentence, int token, int end) {
        return new NounReader(this, sentence, token, end, EncounterKind.CONFERENCE).event();
    }

    /** "Ministers met in the capital to discuss it". */
    private @Nullable Draft plural(Sentence sentence, int token, int end) {
        Party before = cast.at(token - 1);
        if (before == null || !before.plural() || before.kind() != PartyKind.ROLE || !Grammar.IN.at(tokens, end)) {
            return null;
        }
        Places.Found place = places.at(end + 1, sentence.end());
        if (place == null) {
            return null;
        }
        Draft draft = new Draft(EncounterKind.CONFERENCE, tokens.span(before.start(), place.end() - 1));
        Party main = subjects.clauseSubject(sentence, before.start());
        if (Grammar.AS.at(tokens, before.start() - 1) && main != null && main.kind() == PartyKind.PERSON) {
            draft.add(main);
        }
        draft.add(before);
        draft.place = place.place();
        return draft;
    }

    @Nullable
    Place placeNear(Sentence sentence, int from) {
        int limit = Math.min(sentence.end(), from + 8);
        for (int at = from; at < limit; at++) {
            if (tokens.isSign(at, ';') || tokens.kind(at) == TokenKind.QUOTE) {
                return null;
            }
            if (Grammar.IN.at(tokens, at)) {
                Places.Found found = places.at(at + 1, sentence.end());
                if (found != null) {
                    return found.place();
                }
            }
        }
        return null;
    }

    private void finish(Sentence sentence, int token, int end, Draft draft) {
        draft.stage = stage(sentence, token, end);
        boolean planned = draft.stage == EncounterStage.PLANNED;
        StatedDate told = days.of(draft.words, planned);
        if (!planned && isSince(told)) {
            told = days.ofNews();
        }
        draft.date = told;
        draft.dated = !told.isUnknown();
        draft.ordinal = draft.ordinal == null ? Ordinals.near(tokens, sentence, token, end) : draft.ordinal;
        for (Draft known : drafts) {
            if (known.mayBe(draft)) {
                known.join(draft);
                return;
            }
        }
        drafts.add(draft);
    }

    /** A date as wide as months comes from "since", which counts encounters and dates none. */
    private static boolean isSince(StatedDate date) {
        return date.from().isPresent()
                && date.to().isPresent()
                && date.from().get().plusDays(WIDEST_DAYS).isBefore(date.to().get())
                && date.granularity() == dev.tranche.dating.Granularity.SPAN;
    }

    private EncounterStage stage(Sentence sentence, int token, int end) {
        int from = Math.max(sentence.start(), token - 6);
        for (int at = Math.min(sentence.end(), end + 6) - 1; at >= from; at--) {
            if (Grammar.CANCELLED.at(tokens, at)) {
                return EncounterStage.CANCELLED;
            }
        }
        for (int at = token - 1; at >= Math.max(sentence.start(), token - 4); at--) {
            if (tokens.isSign(at, ',')) {
                break;
            }
            if (Grammar.FUTURE.at(tokens, at) || Grammar.BEFORE.at(tokens, at)) {
                return EncounterStage.PLANNED;
            }
        }
        if (end < sentence.end()
                && (Grammar.BEFORE.at(tokens, end)
                        || tokens.isWord(end) && tokens.string(end).equals("later"))) {
            return EncounterStage.PLANNED;
        }
        boolean now = Grammar.NOW.at(tokens, token)
                || Grammar.NOW.at(tokens, token - 1)
                || Grammar.NOW.at(tokens, Math.max(sentence.start(), token - 2)) && token - 2 > sentence.start();
        return now ? EncounterStage.ONGOING : EncounterStage.PAST;
    }

    Tokens tokens() {
        return tokens;
    }

    Cast cast() {
        return cast;
    }

    Places places() {
        return places;
    }

    Discourse discourse() {
        return discourse;
    }

    MarkedText text() {
        return text;
    }

    @Nullable
    Party subjectOf(Sentence sentence, int token) {
        Party main = subjects.clauseSubject(sentence, token);
        if (main != null && main.kind() == PartyKind.PRONOUN) {
            discourse.readTo(main.start());
        }
        return main == null ? null : discourse.resolve(main);
    }

    List<Party> partners(int from, int limit) {
        return chain(from, limit);
    }

    void addPartners(Draft draft, List<Party> partners, Party who, int from) {
        addAll(draft, partners, who, from);
    }
}
