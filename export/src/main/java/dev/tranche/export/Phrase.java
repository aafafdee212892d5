package dev.tranche.export;

import dev.tranche.fact.AidType;
import dev.tranche.ledger.Commitment;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import java.math.BigDecimal;
import java.util.Locale;

/** Cells of an entry as people write them, for titles and notes. */
final class Phrase {

    private Phrase() {}

    /** Returns a number with commas between thousands. */
    static String of(BigDecimal number) {
        int decimals = Math.max(0, number.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /** Returns a sum as in "at least USD 1,500,000" or "EUR 3 to 5". */
    static String of(StatedAmount amount) {
        String upper = amount.upper().map(most -> " to " + of(most)).orElse("");
        return bound(amount.bound()) + amount.currency() + " " + of(amount.value()) + upper;
    }

    private static String bound(Bound bound) {
        return switch (bound) {
            case EXACTLY -> "";
            case ABOUT -> "about ";
            case AT_LEAST -> "at least ";
            case AT_MOST -> "at most ";
        };
    }

    /** Returns what is given, as the beginning of a title. */
    static String assistance(AidType type) {
        return switch (type) {
            case MILITARY -> "Military assistance";
            case FINANCIAL -> "Financial assistance";
            case HUMANITARIAN -> "Humanitarian assistance";
            case MIXED -> "Assistance of several kinds";
            case UNKNOWN -> "Assistance of unknown type";
        };
    }

    /** Returns what an entry is, from whom and for whom. */
    static String title(Commitment entry, Exported book) {
        String donors = entry.donors().isEmpty() ? "a donor that is not named" : book.namesOf(entry.donors());
        String recipients =
                entry.recipients().isEmpty() ? "a recipient that is not named" : book.namesOf(entry.recipients());
        return assistance(entry.type()) + " from " + donors + " for " + recipients;
    }

    /** Returns a count with its noun, which takes an s for all numbers but 1. */
    static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
