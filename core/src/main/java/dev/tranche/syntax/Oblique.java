package dev.tranche.syntax;

/**
 * A prepositional argument or adjunct of a verb.
 *
 * @param preposition token of the preposition
 * @param group index of the noun group after it
 */
public record Oblique(int preposition, int group) {}
