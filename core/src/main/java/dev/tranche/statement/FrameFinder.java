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
    private final WordTable<SpeechVerb.Form> verbs = SpeechVerb.forms();
    private final WordTable<Stance> nouns = SpeechVerb.nouns();

    FrameFinder(MarkedText text, Cast cast, Quotes quotes) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.quotes = quotes;
        this.subjects = new SubjectFinder(text, cast, quotes);
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
        boolean passive = form.is(SpeechVerb.PARTICIPLE) && Grammar.BY.at(tokens, hit.end());
        Party agent = passive && quoted < 0 ? cast.at(hit.end() + 1) : null;
        if (agent != null && agent.start() == hit.end() + 1) {
            boolean acts = verb.frame() == SpeechVerb.Frame.OBJECT;
            return acts ? frame(index, token, token, hit.end(), verb.lemma(), verb.stance(), agent, true, false) : null;
        }
        if (lead.modal() || !mayBeVerb(form, lead, token)) {
            return null;
        }
        boolean speaksOnly = verb.frame() == SpeechVerb.Frame.CLAUSE
                || verb.stance() == Stance.ASSERTS && verb.frame() != SpeechVerb.Frame.ADDRESSEE;
        Party subject = null;
        boolean inverted = false;
        if (!lead.infinitive() && !lead.auxiliary() && !form.is(SpeechVerb.GERUND)) {
            subject = subjects.inverted(sentence, token, hit.end(), speaksOnly);
            inverted = subject != null;
        }
        Party coordinated =
                before.isEmpty() ? null : before.get(before.size() - 1).speaker();
        if (subject == null && (form.is(SpeechVerb.GERUND) || lead.infinitive())) {
            subject = participle(sentence, token, lead, form, verb, coordinated);
        } else if (subject == null) {
            subject = subjects.left(sentence, lead, coordinated);
        }
        if (subject == null
                || quoted >= 0 && (subject.kind() != PartyKind.PERSON || verb.frame() == SpeechVerb.Frame.WEAK)) {
            return null;
        }
        if (subject.kind() == PartyKind.TEXT && verb.frame() == SpeechVerb.Frame.WEAK
                || verb.frame() == SpeechVerb.Frame.TEXT && subject.kind() != PartyKind.TEXT) {
            return null;
        }
        if (isConditional(sentence, subject) || isNoun(tokens.string(token), verb, lead, subject)) {
            return null;
        }
        boolean after = inverted || isAfter(sentence, subject, hit.end());
        if (!hasClaim(sentence, verb, hit.end(), after, lead)) {
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

    /** "adding that …", "demanding two batteries", "visited the town to pledge": whose verb an impersonal form is. */
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
        boolean afterComma = tokens.isSign(lead.before(), ',') || Grammar.CONJUNCTION.at(tokens, lead.before());
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

    /** Words like "claim" and "demand" are nouns after an article, an adjective or a genitive. */
    private boolean mayBeVerb(SpeechVerb.Form form, Lead lead, int token) {
        if (form.is(SpeechVerb.PAST) || form.is(SpeechVerb.GERUND) || lead.infinitive() || lead.auxiliary()) {
            boolean noun = Grammar.OPENS_NOUN.at(tokens, token - 1);
            return !noun || form.is(SpeechVerb.GERUND) && !noun;
        }
        if (token == 0 || tokens.kind(token - 1) == TokenKind.GENITIVE) {
            return false;
        }
        Party party = cast.at(lead.before());
        boolean after = party != null && party.end() == lead.before() + 1;
        boolean base = tokens.string(token).equals(form.verb().lemma());
        return after
                || Grammar.RELATIVE.at(tokens, lead.before())
                || !base && Grammar.CONJUNCTION.at(tokens, lead.before())
                || tokens.isSign(token - 1, ',')
                || quotes.at(token - 1) >= 0
                || tokens.isWord(token - 1) && tokens.string(token).equals("says");
    }

    /** "If the neighbours oppose it" says nothing of what they said. */
    private boolean isConditional(Sentence sentence, Party subject) {
        return subject.start() > sentence.start() && Grammar.IF.at(tokens, subject.start() - 1);
    }

    /** "The US claim", "a ministry report": a base form needs several speakers or an auxiliary. */
    private static boolean isNoun(String written, SpeechVerb verb, Lead lead, Party subject) {
        boolean base = written.equalsIgnoreCase(verb.lemma()) && !written.equals("read");
        boolean several = subject.plural()
                || subject.kind() == PartyKind.PRONOUN
                || subject.description().contains(" and ");
        return base && !lead.auxiliary() && !lead.infinitive() && !several;
    }

    /** Does the attribution close the sentence or clause, so that the claim stands before it? */
    private boolean isAfter(Sentence sentence, Party subject, int verbEnd) {
        int before = subject.start() - 1;
        if (before < sentence.start()) {
            return false;
        }
        boolean cut = tokens.isSign(before, ',') || quotes.at(before) >= 0;
        int next = passTime(sentence, verbEnd);
        Party told = cast.at(next);
        if (cut && told != null && told.start() == next) {
            next = passTime(sentence, told.end());
        }
        return cut && (isEnd(sentence, next) || tokens.isSign(verbEnd, ','));
    }

    private int passTime(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.end()
                && (Grammar.TIME.at(tokens, at)
                        || Grammar.TIME_PREPOSITION.at(tokens, at)
                        || Grammar.BY.at(tokens, at)
                        || Grammar.STATEMENT.at(tokens, at)
                        || tokens.isWord(at) && tokens.string(at).equals("email")
                        || tokens.isWord(at) && tokens.string(at).equals("a"))) {
            at++;
        }
        return at;
    }

    private boolean isEnd(Sentence sentence, int at) {
        return at >= sentence.end()
                || tokens.isSign(at, '.')
                || tokens.isSign(at, ',')
                || tokens.isSign(at, ';')
                || tokens.isSign(at, ':')
                || tokens.kind(at) == TokenKind.QUOTE;
    }

    private boolean hasClaim(Sentence sentence, SpeechVerb verb, int verbEnd, boolean after, Lead lead) {
        int next = passTime(sentence, verbEnd);
        boolean claim = Grammar.OPENS_CLAIM.at(tokens, next) || Grammar.OPENS_CLAIM.at(tokens, verbEnd);
        boolean quote = quotes.wordsIn(sentence.start(), sentence.end()) > 0;
        return switch (verb.frame()) {
            case CLAUSE -> !lead.negated() || claim;
            case OBJECT -> !lead.negated() && (after || quote || !isEnd(sentence, next));
            case ADDRESSEE -> !lead.negated() && (after || claim || quote || tellsSomebody(sentence, next));
            case WEAK -> claim || quote && !lead.negated() && isNearQuote(sentence, verbEnd, after);
            case TEXT -> true;
        };
    }

    private boolean tellsSomebody(Sentence sentence, int next) {
        Party told = cast.at(next);
        if (told == null) {
            return next < sentence.end() && tokens.isWord(next) && Grammar.OPENS_CLAIM.at(tokens, next + 1);
        }
        int after = told.end();
        return Grammar.OPENS_CLAIM.at(tokens, after)
                || isEnd(sentence, after)
                || cast.at(after) != null
                || tokens.isWord(after) && !Grammar.PREPOSITION.at(tokens, after);
    }

    /** A weak verb takes a quotation only when it stands beside it. */
    private boolean isNearQuote(Sentence sentence, int verbEnd, boolean after) {
        if (after) {
            return true;
        }
        int limit = Math.min(sentence.end(), verbEnd + 8);
        for (int token = verbEnd; token < limit; token++) {
            if (quotes.at(token) >= 0) {
                return true;
            }
        }
        return quotes.at(verbEnd - 1) >= 0 || quotes.at(Math.max(0, verbEnd - 3)) >= 0;
    }

    /** "Its neighbour's request for guarantees". */
    private @Nullable Frame noun(int index, Sentence sentence, int token) {
        if (token == sentence.start() || tokens.kind(token - 1) != TokenKind.GENITIVE || quotes.at(token) >= 0) {
            return null;
        }
        WordTable.Hit<Stance> hit = nouns.at(tokens, token);
        Party owner = cast.at(token - 2);
        if (hit == null || owner == null || hit.end() >= sentence.end()) {
            return null;
        }
        boolean claims = Grammar.OPENS_CLAIM.at(tokens, hit.end()) || Grammar.PREPOSITION.at(tokens, hit.end());
        return claims
                ? frame(index, owner.start(), token, hit.end(), tokens.string(token), hit.value(), owner, false, false)
                : null;
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
