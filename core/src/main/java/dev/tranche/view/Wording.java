package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.mention.StatedAmount;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How values are worded for people.
 *
 * @param amount words a sum
 * @param date words a date
 * @param name names a code
 */
public record Wording(
        Function<StatedAmount, String> amount, Function<StatedDate, String> date, UnaryOperator<String> name) {

    String parties(List<String> codes) {
        return String.join(", ", codes.stream().map(name).toList());
    }
}
