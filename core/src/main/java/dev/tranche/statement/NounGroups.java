package dev.tranche.statement;

import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speakers without a name or title: the plain noun group before or after a verb of saying.
 *
 * <p>A capitalised group is a body of that name, a document speaks under its own words, and all others are unnamed.
 */
final class NounGroups {

    private static final int LONGEST = 12;
    private static final String KEY = "noun ";

    private static final Words NOBODY = Words.of(
            "i we you it this that these those there what which who whom whose here such me us him them something"
                + " nothing anything everything everybody everyone nobody one's time times fact way reason idea news"
                + " case monday tuesday wednesday thursday friday saturday sunday january february march april may"
                + " june july august september october november december today yesterday tomorrow year years month"
                + " months week weeks day days night hours minutes percent war conflict invasion aid weapons money"
                + " package deal move attack visit trip meeting talks being having so as than more less much");
    private static final Words DOCUMENT = Words.of("poll polls survey surveys study studies report reports analysis"
            + " data figures document documents article paper papers book list ranking index memo filing indictment"
            + " lawsuit complaint letter leaflet email emails message messages records statistics text note website"
            + " newspaper magazine dossier assessment bulletin");
    private static final Words PROCEDURE = Words.of(
            "system plan plans schedule law laws rules rule principle principles timetable need needs wishes taste"
                    + " size age script order custom tradition agreement treaty terms");
    private static final Words QUANTIFIER =
            Words.of("one some many most several others another few two three four five" + " six both all none half");
    private static final Words DETERMINER = Words.of("a an the another his her its their our my some any this these");

    private final MarkedText text;
    private final Tokens tokens;
    private final Quotes quotes;

    NounGroups(MarkedText text, Quotes quotes) {
        this.text = text;
        this.tokens = text.tokens();
        this.quotes = quotes;
    }

    /** Returns the group that ends with the token, or before the apposition that the token closes. */
    @Nullable
    Party before(Sentence sentence, int last) {
        int end = last + 1;
        if (tokens.isSign(last, ',')) {
            end = beforeApposition(sentence, last);
        }
        int start = end;
        while (start > sentence.start() && end - start < LONGEST && !isWall(start - 1)) {
            start--;
        }
        boolean cut = start > sentence.start() && end - start == LONGEST;
        return end <= sentence.start() || cut ? null : group(skipOpening(start, end), end);
    }

    /** Returns the group that starts at the token, with its dependents, or null. */
    @Nullable
    Party from(Sentence sentence, int first, boolean withTail) {
        int end = first;
        while (end < sentence.end()
                && end - first < LONGEST
                && !isWall(end)
                && (withTail || end == first || !Grammar.PREPOSITION.at(tokens, end) || isOf(end))) {
            end++;
        }
        return group(first, end);
    }

    /** Is it a plan or rule, not a source, after "according to"? */
    boolean isProcedure(Party party) {
        for (int token = party.start(); token < party.end(); token++) {
            if (PROCEDURE.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOf(int token) {
        return tokens.string(token).equals("of");
    }

    /** From the comma that closes "…, who led it," to the end of the group before the first comma; else nowhere. */
    private int beforeApposition(Sentence sentence, int comma) {
        for (int at = comma - 1; at > sentence.start() && comma - at < 3 * LONGEST; at--) {
            if (tokens.isSign(at, ',') && quotes.at(at) < 0) {
                boolean apposed = DETERMINER.at(tokens, at + 1)
                        || Grammar.RELATIVE.at(tokens, at + 1)
                        || tokens.kind(at + 1) == TokenKind.NUMBER;
                return apposed ? at : sentence.start();
            }
        }
        return sentence.start();
    }

    private boolean isWall(int token) {
        TokenKind kind = tokens.kind(token);
        if (kind == TokenKind.SIGN) {
            return !tokens.isSign(token, '-') && !tokens.isSign(token, '&');
        }
        if (kind == TokenKind.QUOTE || quotes.at(token) >= 0) {
            return true;
        }
        if (Grammar.AUXILIARY.at(tokens, token)
                || Grammar.MODAL.at(tokens, token)
                || Grammar.OPENS_CLAUSE.at(tokens, token)
                || Grammar.RELATIVE.at(tokens, token)
                || Grammar.TO.at(tokens, token)) {
            return true;
        }
        WordTable.Hit<SpeechVerb.Form> verb = SpeechVerb.forms().at(tokens, token);
        return verb != null && verb.value().is(SpeechVerb.PAST) && !tokens.isCapital(token);
    }

    /** Skips "On Monday", "In 2022", "even" before the group. */
    private int skipOpening(int start, int end) {
        int at = start;
        while (at < end
                && (Grammar.TIME_PREPOSITION.at(tokens, at) && isTime(at + 1)
                        || isTime(at)
                        || Grammar.ADVERB.at(tokens, at))) {
            at++;
        }
        return at;
    }

    private boolean isTime(int at) {
        return Grammar.TIME.at(tokens, at) || at < tokens.size() && tokens.kind(at) == TokenKind.NUMBER;
    }

    private @Nullable Party group(int start, int end) {
        if (start >= end || Grammar.PREPOSITION.at(tokens, start)) {
            return null;
        }
        int first = DETERMINER.at(tokens, start) && start + 1 < end ? start + 1 : start;
        int head = end - 1;
        for (int token = first + 1; token < end; token++) {
            if (Grammar.PREPOSITION.at(tokens, token)) {
                head = token - 1;
                break;
            }
        }
        boolean genitive = tokens.kind(head) == TokenKind.GENITIVE;
        if (!tokens.isWord(head) || genitive || NOBODY.at(tokens, head) || NOBODY.at(tokens, first)) {
            return null;
        }
        String words = words(first, end);
        boolean quantity = QUANTIFIER.at(tokens, head);
        boolean opens = start == head && text.sentenceOf(head).start() == head;
        boolean plural = quantity || endsWithS(head);
        boolean proper = tokens.isCapital(head) && !quantity && !(opens && plural);
        if (proper) {
            return party(start, end, PartyKind.BODY, Optional.of(words), words, false);
        }
        if (DOCUMENT.at(tokens, head)) {
            return party(start, end, PartyKind.BODY, Optional.of(words), words, plural);
        }
        return party(start, end, PartyKind.ROLE, Optional.empty(), words, plural);
    }

    private Party party(int start, int end, PartyKind kind, Optional<String> name, String words, boolean plural) {
        String country = "";
        for (int token = start; token < end; token++) {
            ActorMention actor = text.actorAt(token);
            country = country.isEmpty() && actor != null ? actor.code() : country;
        }
        String key = KEY + words.toLowerCase(Locale.ROOT);
        return new Party(start, end, kind, null, name, words, key, country, kind == PartyKind.ROLE, plural);
    }

    private boolean endsWithS(int token) {
        String word = tokens.string(token);
        return word.endsWith("s") && !word.endsWith("ss") || word.equalsIgnoreCase("people");
    }

    private String words(int start, int end) {
        return tokens.text().substring(tokens.start(start), tokens.end(end - 1));
    }

    /** Is it known only by its words, not by a title, a name or a body in the lexicon? */
    static boolean isUntitled(Party party) {
        return party.key().startsWith(KEY);
    }

    /** Is it a written thing, such as a poll or a study, that speaks under its own words? */
    boolean isDocument(Party party) {
        if (party.kind() != PartyKind.BODY || !party.key().startsWith(KEY)) {
            return false;
        }
        for (int token = party.start(); token < party.end(); token++) {
            if (DOCUMENT.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }
}
