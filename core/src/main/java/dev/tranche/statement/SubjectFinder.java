package dev.tranche.statement;

import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subject of a verb from the words around it.
 *
 * <p>Auxiliaries, adverbs and time words before the verb are skipped; a parenthesis between commas leads to the
 * words before it; "of", "aboard" and the like lead from a modifier to the noun it modifies.
 */
public final class SubjectFinder {

    private static final int LONGEST_CALL_SIGN = 2;

    private static final int REACH = 12;

    private final Tokens tokens;
    private final Cast cast;
    private final Quotes quotes;
    private final NounGroups groups;

    /** Builds a finder for one report. */
    public SubjectFinder(MarkedText text, Cast cast, Quotes quotes) {
        this.tokens = text.tokens();
        this.cast = cast;
        this.quotes = quotes;
        this.groups = new NounGroups(text, quotes);
    }

    /**
     * The words directly before a verb.
     *
     * @param before index of the last token before the verb that is not an auxiliary, adverb or time word; at least
     *     the sentence's start less one
     * @param negated is there a "not" in between?
     * @param modal is there a "would" or the like in between?
     * @param infinitive is there a "to" before the verb?
     * @param auxiliary is there a "has", "will" or the like in between?
     * @param passive is there a form of "be" in between?
     */
    public record Lead(
            int before, boolean negated, boolean modal, boolean infinitive, boolean auxiliary, boolean passive) {}

    /** Returns the words directly before a verb. */
    public Lead lead(Sentence sentence, int verb) {
        boolean negated = false;
        boolean modal = false;
        boolean infinitive = false;
        boolean auxiliary = false;
        boolean passive = false;
        int at = verb - 1;
        while (at >= sentence.start() && cast.at(at) == null) {
            if (Grammar.AUXILIARY.at(tokens, at)) {
                auxiliary = true;
                passive |= Grammar.BE.at(tokens, at);
            } else if (Grammar.MODAL.at(tokens, at)) {
                modal = true;
            } else if (Grammar.NOT.at(tokens, at) || isContractedNot(at)) {
                negated = true;
            } else if (Grammar.TO.at(tokens, at) && at == verb - 1) {
                infinitive = true;
            } else if (tokens.isSign(at, ')') && bracket(sentence, at) > sentence.start()) {
                at = bracket(sentence, at);
            } else if (!isAdverb(at) && !isTime(at)) {
                break;
            }
            at--;
        }
        return new Lead(at, negated, modal, infinitive, auxiliary, passive);
    }

    /** "Rep. Jane Roe (D-Ore.)": the opening of the bracket that closes here, or -1. */
    private int bracket(Sentence sentence, int close) {
        int limit = Math.max(sentence.start(), close - REACH);
        for (int at = close - 1; at >= limit; at--) {
            if (tokens.isSign(at, '(')) {
                return at;
            }
        }
        return -1;
    }

    private boolean isContractedNot(int at) {
        return tokens.isSign(at, '\'')
                || at > 0 && tokens.isWord(at) && tokens.string(at).equals("t");
    }

    private boolean isAdverb(int at) {
        if (Grammar.ADVERB.at(tokens, at)) {
            return true;
        }
        int length = tokens.end(at) - tokens.start(at);
        String all = tokens.text();
        return tokens.isWord(at)
                && length > 4
                && !tokens.isCapital(at)
                && all.charAt(tokens.end(at) - 1) == 'y'
                && all.charAt(tokens.end(at) - 2) == 'l';
    }

    private boolean isTime(int at) {
        return Grammar.TIME.at(tokens, at)
                || tokens.kind(at) == TokenKind.NUMBER
                        && (Grammar.TIME.at(tokens, at - 1) || Grammar.TIME.at(tokens, at + 1))
                || Grammar.TIME_PREPOSITION.at(tokens, at) && Grammar.TIME.at(tokens, at + 1);
    }

    /** Returns the party directly after a verb if it is the verb's subject: "said the minister", or null. */
    @Nullable
    Party inverted(Sentence sentence, int verb, int verbEnd, boolean speaksOnly) {
        int before = verb - 1;
        while (before >= sentence.start()
                && (tokens.isSign(before, '-') || tokens.isSign(before, '\u2013') || tokens.isSign(before, '\u2014'))) {
            before--;
        }
        boolean open = before < sentence.start() || quotes.at(before) >= 0 && quotes.at(verb) < 0;
        boolean comma = before >= sentence.start() && tokens.isSign(before, ',');
        if (!open && !(comma && speaksOnly)) {
            return null;
        }
        if (before < sentence.start() && !tokens.isCapital(verb) && sentence.start() == verb && verb == 0) {
            return null;
        }
        Party called = open ? callSign(verbEnd, sentence.end()) : null;
        if (called != null) {
            return called;
        }
        Party direct = cast.at(verbEnd);
        if (direct != null && direct.start() == verbEnd) {
            return isFollowedByVerb(direct) || comma && opensClaim(sentence, direct) ? null : direct;
        }
        if (Grammar.TO.at(tokens, verbEnd) && open) {
            Party told = cast.firstFrom(verbEnd, Math.min(sentence.end(), verbEnd + 3));
            Party teller = told == null ? null : cast.firstFrom(told.end(), Math.min(sentence.end(), told.end() + 2));
            return teller;
        }
        return null;
    }

    /**
     * "X, a farmer, said the ministry's plan": after a comma, a party whose noun group continues is part of the claim.
     */
    private boolean opensClaim(Sentence sentence, Party party) {
        int at = party.end();
        return tokens.kind(Math.min(at, tokens.size() - 1)) == TokenKind.GENITIVE
                || at < sentence.end()
                        && tokens.isWord(at)
                        && !Grammar.PREPOSITION.at(tokens, at)
                        && !Grammar.RELATIVE.at(tokens, at)
                        && !Grammar.OPENS_CLAUSE.at(tokens, at)
                        && !isTime(at)
                        && !isAdverb(at);
    }

    /** Returns the agent of a passive: the party after "by", at most a few words after the verb, or null. */
    @Nullable
    Party agent(Sentence sentence, int verbEnd) {
        int limit = Math.min(sentence.end(), verbEnd + 7);
        for (int at = verbEnd; at < limit; at++) {
            if (Grammar.BY.at(tokens, at)) {
                Party party = cast.at(at + 1);
                return party != null && party.start() == at + 1 ? party : null;
            }
            boolean wall = tokens.kind(at) == TokenKind.SIGN && !tokens.isSign(at, ',')
                    || tokens.kind(at) == TokenKind.QUOTE && quotes.at(at) < 0
                    || Grammar.RELATIVE.at(tokens, at)
                    || Grammar.OPENS_CLAIM.at(tokens, at);
            if (wall) {
                return null;
            }
        }
        return null;
    }

    /** "…," he said Ukraine needs: the party after the verb is the subject of the claim. */
    private boolean isFollowedByVerb(Party party) {
        int at = party.end();
        return Grammar.AUXILIARY.at(tokens, at) || Grammar.MODAL.at(tokens, at);
    }

    /** Is a party known only by its words, not by a title, a name or a body in the lexicon? */
    public static boolean isUntitled(Party party) {
        return NounGroups.isUntitled(party);
    }

    /** Returns the subject to the left of a finite verb, or null. */
    public @Nullable Party left(Sentence sentence, Lead lead, @Nullable Party coordinated) {
        int at = lead.before();
        if (at < sentence.start()) {
            return null;
        }
        if (tokens.isSign(at, ',')) {
            return acrossComma(sentence, at, coordinated);
        }
        if (Grammar.CONJUNCTION.at(tokens, at)) {
            return coordinated != null ? coordinated : clauseSubject(sentence, at);
        }
        if (Grammar.RELATIVE.at(tokens, at)) {
            Party party = cast.at(tokens.isSign(at - 1, ',') ? at - 2 : at - 1);
            return party;
        }
        if (tokens.kind(at) == TokenKind.QUOTE && quotes.at(at) >= 0 && at - 1 >= sentence.start()) {
            int inner = tokens.kind(at - 1) == TokenKind.WORD || cast.at(at - 1) != null ? at - 1 : at - 2;
            if (Grammar.CONJUNCTION.at(tokens, inner)) {
                return coordinated != null ? coordinated : clauseSubject(sentence, inner);
            }
            Party before = cast.at(inner);
            boolean whole = before != null && quotes.at(before.start() - 2) != quotes.at(at);
            return before != null && (quotes.at(inner) < 0 || whole) ? wider(sentence, before) : null;
        }
        Party party = cast.at(at);
        if (party != null) {
            Party top = climb(sentence, party);
            boolean hangs = top.start() > sentence.start() && Grammar.PREPOSITION.at(tokens, top.start() - 1);
            Party whole = hangs ? groups.before(sentence, at) : null;
            return whole != null && whole.start() < top.start() ? whole : wider(sentence, top);
        }
        return tokens.isWord(at) ? fromAfar(sentence, at) : null;
    }

    private @Nullable Party acrossComma(Sentence sentence, int comma, @Nullable Party coordinated) {
        int before = comma - 1;
        if (tokens.isSign(before, ')') && bracket(sentence, before) > sentence.start()) {
            before = bracket(sentence, before) - 1;
        }
        Party apposed = cast.at(before);
        boolean bracketed = before < comma - 1 && apposed != null && apposed.end() == before + 1;
        if (apposed != null && (bracketed || hasComma(apposed))) {
            return wider(sentence, apposed);
        }
        int depth = 0;
        for (int at = comma - 1; at > sentence.start(); at--) {
            if (tokens.isSign(at, ',') && quotes.at(at) < 0) {
                Party party = cast.at(at - 1);
                if (party != null && party.end() == at) {
                    boolean named = apposed != null
                            && apposed.kind() == PartyKind.PERSON
                            && apposed.end() == before + 1
                            && party.kind() == PartyKind.ROLE
                            && isNamed(at + 1, apposed);
                    return named ? apposed : wider(sentence, climb(sentence, party));
                }
                depth++;
                if (depth > 2) {
                    break;
                }
            }
        }
        if (coordinated != null || depth == 0) {
            return coordinated;
        }
        Party plain = groups.before(sentence, comma);
        return plain == null ? clauseSubject(sentence, comma) : plain;
    }

    /** Is there only a genitive before a name between commas: "the chair, Labour's Jane Roe,"? */
    private boolean isNamed(int from, Party person) {
        return person.start() == from || tokens.kind(person.start() - 1) == TokenKind.GENITIVE;
    }

    private boolean hasComma(Party party) {
        for (int token = party.start(); token < party.end(); token++) {
            if (tokens.isSign(token, ',')) {
                return true;
            }
        }
        return false;
    }

    /** Moves from "the minister" in "an official on the ferry that took the minister home" to the official. */
    private Party climb(Sentence sentence, Party party) {
        Party top = party;
        for (int step = 0; step < 4; step++) {
            int at = top.start() - 1;
            boolean hangs = Grammar.PREPOSITION.at(tokens, at) || isGerund(at);
            if (at < sentence.start() || !hangs) {
                return top;
            }
            Party left = null;
            for (int token = at; token >= sentence.start() && at - token < REACH; token--) {
                boolean wall = tokens.isSign(token, ',')
                        || tokens.kind(token) == TokenKind.QUOTE
                        || Grammar.OPENS_CLAUSE.at(tokens, token) && !Grammar.CONJUNCTION.at(tokens, token);
                if (wall) {
                    break;
                }
                Party here = cast.at(token);
                if (here != null && here.start() != top.start()) {
                    left = here;
                    break;
                }
            }
            if (left == null) {
                return top;
            }
            top = left;
        }
        return top;
    }

    private boolean isGerund(int at) {
        if (at < 0 || !tokens.isWord(at) || tokens.isCapital(at)) {
            return false;
        }
        int end = tokens.end(at);
        return end - tokens.start(at) > 4 && tokens.text().startsWith("ing", end - 3);
    }

    /** "Washington and its allies" is one speaker, described by all the words and named by the first. */
    private Party wider(Sentence sentence, Party party) {
        int and = party.start() - 1;
        if (and - 1 < sentence.start()
                || !tokens.isWord(and)
                || !tokens.string(and).equals("and")) {
            return party;
        }
        Party first = cast.at(and - 1);
        if (first == null
                || first.end() != and
                || first.kind() == PartyKind.PRONOUN && party.kind() == PartyKind.PERSON) {
            return party;
        }
        String words = tokens.text().substring(tokens.start(first.start()), tokens.end(party.end() - 1));
        return first.at(first.start(), party.end()).described(words);
    }

    /** A subject separated from the verb by its own modifiers. */
    private @Nullable Party fromAfar(Sentence sentence, int at) {
        for (int token = at; token >= sentence.start() && at - token < REACH; token--) {
            boolean wall = tokens.isSign(token, ',')
                    || tokens.isSign(token, ';')
                    || tokens.isSign(token, ':')
                    || tokens.kind(token) == TokenKind.QUOTE
                    || Grammar.OPENS_CLAUSE.at(tokens, token)
                    || Grammar.AUXILIARY.at(tokens, token)
                    || Grammar.MODAL.at(tokens, token);
            if (wall) {
                return null;
            }
            Party party = cast.at(token);
            if (party != null) {
                boolean genitive = tokens.kind(party.end()) == TokenKind.GENITIVE;
                Party whole = isModifier(party) ? groups.before(sentence, at) : null;
                if (genitive || whole != null && whole.start() <= party.start()) {
                    return whole;
                }
                return wider(sentence, climb(sentence, party));
            }
        }
        return null;
    }

    /** "Russia online operatives", "a Pentagon study": a party directly followed by a plain noun. */
    private boolean isModifier(Party party) {
        int at = party.end();
        return tokens.isWord(at)
                && !Grammar.PREPOSITION.at(tokens, at)
                && !Grammar.RELATIVE.at(tokens, at)
                && !isAdverb(at)
                && !isTime(at)
                && !isGerund(at);
    }

    /** Returns the last subject of a clause before a token: a party that opens a clause and has a verb, or null. */
    public @Nullable Party clauseSubject(Sentence sentence, int token) {
        Party found = null;
        Party party = cast.firstFrom(sentence.start(), token);
        while (party != null && party.end() <= token) {
            int before = party.start() - 1;
            boolean opens = before < sentence.start()
                    || tokens.isSign(before, ',')
                    || tokens.kind(before) == TokenKind.QUOTE
                    || Grammar.OPENS_CLAUSE.at(tokens, before)
                    || !Grammar.PREPOSITION.at(tokens, before) && found == null;
            boolean acts = quotes.at(party.start()) < 0 || quotes.at(token) >= 0;
            int after = behindState(party);
            boolean verb = after < sentence.end()
                    && (tokens.isWord(after)
                                    && !Grammar.PREPOSITION.at(tokens, after)
                                    && !Grammar.CONJUNCTION.at(tokens, after)
                            || tokens.isSign(after, ',') && found == null);
            if (opens && acts && verb) {
                found = party;
            }
            party = cast.firstFrom(party.end(), token);
        }
        return found;
    }

    /** Returns the token after a person's "of STATE", or after the party itself. */
    private int behindState(Party party) {
        int of = party.end();
        boolean linked = party.kind() == PartyKind.PERSON
                && tokens.isWord(of)
                && tokens.string(of).equals("of");
        Party state = linked ? cast.at(of + 1) : null;
        return state != null && state.kind() == PartyKind.STATE ? state.end() : of;
    }

    /** Returns the party named by an "according to" at the token, or null. */
    @Nullable
    Party accordingTo(Sentence sentence, int token) {
        Party party = cast.firstFrom(token, Math.min(sentence.end(), token + REACH));
        Party plain = groups.from(sentence, token, true);
        if (plain != null && groups.isProcedure(plain)) {
            return null;
        }
        if (party == null) {
            return plain;
        }
        if (party.kind() == PartyKind.TEXT || party.start() > token) {
            for (int at = party.kind() == PartyKind.TEXT ? party.end() : token; at < sentence.end() - 1; at++) {
                if (tokens.isSign(at, ',') || at - token > REACH) {
                    break;
                }
                Party author = cast.at(at + 1);
                boolean of = Grammar.BY.at(tokens, at) || Grammar.PREPOSITION.at(tokens, at);
                if (of && author != null && author.start() == at + 1) {
                    return author;
                }
            }
        }
        boolean owner = tokens.kind(Math.min(party.end(), tokens.size() - 1)) == TokenKind.GENITIVE;
        return plain != null && (party.start() > token + 1 || owner) ? plain : party;
    }

    /** Returns the plain noun group that ends directly before a verb, or null. */
    @Nullable
    Party plainLeft(Sentence sentence, Lead lead) {
        return lead.before() < sentence.start() ? null : groups.before(sentence, lead.before());
    }

    /** A name in quotation marks after the verb: {@code said "Falcon", a commander}. */
    private @Nullable Party callSign(int from, int limit) {
        if (from >= limit || tokens.kind(from) != TokenKind.QUOTE) {
            return null;
        }
        int end = from + 1;
        while (end < limit && end - from <= LONGEST_CALL_SIGN && tokens.isWord(end) && tokens.isCapital(end)) {
            end++;
        }
        boolean closed = end > from + 1 && end < limit && tokens.kind(end) == TokenKind.QUOTE;
        if (!closed) {
            return null;
        }
        String name = tokens.text().substring(tokens.start(from + 1), tokens.end(end - 1));
        return new Party(from, end + 1, PartyKind.PERSON, null, Optional.of(name), "", "", "", false, false);
    }

    /** Returns the plain noun group directly after a verb of saying that follows a quotation, or null. */
    @Nullable
    Party plainRight(Sentence sentence, int verb, int verbEnd, boolean says) {
        int before = verb - 1;
        boolean quoted = before >= sentence.start() && quotes.at(before) >= 0 && quotes.at(verb) < 0;
        boolean comma = says && before > sentence.start() && tokens.isSign(before, ',');
        if (!quoted && !comma || verbEnd >= sentence.end() || cast.at(verbEnd) != null) {
            return null;
        }
        Party party = groups.from(sentence, verbEnd, false);
        if (party != null && !quoted && party.end() < sentence.end() && tokens.isWord(party.end())) {
            return null;
        }
        return party == null || isFollowedByVerb(party) || Grammar.OPENS_CLAIM.at(tokens, verbEnd) ? null : party;
    }
}
