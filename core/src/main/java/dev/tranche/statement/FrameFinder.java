package dev.tranche.statement;

import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.statement.SubjectFinder.Lead;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the verbs of saying of a report, sentence by sentence, with their subjects. */
final class FrameFinder {

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final Quotes quotes;
    private final SubjectFinder subjects;
    private final Discourse discourse;
    private final NounGroups groups;
    private final ClaimSigns signs;
    private final SpeechClauses clauses;
    private final WordTable<SpeechVerb.Form> verbs = SpeechVerb.forms();
    private final WordTable<Stance> nouns = SpeechVerb.nouns();

    FrameFinder(MarkedText text, Cast cast, Quotes quotes) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.quotes = quotes;
        this.subjects = new SubjectFinder(text, cast, quotes);
        this.groups = new NounGroups(text, quotes);
        this.clauses = new SpeechClauses(text, cast, quotes);
        this.signs = new ClaimSigns(text, cast, quotes, clauses);
        this.discourse = new Discourse(cast);
    }

    /** Returns the frames of every sentence, in order. */
    List<List<Frame>> find() {
        List<List<Frame>> all = new ArrayList<>();
        List<Sentence> sentences = text.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            List<Frame> frames = inSentence(i, sentences.get(i));
            all.add(frames);
            Party subject =
                    subjects.clauseSubject(sentences.get(i), sentences.get(i).end());
            if (subject != null && frames.isEmpty()) {
                discourse.subject(discourse.resolve(subject));
            }
            discourse.readTo(sentences.get(i).end());
        }
        return all;
    }

    private List<Frame> inSentence(int index, Sentence sentence) {
        List<Frame> frames = new ArrayList<>();
        Party first = subjects.clauseSubject(sentence, sentence.end());
        if (first != null && quotes.at(first.start()) < 0) {
            discourse.subject(first);
        }
        for (int token = sentence.start(); token < sentence.end(); token++) {
            Frame frame = at(index, sentence, token, frames);
            if (frame != null) {
                frames.add(frame);
                if (frame.quoted() < 0) {
                    discourse.spoke(frame.speaker());
                }
                token = Math.max(token, frame.verbEnd() - 1);
            }
        }
        return frames;
    }

    private @Nullable Frame at(int index, Sentence sentence, int token, List<Frame> before) {
        if (Grammar.ACCORDING.at(tokens, token) && Grammar.TO.at(tokens, token + 1)) {
            Party party = subjects.accordingTo(sentence, token + 2);
            return party == null
                    ? null
                    : frame(
                            index,
                            token,
                            token,
                            token + 2,
                            "according to",
                            Stance.ASSERTS,
                            party,
                            token > sentence.start() + 1,
                            false);
        }
        Frame noun = noun(index, sentence, token);
        if (noun != null) {
            return noun;
        }
        WordTable.Hit<SpeechVerb.Form> hit = verbs.at(tokens, token);
        if (hit == null || cast.at(token) != null || hit.end() > sentence.end()) {
            return null;
        }
        int quote = quotes.at(token);
        boolean insideQuote = quote >= 0 && !quotes.isFirstWord(token);
        return verb(index, sentence, token, hit, before, insideQuote ? quote : -1);
    }

    private @Nullable Frame verb(
            int index,
            Sentence sentence,
            int token,
            WordTable.Hit<SpeechVerb.Form> hit,
            List<Frame> before,
            int quoted) {
        SpeechVerb.Form form = hit.value();
        SpeechVerb verb = form.verb();
        Lead lead = subjects.lead(sentence, token);
        boolean by = form.is(SpeechVerb.PARTICIPLE) && (lead.passive() || Grammar.BY.at(tokens, hit.end()));
        Party agent = by && quoted < 0 ? subjects.agent(sentence, hit.end()) : null;
        if (agent != null) {
            boolean acts = verb.frame() == SpeechVerb.Frame.OBJECT;
            return acts ? frame(index, token, token, hit.end(), verb.lemma(), verb.stance(), agent, true, false) : null;
        }
        if (form.is(SpeechVerb.PARTICIPLE) && lead.passive()) {
            return verb.lemma().equals("ask") ? asked(index, sentence, token, hit.end(), quoted) : null;
        }
        if (lead.modal() || isIdle(hit, lead, token) || !mayBeVerb(sentence, form, lead, token)) {
            return null;
        }
        boolean speaksOnly = verb.frame() == SpeechVerb.Frame.CLAUSE
                || verb.stance() == Stance.ASSERTS && verb.frame() != SpeechVerb.Frame.ADDRESSEE;
        boolean finite = !lead.infinitive() && !lead.auxiliary() && !form.is(SpeechVerb.GERUND);
        Party subject = finite ? inverted(sentence, token, hit.end(), verb, quoted, speaksOnly) : null;
        boolean inverted = subject != null;
        Party coordinated =
                before.isEmpty() ? null : before.get(before.size() - 1).speaker();
        if (subject == null && (form.is(SpeechVerb.GERUND) || lead.infinitive())) {
            subject = participle(sentence, token, lead, form, verb, coordinated);
        } else if (subject == null) {
            subject = subjects.left(sentence, lead, coordinated);
            subject = subject == null && quoted < 0
                    ? ofClause(sentence, token, verb, plain(sentence, lead, hit.end(), verb))
                    : subject;
        }
        if (subject == null
                || quoted >= 0 && (subject.kind() != PartyKind.PERSON || verb.frame() == SpeechVerb.Frame.WEAK)) {
            return null;
        }
        boolean written = subject.kind() == PartyKind.TEXT || groups.isDocument(subject);
        if (subject.kind() == PartyKind.TEXT
                        && verb.frame() == SpeechVerb.Frame.WEAK
                        && !Grammar.OPENS_CLAIM.at(tokens, hit.end())
                || verb.frame() == SpeechVerb.Frame.TEXT && !written) {
            return null;
        }
        if (isConditional(sentence, subject) || isNoun(tokens.string(token), verb, lead, subject)) {
            return null;
        }
        boolean after = inverted || signs.isAfter(sentence, subject, hit.end());
        if (!signs.hasClaim(sentence, verb, hit.end(), after, lead, isRelative(subject))) {
            return null;
        }
        int start = inverted ? token : Math.min(token, Math.max(sentence.start(), subject.start()));
        boolean own = coordinated != null
                && subject.start() <= before.get(before.size() - 1).verb();
        return frame(
                index,
                own ? token : start,
                token,
                hit.end(),
                verb.lemma(),
                verb.stance(),
                subject,
                after,
                verb.frame() == SpeechVerb.Frame.WEAK,
                quoted);
    }

    /** "said the minister": a subject after its verb, or null. */
    private @Nullable Party inverted(
            Sentence sentence, int token, int end, SpeechVerb verb, int quoted, boolean speaksOnly) {
        Party subject = subjects.inverted(sentence, token, end, speaksOnly);
        boolean plain = subject == null && quoted < 0 && speaksOnly;
        return plain ? subjects.plainRight(sentence, token, end, verb.lemma().equals("say")) : subject;
    }

    /** "The agency cited an envoy as saying": the speaker is the one cited. */
    private @Nullable Party cited(Sentence sentence, int saying) {
        for (int at = saying - 2; at >= sentence.start(); at--) {
            if (Grammar.CITE.at(tokens, at)) {
                Party party = cast.at(at + 1) == null ? cast.firstFrom(at + 1, saying) : cast.at(at + 1);
                return party;
            }
        }
        return null;
    }

    /**
     * If there is no name beside the verb, its clause shows the subject: "an official who asked not to be named said".
     */
    private @Nullable Party ofClause(Sentence sentence, int token, SpeechVerb verb, @Nullable Party plain) {
        if (verb.frame() == SpeechVerb.Frame.WEAK || verb.frame() == SpeechVerb.Frame.TEXT) {
            return plain;
        }
        Party subject = clauses.subject(sentence, token);
        boolean speaks = subject != null
                && quotes.at(subject.start()) < 0
                && (subject.kind() == PartyKind.PERSON
                        || subject.equals(cast.at(subject.start()))
                        || plain == null && verb.frame() == SpeechVerb.Frame.CLAUSE);
        return speaks ? subject : plain;
    }

    /** "Residents urged to shelter" is a passive, and "promised nothing" states nothing. */
    private boolean isIdle(WordTable.Hit<SpeechVerb.Form> hit, Lead lead, int token) {
        boolean toldTo = Grammar.TOLD_TO.at(tokens, token) && Grammar.TO.at(tokens, hit.end()) && !lead.auxiliary();
        boolean nothing =
                Grammar.NOTHING.at(tokens, hit.end()) && hit.value().verb().frame() != SpeechVerb.Frame.CLAUSE;
        boolean reputed = Grammar.REPUTED.at(tokens, token)
                && Grammar.TO.at(tokens, hit.end())
                && tokens.isSign(lead.before(), ',')
                && !lead.auxiliary();
        boolean refused = lead.infinitive() && Grammar.REFUSING.at(tokens, token - 2);
        return toldTo || nothing || reputed || refused;
    }

    /** "was asked whether": the speaker is the reporters, if the sentence names them; else nobody. */
    private @Nullable Frame asked(int index, Sentence sentence, int token, int verbEnd, int quoted) {
        boolean question = Grammar.OPENS_CLAIM.at(tokens, verbEnd) || Grammar.IF.at(tokens, verbEnd);
        Party party = quoted < 0 && question ? cast.firstFrom(sentence.start(), sentence.end()) : null;
        while (party != null && party.end() <= sentence.end()) {
            if (party.person() == null && Grammar.REPORTERS.at(tokens, party.end() - 1)) {
                return frame(
                        index,
                        Math.min(token, sentence.start()),
                        token,
                        verbEnd,
                        "ask",
                        Stance.ASKS,
                        party.at(sentence.start(), token),
                        false,
                        false);
            }
            party = cast.firstFrom(party.end(), sentence.end());
        }
        return null;
    }

    /**
     * A speaker without a name or title is accepted only beside a claim or quotation; a capitalised one also with an
     * object.
     */
    private @Nullable Party plain(Sentence sentence, Lead lead, int verbEnd, SpeechVerb verb) {
        int next = signs.passTime(sentence, verbEnd);
        boolean claim = Grammar.OPENS_CLAIM.at(tokens, next) || signs.isQuoteNear(verbEnd, sentence);
        boolean hangs = Grammar.HANGS.at(tokens, verbEnd);
        Party party = hangs && !claim ? null : subjects.plainLeft(sentence, lead);
        if (party == null || claim || verb.frame() == SpeechVerb.Frame.CLAUSE) {
            return party;
        }
        boolean object = verb.frame() == SpeechVerb.Frame.OBJECT || verb.frame() == SpeechVerb.Frame.ADDRESSEE;
        return object && party.kind() == PartyKind.BODY && !signs.isEnd(sentence, next) ? party : null;
    }

    /** "adding that …", "demanding two batteries", "visited the town to pledge": the subject of a non-finite form. */
    private @Nullable Party participle(
            Sentence sentence,
            int token,
            Lead lead,
            SpeechVerb.Form form,
            SpeechVerb verb,
            @Nullable Party coordinated) {
        if (lead.infinitive() && (verb.stance() == Stance.ASSERTS || verb.frame() != SpeechVerb.Frame.OBJECT)) {
            return null;
        }
        if (form.is(SpeechVerb.GERUND) && Grammar.AS.at(tokens, token - 1)) {
            Party cited = cited(sentence, token);
            if (cited != null) {
                return cited;
            }
        }
        Party beside = cast.at(lead.before());
        if (form.is(SpeechVerb.GERUND) && beside != null && beside.end() == token && with(sentence, beside)) {
            return beside;
        }
        boolean afterComma = tokens.isSign(lead.before(), ',')
                || Grammar.CONJUNCTION.at(tokens, lead.before()) && !Grammar.OR.at(tokens, lead.before())
                || Grammar.WHILE.at(tokens, lead.before())
                || Grammar.PERCEIVED.at(tokens, lead.before());
        if (form.is(SpeechVerb.GERUND) && !afterComma && lead.before() >= sentence.start()) {
            return null;
        }
        Party nearest = subjects.clauseSubject(sentence, token);
        if (lead.before() < sentence.start()) {
            int limit = Math.min(sentence.end(), token + 40);
            Party later = cast.firstFrom(token, limit);
            while (later != null && !tokens.isSign(later.start() - 1, ',')) {
                later = cast.firstFrom(later.end(), limit);
            }
            return later;
        }
        if (coordinated != null && (nearest == null || nearest.start() <= coordinated.start())) {
            return coordinated;
        }
        return nearest == null ? coordinated : nearest;
    }

    /** "With Ukraine's air force claiming", "the minister heard telling". */
    private boolean with(Sentence sentence, Party party) {
        for (int at = party.start() - 1; at >= Math.max(sentence.start(), party.start() - 3); at--) {
            if (Grammar.WITH.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** Words like "claim" and "demand" are nouns after an article, an adjective or a genitive. */
    private boolean mayBeVerb(Sentence sentence, SpeechVerb.Form form, Lead lead, int token) {
        if (form.is(SpeechVerb.PAST) || form.is(SpeechVerb.GERUND) || lead.infinitive() || lead.auxiliary()) {
            boolean noun = Grammar.OPENS_NOUN.at(tokens, token - 1) && !Grammar.ALONE.at(tokens, token - 1);
            return !noun || form.is(SpeechVerb.GERUND) && !noun;
        }
        if (token == 0 || tokens.kind(token - 1) == TokenKind.GENITIVE) {
            return false;
        }
        Party party = cast.at(lead.before());
        boolean after = party != null && party.end() == lead.before() + 1;
        boolean base = tokens.string(token).equals(form.verb().lemma());
        boolean noun = Grammar.OPENS_NOUN.at(tokens, token - 1) || Grammar.NOUN_LIKE.at(tokens, token);
        if (!noun && !base && tokens.isWord(token - 1)) {
            return true;
        }
        if (!noun && base && lead.before() == token - 1) {
            Party several = subjects.left(sentence, lead, null);
            several = several == null ? subjects.plainLeft(sentence, lead) : several;
            boolean plural = several != null && several.plural() && several.kind() != PartyKind.STATE;
            return after || plural && signs.claims(sentence, token + 1);
        }
        return after
                || Grammar.RELATIVE.at(tokens, lead.before())
                || !base && Grammar.CONJUNCTION.at(tokens, lead.before())
                || tokens.isSign(token - 1, ',')
                || quotes.at(token - 1) >= 0
                || tokens.isWord(token - 1) && tokens.string(token).equals("says");
    }

    /** "If the neighbours oppose it" reports nothing that they said. */
    private boolean isConditional(Sentence sentence, Party subject) {
        return subject.start() > sentence.start() && Grammar.IF.at(tokens, subject.start() - 1);
    }

    /** "A charge that Ukraine denied". */
    private boolean isRelative(Party subject) {
        return Grammar.RELATIVE.at(tokens, subject.start() - 1);
    }

    /** "The US claim", "a ministry report": a base form needs several speakers or an auxiliary. */
    private static boolean isNoun(String written, SpeechVerb verb, Lead lead, Party subject) {
        boolean base = written.equalsIgnoreCase(verb.lemma()) && !written.equals("read");
        boolean several = subject.plural()
                || subject.kind() == PartyKind.PRONOUN
                || subject.description().contains(" and ");
        return base && !lead.auxiliary() && !lead.infinitive() && !several;
    }

    /** "Its neighbour's request for guarantees", "claims by Moscow that", "opened with a promise to". */
    private @Nullable Frame noun(int index, Sentence sentence, int token) {
        if (token == sentence.start() && !tokens.isCapital(token) || quotes.at(token) >= 0) {
            return null;
        }
        WordTable.Hit<Stance> hit = nouns.at(tokens, token);
        if (hit == null || hit.end() >= sentence.end()) {
            return null;
        }
        int next = signs.passTime(sentence, hit.end());
        boolean claims = Grammar.OPENS_CLAIM.at(tokens, next) || Grammar.OPENS_CLAIM.at(tokens, hit.end());
        if (token > sentence.start() && tokens.kind(token - 1) == TokenKind.GENITIVE) {
            Party owner = claims || Grammar.PREPOSITION.at(tokens, hit.end()) ? cast.at(token - 2) : null;
            return owner == null ? null : ofNoun(index, sentence, owner.start(), token, hit, owner);
        }
        if (Grammar.BY.at(tokens, hit.end()) || Grammar.FROM.at(tokens, hit.end())) {
            Party owner = cast.at(hit.end() + 1);
            if (owner == null || owner.start() != hit.end() + 1) {
                return null;
            }
            boolean told = Grammar.OPENS_CLAIM.at(tokens, owner.end()) || Grammar.TO.at(tokens, owner.end());
            return told ? ofNoun(index, sentence, token, token, hit, owner) : null;
        }
        boolean light = Grammar.ARTICLE.at(tokens, token - 1) && Grammar.LIGHT.at(tokens, token - 2);
        if (light && (claims || Grammar.TO.at(tokens, hit.end()))) {
            Party owner = subjects.clauseSubject(sentence, token - 2);
            return owner == null ? null : ofNoun(index, sentence, owner.start(), token, hit, owner);
        }
        return null;
    }

    private Frame ofNoun(int index, Sentence sentence, int start, int token, WordTable.Hit<Stance> hit, Party owner) {
        int from = Math.max(sentence.start(), start);
        return frame(index, from, token, hit.end(), tokens.string(token), hit.value(), owner, false, false);
    }

    private Frame frame(
            int index,
            int start,
            int verb,
            int verbEnd,
            String lemma,
            Stance stance,
            Party subject,
            boolean after,
            boolean needsClaim) {
        return frame(index, start, verb, verbEnd, lemma, stance, subject, after, needsClaim, -1);
    }

    private Frame frame(
            int index,
            int start,
            int verb,
            int verbEnd,
            String lemma,
            Stance stance,
            Party subject,
            boolean after,
            boolean needsClaim,
            int quoted) {
        discourse.readTo(subject.start());
        if (subject.kind() == PartyKind.PRONOUN) {
            Sentence sentence = text.sentences().get(index);
            Party nearer = subjects.clauseSubject(sentence, subject.start());
            if (nearer != null) {
                discourse.subject(nearer);
            }
        }
        Party named = discourse.resolve(subject);
        return new Frame(index, start, verb, verbEnd, lemma, stance, named, after, needsClaim, quoted);
    }
}
