package dev.tranche.statement;

import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives quotations without a verb of saying their speaker: from the line above that ends with a colon, or the signature
 * below.
 */
final class Introductions {

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final Quotes quotes;
    private final List<List<Frame>> frames;
    private final @Nullable Party[] quoteSpeaker;

    /**
     * Prepares for a text.
     *
     * @param quoteSpeaker the speaker of each quotation, to be filled in
     */
    Introductions(MarkedText text, Cast cast, Quotes quotes, List<List<Frame>> frames, @Nullable Party[] quoteSpeaker) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.quotes = quotes;
        this.frames = frames;
        this.quoteSpeaker = quoteSpeaker;
    }

    /** A sentence that ends with a colon gives the quotation after it its speaker. */
    void introduces(int index, Party speaker) {
        Sentence sentence = text.sentences().get(index);
        if (tokens.isSign(sentence.end() - 1, ':')
                && index + 1 < text.sentences().size()) {
            int quote = quotes.at(text.sentences().get(index + 1).start());
            if (quote >= 0) {
                quoteSpeaker[quote] = speaker;
            }
        }
    }

    /** "And from the chair, Jane Roe:" names the speaker quoted below without a verb. */
    void find() {
        List<Sentence> sentences = text.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (frames.get(i).isEmpty() && tokens.isSign(sentence.end() - 1, ':')) {
                Party last = null;
                Party party = cast.firstFrom(sentence.start(), sentence.end());
                while (party != null) {
                    last = party.kind() == PartyKind.PERSON ? party : last;
                    party = cast.firstFrom(party.end(), sentence.end());
                }
                if (last != null && last.end() == sentence.end() - 1) {
                    introduces(i, last);
                }
            }
            signature(i);
        }
    }

    /** A line under a quotation that begins with a dash and a name names its speaker. */
    private void signature(int index) {
        Sentence line = text.sentences().get(index);
        Party party = line.end() > line.start() + 1 && isDash(tokens, line.start()) ? cast.at(line.start() + 1) : null;
        if (index == 0 || party == null || party.kind() != PartyKind.PERSON || party.start() != line.start() + 1) {
            return;
        }
        int quote = quotes.at(text.sentences().get(index - 1).end() - 1);
        if (quote >= 0 && quoteSpeaker[quote] == null) {
            quoteSpeaker[quote] = party;
        }
    }

    static boolean isDash(Tokens tokens, int token) {
        return tokens.isSign(token, '\u2014') || tokens.isSign(token, '\u2013') || tokens.isSign(token, '-');
    }
}
