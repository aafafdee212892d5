package dev.tranche.statement;

import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.naming.Title;
import dev.tranche.naming.TitleKind;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Headlines that name a speaker without a verb.
 *
 * <pre>
 * headline = speaker ":" claim | claim ( " - " | ":" ) speaker
 * </pre>
 *
 * <p>A state before a colon is a subject of news as often as a speaker; it is accepted only before a quotation. A
 * medium and a byline are not speakers.
 */
final class Headlines {

    private static final int FEWEST_WORDS = 2;

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final Quotes quotes;

    Headlines(MarkedText text, Cast cast, Quotes quotes) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.quotes = quotes;
    }

    /** Returns the speaker of a headline, or null. */
    @Nullable
    Party speaker(Sentence line) {
        Party first = ending(line.start(), -1);
        if (first != null && tokens.isSign(first.end(), ':') && words(first.end(), line.end()) >= FEWEST_WORDS) {
            boolean quote = quotes.at(first.end() + 1) >= 0;
            boolean person = first.kind() == PartyKind.PERSON || first.kind() == PartyKind.ROLE;
            return quote || person && isClause(first.end() + 1, line.end()) ? first : null;
        }
        for (int token = line.end() - 2; token > line.start(); token--) {
            if (!isSeparator(token)) {
                continue;
            }
            Party last = ending(token + 1, line.end());
            boolean speaks = last != null && (last.kind() != PartyKind.STATE || !tokens.isSign(token, ':'));
            return speaks && words(line.start(), token) >= FEWEST_WORDS ? last : null;
        }
        return null;
    }

    /** Is there a word here that makes a clause: "will", "is", "must", "we"? */
    private boolean isClause(int from, int to) {
        for (int token = from; token < to; token++) {
            if (Grammar.AUXILIARY.at(tokens, token)
                    || Grammar.MODAL.at(tokens, token)
                    || Grammar.FIRST_PERSON.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSeparator(int token) {
        boolean spaced = tokens.start(token) > tokens.end(token - 1) && tokens.start(token + 1) > tokens.end(token);
        boolean dash = tokens.isSign(token, '-') || tokens.isSign(token, '\u2013') || tokens.isSign(token, '\u2014');
        return dash && spaced || tokens.isSign(token, ':') && quotes.at(token) < 0;
    }

    /** The party that starts at a token and, if an end is given, ends there; null for a medium. */
    private @Nullable Party ending(int start, int end) {
        Party party = cast.at(start);
        if (party != null) {
            boolean whole = party.start() == start && (end < 0 || party.end() == end);
            ActorMention actor = text.actorAt(party.end() - 1);
            boolean medium = party.kind() == PartyKind.BODY && actor != null && actor.isPrivate();
            boolean speaks = party.kind() != PartyKind.PRONOUN && party.kind() != PartyKind.TEXT;
            return whole && !medium && speaks ? party : null;
        }
        WordTable.Hit<Title> hit = Title.table().at(tokens, start);
        if (hit == null || end >= 0 && hit.end() != end || end < 0 && !tokens.isSign(hit.end(), ':')) {
            return null;
        }
        TitleKind kind = hit.value().kind();
        boolean holder = kind == TitleKind.OFFICE || kind == TitleKind.PERSON || kind == TitleKind.PEOPLE;
        String words = tokens.text().substring(tokens.start(start), tokens.end(hit.end() - 1));
        boolean several = kind == TitleKind.PEOPLE;
        String key = hit.value().key();
        String shown = words.toLowerCase(Locale.ROOT);
        return holder
                ? new Party(start, hit.end(), PartyKind.ROLE, null, Optional.empty(), shown, key, "", true, several)
                : null;
    }

    private int words(int from, int to) {
        int words = 0;
        for (int token = from; token < to; token++) {
            words += tokens.kind(token) == TokenKind.WORD ? 1 : 0;
        }
        return words;
    }
}
