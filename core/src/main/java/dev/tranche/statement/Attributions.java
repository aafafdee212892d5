package dev.tranche.statement;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StoryWords;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.List;

/** Decides whether an attribution carries a claim of its own speaker. */
final class Attributions {

    private static final int REFUSAL_REACH = 5;
    private static final int EMPTY_WORDS = 2;

    private final MarkedText text;
    private final Tokens tokens;
    private final StoryWords.WordClass refused;

    Attributions(Lexicon lexicon, MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.refused = StoryWords.of(lexicon).of("refused");
    }

    /** "Rejected calls to withdraw": refusing a demand is not a denial. */
    boolean isRefusal(int from, int end) {
        return refused.firstIn(tokens, from, Math.min(end, from + REFUSAL_REACH)) >= 0;
    }

    /**
     * "The minister said on Monday, the agency reported": a source that only passes on what somebody else says in the
     * sentence.
     */
    boolean isCarrier(List<Frame> here, int k) {
        Frame frame = here.get(k);
        boolean reports = frame.lemma().equals("report")
                || frame.lemma().equals("cite")
                || frame.lemma().equals("quote");
        Party speaker = frame.speaker();
        ActorMention actor = speaker.kind() == PartyKind.BODY ? text.actorAt(speaker.end() - 1) : null;
        boolean medium = actor != null && actor.kind().equals("media") && frame.quoted() < 0;
        return reports
                && medium
                && here.stream()
                        .anyMatch(other -> !other.equals(frame)
                                && other.quoted() < 0
                                && !other.speaker().same(speaker));
    }

    /** Does the range contain only the speaker, the verb and a time: "the minister said on Monday"? */
    boolean isEmpty(Frame frame, int start, int end) {
        boolean whole = frame.quoted() >= 0
                || frame.stance() == Stance.DENIES
                || frame.lemma().equals("according to");
        if (whole || frame.verb() < start) {
            return false;
        }
        for (int token = frame.verbEnd(); token < end; token++) {
            boolean time = TimeWords.at(tokens, token) || Grammar.TIME_PREPOSITION.at(tokens, token);
            if (tokens.isWord(token) && !time) {
                return false;
            }
        }
        int words = 0;
        for (int token = start; token < frame.verb(); token++) {
            if (tokens.kind(token) == TokenKind.QUOTE) {
                return false;
            }
            boolean own =
                    token >= frame.speaker().start() && token < frame.speaker().end();
            words += tokens.isWord(token) && !own && !TimeWords.at(tokens, token) ? 1 : 0;
        }
        return words <= EMPTY_WORDS;
    }
}
