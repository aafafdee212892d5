package dev.tranche.mention;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.Match;
import dev.tranche.text.Tokens;
import java.util.BitSet;
import java.util.List;

/**
 * Decides from the words around it whether the name of a state means something else: a member of a federation or
 * a town in one ("Atlanta, Georgia", "Lebanon, Ohio"), a surname ("Jim Jordan"), a pronoun in capitals ("LET US"); and whether
 * WHO is the agency or a question word.
 */
final class StateNames {

    private static final Words STATE_OF = Words.of("state");
    private static final Words OF = Words.of("of");
    private static final Words US = Words.of("us");
    private static final Words WHO = Words.of("who");

    private final Tokens tokens;
    private final NameWords words;
    private final BitSet named = new BitSet();

    StateNames(Lexicon lexicon, Tokens tokens, List<Match> matches) {
        this.tokens = tokens;
        this.words = NameWords.of(lexicon);
        matches.forEach(match -> named.set(match.start(), match.end()));
    }

    /** Does the name mean something other than the state? */
    boolean isOther(Match match, Entry.Actor actor) {
        int at = match.start();
        if (WHO.at(tokens, at) && match.end() == at + 1) {
            return asks(at);
        }
        if (actor.form() != ActorForm.NAME
                || match.end() != at + 1
                || !actor.kind().equals("state")) {
            return false;
        }
        if (US.at(tokens, at) && tokens.isUpper(at)) {
            return isPronoun(at);
        }
        return isTown(at) || isMember(at) || isSurname(at);
    }

    /** "LET US GIVE": among words in capitals, after a verb that is followed by "us". */
    private boolean isPronoun(int at) {
        return words.is("pronoun", tokens, at - 1) && tokens.isUpper(at - 1);
    }

    /** "WHO WILL PAY": among words in capitals, before a verb that helps another one. */
    private boolean asks(int at) {
        return words.is("auxiliary", tokens, at + 1) && tokens.isUpper(at + 1);
    }

    private boolean isTown(int at) {
        return tokens.isSign(at + 1, ',')
                && words.is("union", tokens, at + 2)
                && tokens.isCapital(at + 2)
                && !named.get(at + 2);
    }

    private boolean isMember(int at) {
        if (!words.is("union", tokens, at)) {
            return false;
        }
        boolean town = tokens.isSign(at - 1, ',')
                && at >= 2
                && tokens.isWord(at - 2)
                && tokens.isCapital(at - 2)
                && !named.get(at - 2)
                && (at + 1 >= tokens.size() || !tokens.isWord(at + 1));
        boolean seat = words.is("seated", tokens, at + 1);
        return town || seat || OF.at(tokens, at - 1) && STATE_OF.at(tokens, at - 2);
    }

    private boolean isSurname(int at) {
        int first = at - 1;
        return first >= 0
                && words.isGiven(tokens, first)
                && tokens.isCapital(first)
                && !tokens.isUpper(first)
                && !named.get(first)
                && tokens.end(first) + 1 == tokens.start(at)
                && !words.is("opener", tokens, first);
    }
}
