package dev.tranche.naming;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.Words;
import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** First names: those that mark capitalised words as a person, and the pronoun they imply. */
final class GivenNames {

    /** The gender that a first name implies. */
    enum Gender {
        MAN,
        WOMAN,
        EITHER
    }

    private static final Map<Long, Gender> GENDERS = new HashMap<>();
    private static final Words TELLING = load();

    private GivenNames() {}

    /** Does the word show that a capitalised word after it is a surname? */
    static boolean tells(Tokens tokens, int token) {
        return token >= 0 && TELLING.at(tokens, token);
    }

    /** Returns the gender implied by the first word of a full name; none for a bare surname. */
    static Gender gender(String fullName) {
        int blank = fullName.indexOf(' ');
        return blank < 0
                ? Gender.EITHER
                : GENDERS.getOrDefault(Folding.hash(fullName.substring(0, blank)), Gender.EITHER);
    }

    /** Is it a first name of the table? */
    static boolean isKnown(String first) {
        return GENDERS.containsKey(Folding.hash(first));
    }

    private static Words load() {
        List<String> telling = new ArrayList<>();
        for (LexiconFile.Row row : Lexicon.shipped("given_names.csv").rows()) {
            Gender gender = switch (row.field("gender")) {
                case "m" -> Gender.MAN;
                case "f" -> Gender.WOMAN;
                default -> Gender.EITHER;
            };
            for (String name : row.alternatives("names")) {
                GENDERS.put(Folding.hash(name), gender);
                if (row.field("kind").equals("name")) {
                    telling.add(name);
                }
            }
        }
        return Words.of(String.join(" ", telling));
    }
}
