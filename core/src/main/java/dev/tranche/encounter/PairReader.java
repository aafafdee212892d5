package dev.tranche.encounter;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.mention.ActorMention;
import dev.tranche.text.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads two sides joined by a hyphen before a noun: "the Russia-US negotiations". */
final class PairReader extends PhraseReader {

    private final EncounterKind kind;

    PairReader(EncounterReader reader, Sentence sentence, int token, int end, EncounterKind kind) {
        super(reader, sentence, token, end);
        this.kind = kind;
    }

    /** Returns the encounter of the pair before the noun, or after "on". */
    @Nullable
    Draft read() {
        Draft pair = pair(token - 1);
        boolean on = tokens.isWord(end)
                && end + 3 < sentence.end()
                && tokens.string(end).equals("on");
        return pair == null && on ? onPair() : pair;
    }

    /** "A NATO-Russia meeting", "the Russia-US negotiations". */
    private @Nullable Draft pair(int at) {
        ActorMention right = reader.text().actorAt(at);
        if (right == null || right.form() == ActorForm.PERSON) {
            return null;
        }
        int hyphen = right.start() - 1;
        boolean joined = hyphen > sentence.start() && (tokens.isSign(hyphen, '-') || tokens.isSign(hyphen, '\u2013'));
        ActorMention left = joined ? reader.text().actorAt(hyphen - 1) : null;
        if (left == null) {
            return null;
        }
        EncounterKind shown = kind == EncounterKind.CALL
                ? kind
                : left.form() == ActorForm.BODY || right.form() == ActorForm.BODY ? EncounterKind.CONFERENCE : kind;
        Draft draft = new Draft(shown, tokens.span(Math.min(token, left.start()), Math.max(end, right.end()) - 1));
        draft.participants.add(side(left));
        draft.participants.add(side(right));
        draft.place = reader.placeNear(sentence, end);
        return draft;
    }

    /** "Talks on a US-Polish agreement". */
    private @Nullable Draft onPair() {
        int limit = Math.min(sentence.end(), end + 6);
        for (int at = end + 1; at < limit; at++) {
            ActorMention actor = reader.text().actorAt(at);
            if (actor != null && tokens.isSign(at - 1, '-')) {
                return pair(at);
            }
        }
        return null;
    }

    private Participant side(ActorMention actor) {
        String words = tokens.text().substring(tokens.start(actor.start()), tokens.end(actor.end() - 1));
        return new Participant(
                Optional.of(words), actor.kind(), Optional.of(actor.code()).filter(c -> !c.isEmpty()));
    }
}
