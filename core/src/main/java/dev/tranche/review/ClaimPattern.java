package dev.tranche.review;

import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.text.Folding;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of claims: what is empty is not asked for.
 *
 * @param outlet the outlet of their reports, whatever its case
 * @param words words in a row that the claim's words hold, whatever their case, accents and spaces; 3 to 200 characters
 * @param donors codes that are all among its donors
 * @param recipients codes that are all among its recipients
 */
public record ClaimPattern(
        Optional<String> outlet, Optional<String> words, List<String> donors, List<String> recipients) {

    /** The fewest characters of the words of a rule. */
    public static final int FEWEST_CHARACTERS = 3;

    /** The most characters of an outlet or of words. */
    public static final int MOST_CHARACTERS = 200;

    /** Refuses invalid codes, words that are too short or too long, and a pattern with neither an outlet nor words. */
    public ClaimPattern {
        donors = Limits.codes(donors);
        recipients = Limits.codes(recipients);
        if (outlet.isEmpty() && words.isEmpty()) {
            throw new IllegalArgumentException("a rule names an outlet or words");
        }
        if (outlet.filter(name -> name.isBlank() || name.length() > MOST_CHARACTERS)
                .isPresent()) {
            throw new IllegalArgumentException("an outlet has 1 to " + MOST_CHARACTERS + " characters");
        }
        if (words.filter(text -> text.strip().length() < FEWEST_CHARACTERS || text.length() > MOST_CHARACTERS)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "the words of a rule have " + FEWEST_CHARACTERS + " to " + MOST_CHARACTERS + " characters");
        }
    }

    /** Is a claim of this pattern? What a person added never is. */
    public boolean matches(Claim claim) {
        Fact fact = claim.fact();
        return !claim.isAdded()
                && isOf(claim.outlet())
                && fact.terms().donors().containsAll(donors)
                && fact.terms().recipients().containsAll(recipients)
                && words.filter(text -> !folded(fact.evidence().quote()).contains(folded(text)))
                        .isEmpty();
    }

    /** Are reports of an outlet meant? A report without one is named by its key. */
    public boolean isOf(String other) {
        return outlet.isEmpty() || folded(other).equals(folded(outlet.get()));
    }

    private static String folded(String text) {
        return Folding.fold(text.strip().replaceAll("\\s+", " "));
    }
}
