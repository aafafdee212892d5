package dev.tranche.syntax;

import java.util.List;

/** Regular endings of English words, and what an unknown word's ending says about its class. */
final class Forms {

    private static final String VOWELS = "aeiou";

    private Forms() {}

    static boolean isPlural(String noun) {
        return noun.endsWith("s")
                && noun.length() > 3
                && !noun.endsWith("ss")
                && !noun.endsWith("us")
                && !noun.endsWith("is");
    }

    /** "send" to "sends", "pass" to "passes", "rely" to "relies". */
    static String withS(String base) {
        if (base.endsWith("s")
                || base.endsWith("x")
                || base.endsWith("z")
                || base.endsWith("ch")
                || base.endsWith("sh")
                || base.endsWith("o")) {
            return base + "es";
        }
        if (endsInConsonantY(base)) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        return base + "s";
    }

    /** The forms in "ed" or "ing"; both spellings where a consonant may be doubled. */
    static List<String> withEnding(String base, String ending) {
        String plain = withSuffix(base, ending);
        int last = base.length() - 1;
        if (last >= 2
                && "bdfgklmnprtvz".indexOf(base.charAt(last)) >= 0
                && isVowel(base.charAt(last - 1))
                && (!isVowel(base.charAt(last - 2)) || base.charAt(last - 2) == 'u')) {
            return List.of(plain, base + base.charAt(last) + ending);
        }
        if (ending.equals("ing") && base.endsWith("ie")) {
            return List.of(base.substring(0, last - 1) + "ying");
        }
        return List.of(plain);
    }

    /** The base with an ending that starts with a vowel, without a silent e. */
    static String withSuffix(String base, String ending) {
        int last = base.length() - 1;
        boolean ing = ending.startsWith("i");
        if (base.endsWith("e") && !(ing && (base.endsWith("ee") || base.endsWith("oe") || base.endsWith("ye")))) {
            return base.substring(0, last) + ending;
        }
        if (!ing && endsInConsonantY(base)) {
            return base.substring(0, last) + "i" + ending;
        }
        return base + ending;
    }

    private static boolean endsInConsonantY(String base) {
        int last = base.length() - 1;
        return last >= 1 && base.charAt(last) == 'y' && !isVowel(base.charAt(last - 1));
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }
}
