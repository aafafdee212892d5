package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.mention.StatedAmount;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How values are said to people.
 *
 * @param amount says a sum
 * @param date says a date
 * @param name names a code
 */
public record Wording(
        Function<StatedAmount, String> amount, Function<StatedDate, String> date, UnaryOperator<String> name) {

    String parties(List<String> codes) {
        return String.join(", ", codes.stream().map(name).toList());
    }
}
