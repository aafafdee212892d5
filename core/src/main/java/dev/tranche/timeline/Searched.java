package dev.tranche.timeline;

import dev.tranche.text.Folding;

/**
 * Something that reports say, with its searchable words.
 *
 * @param told the content
 * @param words all searchable words, folded: without case and accents
 * @param <T> the type of the content
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
