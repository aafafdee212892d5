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
        return new Searched<>(told, Folding.fold(text));
    }
}
