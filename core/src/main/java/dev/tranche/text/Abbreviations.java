package dev.tranche.text;

import java.util.Collection;
import java.util.Set;

/**
 * Words after which a full stop does not end a sentence, by their folded hashes.
 *
 * @param always words whose stop never ends a sentence
 * @param beforeNumbers words whose stop does not end one before digits or money
 * @param scales words whose stop does not end one before a currency
 * @param openers words that begin a sentence after an abbreviation
 */
public record Abbreviations(Set<Long> always, Set<Long> beforeNumbers, Set<Long> scales, Set<Long> openers) {

    /** No abbreviations: each full stop before a capital ends a sentence. */
    public static final Abbreviations NONE = new Abbreviations(Set.of(), Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Abbreviations {
        always = Set.copyOf(always);
        beforeNumbers = Set.copyOf(beforeNumbers);
        scales = Set.copyOf(scales);
        openers = Set.copyOf(openers);
    }

    /** Returns the folded hash of a word that is written without full stops. */
    public static long hash(String word) {
        return Folding.hash(word.replace(".", ""));
    }

    /** Adds the hashes of words to a set. */
    public static void addAll(Set<Long> set, Collection<String> words) {
        words.forEach(word -> set.add(hash(word)));
    }
}
