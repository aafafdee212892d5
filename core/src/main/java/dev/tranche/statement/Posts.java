package dev.tranche.statement;

import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds embedded social media posts: words closed by a signature "— Name (@account) June 3, 2024". */
final class Posts {

    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_DATE = 6;
    private static final int MOST_SENTENCES = 6;

    /** The words of a post and its author. */
    record Post(int start, int end, Party author) {}

    private Posts() {}

    static List<Post> of(MarkedText text, Cast cast) {
        Tokens tokens = text.tokens();
        List<Post> posts = new ArrayList<>();
        int from = 0;
        for (int token = 0; token < tokens.size(); token++) {
            int account = isDash(tokens, token) ? account(tokens, token + 1) : -1;
            if (account < 0) {
                continue;
            }
            int end = dateEnd(tokens, account);
            if (end < 0) {
                continue;
            }
            Party named = cast.at(token + 1);
            boolean known = named != null && named.kind() == PartyKind.PERSON && named.start() == token + 1;
            Party author = known && named != null ? named : stranger(tokens, token + 1, account);
            int start = start(text, Math.max(from, text.sentences().get(0).start()), token);
            if (start < token) {
                posts.add(new Post(start, token, author));
            }
            from = end;
            token = end - 1;
        }
        return posts;
    }

    private static boolean isDash(Tokens tokens, int token) {
        return tokens.isSign(token, '\u2014') || tokens.isSign(token, '\u2013') || tokens.isSign(token, '-');
    }

    /** Returns the bracket that opens the account after a name, or -1. */
    private static int account(Tokens tokens, int from) {
        for (int at = from; at < Math.min(tokens.size() - 2, from + LONGEST_NAME); at++) {
            if (tokens.isSign(at, '(') && tokens.isSign(at + 1, '@') && at > from) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the token after the year of the post, or -1. */
    private static int dateEnd(Tokens tokens, int bracket) {
        int at = bracket + 2;
        while (at < tokens.size() && at - bracket < LONGEST_NAME && !tokens.isSign(at, ')')) {
            at++;
        }
        for (int end = at + 1; end < Math.min(tokens.size(), at + LONGEST_DATE); end++) {
            boolean year = tokens.kind(end) == TokenKind.NUMBER && tokens.end(end) - tokens.start(end) == 4;
            if (year) {
                return end + 1;
            }
        }
        return -1;
    }

    private static Party stranger(Tokens tokens, int start, int bracket) {
        int end = start;
        while (end < bracket && tokens.isWord(end)) {
            end++;
        }
        end = Math.max(end, start + 1);
        String name = tokens.text().substring(tokens.start(start), tokens.end(end - 1));
        return new Party(start, end, PartyKind.PERSON, null, Optional.of(name), "", "", "", false, false);
    }

    /** The post begins after the colon that announces it, after the previous post or at the start of its paragraph. */
    private static int start(MarkedText text, int from, int dash) {
        Tokens tokens = text.tokens();
        List<Sentence> sentences = text.sentences();
        int index = text.sentenceIndex(dash);
        int own = sentences.get(index).start();
        int start = Math.max(
                from, own < dash ? own : sentences.get(Math.max(0, index - 1)).start());
        int alone = start;
        boolean announced = from > 0;
        for (int step = 1; step < MOST_SENTENCES && index - step >= 0; step++) {
            Sentence next = sentences.get(index - step + 1);
            Sentence sentence = sentences.get(index - step);
            boolean wall = next.paragraphStart() || sentence.title() || sentence.end() <= from;
            if (wall || tokens.isSign(sentence.end() - 1, ':')) {
                announced = !wall;
                break;
            }
            start = Math.max(from, sentence.start());
        }
        for (int at = dash - 1; at >= start; at--) {
            if (tokens.isSign(at, ':') && tokens.isWord(at + 1) && tokens.isCapital(at + 1)) {
                return at + 1;
            }
        }
        return announced && start > from ? start : alone;
    }
}
