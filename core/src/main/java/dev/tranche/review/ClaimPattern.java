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

    private static final int FEWEST = 3;
    private static final int MOST = 200;

    /** Refuses invalid codes, words that are too short or too long, and a pattern with neither an outlet nor words. */
    public ClaimPattern {
        donors = Limits.codes(donors);
        recipients = Limits.codes(recipients);
        if (outlet.isEmpty() && words.isEmpty()) {
            throw new IllegalArgumentException("a rule names an outlet or words");
        }
        if (outlet.filter(name -> name.isBlank() || name.length() > MOST).isPresent()) {
            throw new IllegalArgumentException("an outlet has 1 to " + MOST + " characters");
        }
        if (words.filter(text -> text.strip().length() < FEWEST || text.length() > MOST)
                .isPresent()) {
            throw new IllegalArgumentException("the words of a rule have " + FEWEST + " to " + MOST + " characters");
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
        StringBuilder folded = new StringBuilder(text.length());
        for (String word : text.strip().split("\\s+")) {
            folded.append(folded.isEmpty() ? "" : " ");
            for (int i = 0; i < word.length(); i++) {
                folded.append(Folding.fold(word.charAt(i)));
            }
        }
        return folded.toString();
    }
}
