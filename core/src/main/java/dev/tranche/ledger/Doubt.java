package dev.tranche.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * A reason why an entry may be wrong, as data.
 *
 * @param code lower-case words joined by hyphens, such as {@code above-total}; programs may rely on it
 * @param message a readable sentence, with the numbers and with what would remove the doubt
 * @param evidence ids of entries or claims, or places in a record, on which the doubt rests
 * @param worth its weight, from 1 to 100; a weight of {@value #DECISIVE} or more keeps an entry from counting
 */
public record Doubt(String code, String message, List<String> evidence, int worth) {

    /** Doubts that weigh this much or more, alone or together, keep an entry from counting. */
    public static final int DECISIVE = 50;

    /** Copies the list and refuses weights out of range. */
    public Doubt {
        evidence = List.copyOf(evidence);
        if (worth < 1 || worth > 100) {
            throw new IllegalArgumentException("a doubt weighs 1 to 100, not " + worth);
        }
    }

    /** Returns the total weight of doubts. */
    static int worth(List<Doubt> doubts) {
        return doubts.stream().mapToInt(Doubt::worth).sum();
    }

    /** Returns a sum of money in words for a message: millions up to a thousand, then billions. */
    public static String words(BigDecimal value, String currency) {
        BigDecimal million = BigDecimal.valueOf(1_000_000);
        BigDecimal billion = BigDecimal.valueOf(1_000_000_000);
        boolean large = value.compareTo(billion) >= 0;
        BigDecimal shown = value.divide(large ? billion : million, 3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return shown.toPlainString() + (large ? " billion " : " million ") + currency;
    }
}
