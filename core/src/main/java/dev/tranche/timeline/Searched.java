package dev.tranche.timeline;

import dev.tranche.text.Folding;

/**
 * Something that reports say, with the words by which it is found.
 *
 * @param told what is told
 * @param words all that is searched, folded: case and accents are gone
 * @param <T> what it is
 */
public record Searched<T>(T told, String words) {

    /** Folds the words. */
    static <T> Searched<T> of(T told, String text) {
        return new Searched<>(told, fold(text));
    }

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Folding.fold(text.charAt(i)));
        }
        return folded.toString();
    }
}
