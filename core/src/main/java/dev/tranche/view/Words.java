package dev.tranche.view;

import dev.tranche.text.Folding;
import java.util.Arrays;
import java.util.List;

/** Simple search: all words asked for must stand in a text, case and accents aside. */
final class Words {

    private Words() {}

    /** Returns the words of a question, folded. */
    static List<String> of(String looked) {
        return Arrays.stream(fold(looked).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Folding.fold(text.charAt(i)));
        }
        return folded.toString();
    }

    /** Do all folded words stand in a folded text? */
    static boolean allIn(String folded, List<String> wanted) {
        for (String word : wanted) {
            if (!folded.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
