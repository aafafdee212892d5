package dev.tranche.fact;

import dev.tranche.mention.StatedAmount;
import dev.tranche.text.Evidence;
import java.util.Locale;

/**
 * A sum of money in a report that was not read as assistance, with the reason.
 *
 * @param amount the sum
 * @param evidence its words
 * @param reason why it was refused
 */
public record Refusal(StatedAmount amount, Evidence evidence, Reason reason) {

    /** Why a sum is not read as assistance. */
    public enum Reason {
        /** Only an order of magnitude is stated. */
        VAGUE,
        /** It is larger than any plausible assistance: a state's budget or economy. */
        TOO_LARGE,
        /** It is said not to be given. */
        NEGATED,
        /** It is the price or cost of something. */
        PRICE,
        /** It is damage, a loss or a gap. */
        DAMAGE,
        /** It is trade, a contract or a purchase. */
        TRADE,
        /** It is revenue, profit, market value or growth. */
        MARKET,
        /** It is an investment for profit. */
        INVESTMENT,
        /** It is a state's own budget. */
        BUDGET,
        /** It is a sanction, or frozen or seized property. */
        SANCTION,
        /** It is debt or its repayment. */
        DEBT,
        /** It is a fine, a bribe, a ransom or another court matter. */
        CRIME,
        /** It is a tax. */
        TAX,
        /** A company, charity or private person gives it. */
        PRIVATE,
        /** It stays in the donor's own country or union. */
        DOMESTIC,
        /** It goes to, or comes from, a state under embargo. */
        EMBARGO,
        /** The report names neither a donor nor a recipient to whom it could be attributed. */
        NO_PARTIES,
        /** Nothing around it indicates assistance. */
        NO_ASSISTANCE,
        /** It repeats the amount of a conversion or of another sum in its own sentence. */
        REPEATED,
        /** The words retract it: an earlier version, a correction. */
        CORRECTED;

        /** Returns the word used in JSON: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
