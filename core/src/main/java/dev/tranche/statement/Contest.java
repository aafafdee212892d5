package dev.tranche.statement;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.StoryWords;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;

/**
 * Distinguishes denials that call a claim untrue from those that refuse, oppose or play down something. Only the former
 * contradict what somebody else said.
 */
public final class Contest {

    private static final StoryWords WORDS = StoryWords.of(Lexicon.standard());
    private static final StoryWords.WordClass CONTEST = WORDS.of("contest");
    private static final StoryWords.WordClass DISMISS = WORDS.of("dismiss");
    private static final StoryWords.WordClass UNTRUE = WORDS.of("untrue");

    private Contest() {}

    /** Does a statement say that a claim is untrue? */
    public static boolean isOfClaim(Statement statement) {
        if (statement.stance() != Stance.DENIES) {
            return false;
        }
        Tokens verb = Tokenizer.split(statement.verb());
        Tokens words = Tokenizer.split(statement.evidence().quote());
        if (words.size() > 0 && words.hash(0) == verb.hash(0)) {
            // The infinitive means withholding a thing: "(refuses to) deny them the ferry".
            return false;
        }
        return CONTEST.at(verb, 0)
                || UNTRUE.firstIn(words, 0, words.size()) >= 0
                || DISMISS.at(verb, 0) && namesClaim(words);
    }

    /** May a denial be about a claim, judging by its verb? Beside the claim, "was dismissed" is enough. */
    static boolean mayBeOfClaim(Statement denial) {
        Tokens verb = Tokenizer.split(denial.verb());
        WordTable.Hit<SpeechVerb.Form> known = SpeechVerb.forms().at(verb, 0);
        boolean refuses = known != null && known.value().verb().stance() == Stance.DENIES;
        return !refuses || CONTEST.at(verb, 0) || DISMISS.at(verb, 0);
    }

    /** Are there words for a claim: "the allegations", "her account"? */
    public static boolean namesClaim(Statement statement) {
        return namesClaim(Tokenizer.split(statement.evidence().quote()));
    }

    private static boolean namesClaim(Tokens words) {
        for (int token = 0; token < words.size(); token++) {
            WordTable.Hit<Stance> noun = SpeechVerb.nouns().at(words, token);
            boolean claim = noun != null
                    && (noun.value() == Stance.ASSERTS
                            || noun.value() == Stance.ACCUSES
                            || noun.value() == Stance.WARNS);
            if (claim) {
                return true;
            }
        }
        return false;
    }
}
