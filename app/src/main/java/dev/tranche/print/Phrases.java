package dev.tranche.print;

import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.mention.StatedAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Amounts and dates in English words, never more exact and never less than the values. */
public final class Phrases {

    private static final Map<String, String> SIGNS = Map.of(
            "USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥", "CAD", "C$", "AUD", "A$", "NZD", "NZ$", "INR", "₹", "UAH",
            "₴", "KRW", "₩");

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final String[] SCALES = {"", " thousand", " million", " billion", " trillion"};

    /** More digits than these behind a million are read more easily as a whole number. */
    private static final int MOST_DECIMALS = 3;

    private Phrases() {}

    /** Returns an amount with its bound, such as {@code up to $425 million}. */
    public static String amount(StatedAmount amount) {
        String bound = switch (amount.bound()) {
            case EXACTLY -> "";
            case ABOUT -> "about ";
            case AT_LEAST -> "at least ";
            case AT_MOST -> "up to ";
        };
        String sign = SIGNS.getOrDefault(amount.currency(), "");
        String code = sign.isEmpty() ? " " + amount.currency() : "";
        return bound + sign + range(amount.value(), amount.upper(), sign) + code;
    }

    /** Returns a number with what it counts, such as {@code 1 entry} or {@code 2 entries}. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** Returns a bare figure, such as {@code 10.6 billion}. */
    static String figure(BigDecimal value) {
        return number(value);
    }

    /** Returns a figure of 0 or more in a currency, such as {@code €10.6 billion}; a bare one where that is unknown. */
    static String figure(BigDecimal value, Optional<String> currency) {
        if (currency.isEmpty()) {
            return number(value);
        }
        String sign = SIGNS.getOrDefault(currency.get(), "");
        return sign.isEmpty() ? number(value) + " " + currency.get() : sign + number(value);
    }

    private static String range(BigDecimal value, Optional<BigDecimal> upper, String sign) {
        String low = number(value);
        if (upper.isEmpty()) {
            return low;
        }
        String high = number(upper.get());
        String lowScale = scale(low);
        if (lowScale.equals(scale(high))) {
            return low.substring(0, low.length() - lowScale.length()) + "–" + high;
        }
        return low + " – " + sign + high;
    }

    private static String scale(String number) {
        int space = number.indexOf(' ');
        return space < 0 ? "" : number.substring(space);
    }

    private static String number(BigDecimal value) {
        int scale = 0;
        BigDecimal scaled = value;
        while (scale < SCALES.length - 1 && scaled.abs().compareTo(THOUSAND) >= 0) {
            scaled = scaled.movePointLeft(3);
            scale++;
        }
        BigDecimal bare = scaled.stripTrailingZeros();
        if (scale < 2 || bare.scale() > MOST_DECIMALS) {
            return String.format(
                    Locale.ROOT, "%,." + Math.max(0, value.stripTrailingZeros().scale()) + "f", value);
        }
        return bare.toPlainString() + SCALES[scale];
    }

    /** Returns when a report was published and how that is known, such as {@code 6 June 2024 (stated)}. */
    public static String published(Publication publication) {
        if (publication.date().isUnknown()) {
            return publication.clues().isEmpty() ? "undated" : "undated" + CluePhrases.of(publication.clues());
        }
        String likeliest = publication
                .likeliest()
                .filter(day -> !publication.date().isOneDay())
                .map(day -> ", most likely " + day(day))
                .orElse("");
        String record = publication.restsOnRecord() ? " with the help of the record" : "";
        return date(publication.date()) + likeliest + " (" + publication.basis().slug() + record
                + CluePhrases.of(publication.clues()) + ")";
    }

    /** Returns a date as precisely as it is known. */
    public static String date(StatedDate date) {
        if (date.isUnknown()) {
            return "unknown";
        }
        if (date.to().isEmpty()) {
            return "from " + day(date.from().orElseThrow());
        }
        if (date.from().isEmpty()) {
            return "until " + day(date.to().get());
        }
        LocalDate from = date.from().get();
        LocalDate to = date.to().get();
        if (from.equals(to)) {
            return day(from);
        }
        boolean wholeMonths = from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth();
        if (wholeMonths && from.getYear() == to.getYear()) {
            if (from.getMonth() == to.getMonth()) {
                return month(from);
            }
            if (from.getDayOfYear() == 1 && to.getDayOfYear() == to.lengthOfYear()) {
                return String.valueOf(from.getYear());
            }
        }
        return day(from) + " – " + day(to);
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day);
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
    }

    /** Returns a number with the ending of its rank: 1st, 22nd, 53rd, 111th. */
    public static String rank(int number) {
        int tens = number % 100;
        String ending = tens >= 11 && tens <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }
}
