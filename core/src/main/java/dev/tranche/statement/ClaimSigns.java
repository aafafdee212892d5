package dev.tranche.statement;

import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.statement.SubjectFinder.Lead;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** What follows or precedes a verb of saying: a claim, a quotation, an addressee. */
final class ClaimSigns {

    private static final int NEAR_QUOTE = 8;

    private final Tokens tokens;
    private final Cast cast;
    private final Quotes quotes;
    private final SpeechClauses clauses;

    ClaimSigns(MarkedText text, Cast cast, Quotes quotes, SpeechClauses clauses) {
        this.clauses = clauses;
        this.tokens = text.tokens();
        this.cast = cast;
        this.quotes = quotes;
    }

    private boolean isColonNear(int from, Sentence sentence) {
        int limit = Math.min(sentence.end(), from + NEAR_QUOTE);
        for (int token = from; token < limit; token++) {
            if (tokens.isSign(token, ':')) {
                return true;
            }
        }
        return false;
    }

    boolean isQuoteNear(int from, Sentence sentence) {
        int limit = Math.min(sentence.end(), from + NEAR_QUOTE);
        for (int token = from; token < limit; token++) {
            if (quotes.at(token) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean claims(Sentence sentence, int verbEnd) {
        return Grammar.OPENS_CLAIM.at(tokens, verbEnd)
                || Grammar.ARTICLE.at(tokens, verbEnd)
                || verbEnd < sentence.end() && cast.at(verbEnd) != null
                || tokens.isWord(verbEnd) && !Grammar.PREPOSITION.at(tokens, verbEnd);
    }

    /** Does the attribution close the sentence or clause, so that the claim precedes it? */
    boolean isAfter(Sentence sentence, Party subject, int verbEnd) {
        int before = subject.start() - 1;
        if (before < sentence.start()) {
            return false;
        }
        boolean cut = tokens.isSign(before, ',') || quotes.at(before) >= 0;
        int next = passTime(sentence, verbEnd);
        if (closesSpeech(sentence, before) && !opensClaim(sentence, next)) {
            return true;
        }
        Party told = cast.at(next);
        if (cut && told != null && told.start() == next) {
            next = passTime(sentence, told.end());
        }
        return cut
                && (isEnd(sentence, next)
                        || tokens.isSign(verbEnd, ',')
                        || isRound(sentence, before, next)
                        || isRound(sentence, before, verbEnd));
    }

    /** "…, the president said in his address on Thursday": only circumstances up to the end of the sentence. */
    private boolean isRound(Sentence sentence, int comma, int from) {
        boolean claim = comma - sentence.start() > 2 && sentence.end() - from < 2 * NEAR_QUOTE;
        if (!claim || !Grammar.PREPOSITION.at(tokens, from)) {
            return false;
        }
        for (int token = from; token < sentence.end() - 1; token++) {
            if (!tokens.isWord(token)
                            && tokens.kind(token) != TokenKind.GENITIVE
                            && tokens.kind(token) != TokenKind.NUMBER
                    || Grammar.OPENS_CLAIM.at(tokens, token)
                    || Grammar.AUXILIARY.at(tokens, token)
                    || Grammar.MODAL.at(tokens, token)) {
                return false;
            }
        }
        return true;
    }

    /** Does a quotation end here like a clause of speech: with a comma, question or exclamation mark? */
    private boolean closesSpeech(Sentence sentence, int before) {
        int mark = tokens.isSign(before, ',') ? before - 1 : before;
        if (mark <= sentence.start() || tokens.kind(mark) != TokenKind.QUOTE || quotes.at(mark) < 0) {
            return false;
        }
        return mark < before
                || tokens.isSign(mark - 1, ',')
                || tokens.isSign(mark - 1, '?')
                || tokens.isSign(mark - 1, '!');
    }

    /** "…," he told reporters that, or he told reporters: "…". */
    private boolean opensClaim(Sentence sentence, int from) {
        Party told = cast.at(from);
        int next = told != null && told.start() == from ? told.end() : from;
        next = passTime(sentence, next);
        return Grammar.OPENS_CLAIM.at(tokens, next) || Grammar.OPENS_CLAIM.at(tokens, from);
    }

    int passTime(Sentence sentence, int from) {
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

    boolean isEnd(Sentence sentence, int at) {
        return at >= sentence.end()
                || tokens.isSign(at, '.')
                || tokens.isSign(at, ',')
                || tokens.isSign(at, ';')
                || tokens.isSign(at, ':')
                || tokens.kind(at) == TokenKind.QUOTE;
    }

    boolean hasClaim(Sentence sentence, SpeechVerb verb, int verbEnd, boolean after, Lead lead, boolean relative) {
        int next = passTime(sentence, verbEnd);
        boolean claim = Grammar.OPENS_CLAIM.at(tokens, next) || Grammar.OPENS_CLAIM.at(tokens, verbEnd);
        boolean quote = quotes.wordsIn(sentence.start(), sentence.end()) > 0;
        return switch (verb.frame()) {
            case CLAUSE -> !lead.negated() || claim;
            case OBJECT ->
                !lead.negated()
                        && (after
                                || quote
                                || relative
                                || Grammar.PRO_OBJECT.at(tokens, verbEnd)
                                || !isEnd(sentence, next));
            case ADDRESSEE ->
                !lead.negated()
                        && (after
                                || claim
                                || quote
                                || tellsSomebody(sentence, next)
                                || clauses.tellsToDo(sentence, verbEnd));
            case WEAK ->
                claim
                        || clauses.saysClause(sentence, verbEnd - 1)
                        || quote && !lead.negated() && isNearQuote(sentence, verbEnd, after);
            case MANNER ->
                !lead.negated()
                        && (after
                                || isColonNear(verbEnd, sentence)
                                || sentence.start() > 0
                                        && quotes.at(sentence.start() - 1) >= 0
                                        && isEnd(sentence, next));
            case QUOTE -> !lead.negated() && (after || isQuoteNear(verbEnd, sentence));
            case TEXT -> true;
        };
    }

    private boolean tellsSomebody(Sentence sentence, int next) {
        Party told = cast.at(next);
        if (told == null) {
            return tellsThat(sentence, next);
        }
        int after = told.end();
        return tellsThat(sentence, after)
                || isEnd(sentence, after)
                || cast.at(after) != null
                || tokens.isWord(after) && !Grammar.PREPOSITION.at(tokens, after);
    }

    /** "told the crowd in the square that" */
    private boolean tellsThat(Sentence sentence, int from) {
        int limit = Math.min(sentence.end(), from + NEAR_QUOTE + 2);
        for (int token = from; token < limit; token++) {
            if (Grammar.OPENS_CLAIM.at(tokens, token)) {
                return true;
            }
            if (!tokens.isWord(token) && tokens.kind(token) != TokenKind.GENITIVE) {
                return false;
            }
        }
        return false;
    }

    /** A weak verb takes a quotation only directly beside it. */
    private boolean isNearQuote(Sentence sentence, int verbEnd, boolean after) {
        if (after) {
            return true;
        }
        if (isQuoteNear(verbEnd, sentence)) {
            return true;
        }
        return quotes.at(verbEnd - 1) >= 0 || quotes.at(Math.max(0, verbEnd - 3)) >= 0;
    }
}
