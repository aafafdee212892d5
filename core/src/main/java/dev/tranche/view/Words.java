package dev.tranche.view;

import dev.tranche.text.Folding;
import java.util.Arrays;
import java.util.List;

/** Simple search: all query words must occur in a text, ignoring case and accents. */
final class Words {

    private Words() {}

    /** Returns the words of a query, folded. */
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

    /** Do all folded words occur in a folded text? */
    static boolean allIn(String folded, List<String> wanted) {
        for (String word : wanted) {
            if (!folded.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
