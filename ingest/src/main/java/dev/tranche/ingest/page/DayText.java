package dev.tranche.ingest.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds days in the forms in which pages and feeds write them, in the languages of {@link #LANGUAGES}.
 *
 * <p>Only whole days count: a month or year alone does not.
 */
public final class DayText {

    /** Earlier days predate web pages; later ones are errors. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2040;

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "tr", "ru",
            "uk", "be", "bg", "hr", "sl", "sr", "el", "et", "lv", "lt", "ca", "id", "is");

    private static final Map<String, Map<String, Integer>> MONTHS = months();
    private static final Map<String, Integer> ANY_MONTH = anyMonth();

    private static final Pattern ISO =
            Pattern.compile("(?<![\\d.])((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:T?\\d{0,6})?(?!\\d)");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d.:/-])(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?((?:19|20)\\d\\d|\\d\\d)(?![\\d:])");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s-]{0,3}(?:of |de |di"
                    + " |d')?([\\p{L}]{3,12})\\.?,?[\\s-]{1,3}(?:de |del"
                    + " |d'|')?((?:19|20)\\d\\d|\\d\\d(?=\\s+\\d\\d:))(?!\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})([\\p{L}]{3,12})\\.?\\s{0,3}(\\d{1,2})(?:st|nd|rd|th)?\\.?,?\\s{1,3}(?:\\d{1,2}:\\d\\d(?::\\d\\d)?\\s?(?:am|pm)?,?\\s)?((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern EAST =
            Pattern.compile("((?:19|20)\\d\\d)\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
    private static final Pattern YEAR_MONTH_NAME =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[.,\\s-]{1,3}([\\p{L}]{3,12})\\.?[\\s-]{1,3}(\\d{1,2})(?!\\d)");

    private DayText() {}

    /**
     * A day and the words that name it.
     *
     * @param day the day
     * @param start where its words start
     * @param end where they end
     */
    public record Found(LocalDate day, int start, int end) {}

    /**
     * Returns the first day in a text.
     *
     * @param language the language tag of the text, possibly empty; decides whether 2/3/2024 is in February
     */
    public static Optional<LocalDate> find(String text, String language) {
        return findWords(text, language).map(Found::day);
    }

    /** Returns the first day in a text with the place of its words. */
    public static Optional<Found> findWords(String text, String language) {
        if (!mayHoldDay(text)) {
            return Optional.empty();
        }
        Optional<Found> best = Optional.empty();
        best = earlier(best, iso(text));
        best = earlier(best, dayFirst(text, language));
        best = earlier(best, monthFirst(text, language));
        best = earlier(best, numbers(text, language));
        best = earlier(best, pattern(EAST, text));
        best = earlier(best, yearMonthName(text, language));
        return best.isPresent() ? best : pattern(COMPACT, text);
    }

    /** A day has two adjacent digits, or two digits with one character between them. */
    private static boolean mayHoldDay(String text) {
        int digits = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            digits = digit ? digits + 1 : 0;
            all += digit ? 1 : 0;
            if (digits >= 2 && all >= 3) {
                return true;
            }
        }
        return false;
    }

    /** Returns the day of a date in ISO 8601 form at the start of a text, as markup writes it; else the first day. */
    public static Optional<LocalDate> ofMarkup(String written, String language) {
        String value = written.strip();
        if (value.length() > 200) {
            return Optional.empty();
        }
        return find(value, language);
    }

    private static Optional<Found> earlier(Optional<Found> best, Optional<Found> other) {
        if (best.isEmpty()) {
            return other;
        }
        return other.isPresent() && other.get().start() < best.get().start() ? other : best;
    }

    private static Optional<Found> iso(String text) {
        return pattern(ISO, text);
    }

    private static Optional<Found> pattern(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> day = day(matcher.group(1), matcher.group(2), matcher.group(3));
            if (day.isPresent()) {
                return Optional.of(new Found(day.get(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> dayFirst(String text, String language) {
        Matcher matcher = DAY_FIRST.matcher(text);
        while (matcher.find()) {
            int month = month(matcher.group(2), language);
            Optional<LocalDate> day =
                    month == 0 ? Optional.empty() : day(year(matcher.group(3)), month, matcher.group(1));
            if (day.isPresent()) {
                return Optional.of(new Found(day.get(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> monthFirst(String text, String language) {
        Matcher matcher = MONTH_FIRST.matcher(text);
        while (matcher.find()) {
            int month = month(matcher.group(1), language);
            Optional<LocalDate> day =
                    month == 0 ? Optional.empty() : day(year(matcher.group(3)), month, matcher.group(2));
            if (day.isPresent()) {
                return Optional.of(new Found(day.get(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> yearMonthName(String text, String language) {
        Matcher matcher = YEAR_MONTH_NAME.matcher(text);
        while (matcher.find()) {
            int month = month(matcher.group(2), language);
            Optional<LocalDate> day =
                    month == 0 ? Optional.empty() : day(year(matcher.group(1)), month, matcher.group(3));
            if (day.isPresent()) {
                return Optional.of(new Found(day.get(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** Day first, except with slashes in American English; a number that cannot be a month is the day. */
    private static Optional<Found> numbers(String text, String language) {
        Matcher matcher = NUMBERS.matcher(text);
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1));
            int second = Integer.parseInt(matcher.group(3));
            boolean slash = matcher.group(2).equals("/") || matcher.group(2).equals("-");
            String tag = language.toLowerCase(Locale.ROOT);
            boolean american =
                    slash && (tag.isEmpty() || tag.equals("en") || tag.startsWith("en-us") || tag.startsWith("en_us"));
            boolean monthFirst = (american && first <= 12) || second > 12;
            int month = monthFirst ? first : second;
            int date = monthFirst ? second : first;
            Optional<LocalDate> day = day(year(matcher.group(4)), month, String.valueOf(date));
            if (day.isPresent()) {
                return Optional.of(new Found(day.get(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static int year(String written) {
        int year = Integer.parseInt(written);
        if (written.length() == 4) {
            return year;
        }
        return year < LAST_YEAR - 2000 ? 2000 + year : 1900 + year;
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        return day(Integer.parseInt(year), Integer.parseInt(month), day);
    }

    private static Optional<LocalDate> day(int year, int month, String day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static int month(String word, String language) {
        String lower = word.toLowerCase(Locale.ROOT);
        String base = language.length() < 2 ? "" : language.substring(0, 2).toLowerCase(Locale.ROOT);
        Map<String, Integer> own = MONTHS.getOrDefault(base.equals("no") ? "nb" : base, Map.of());
        return own.getOrDefault(lower, ANY_MONTH.getOrDefault(lower, 0));
    }

    private static Map<String, Map<String, Integer>> months() {
        Map<String, Map<String, Integer>> all = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.of(language);
            Map<String, Integer> names = new HashMap<>();
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = month.getDisplayName(style, locale)
                            .toLowerCase(Locale.ROOT)
                            .replace(".", "");
                    if (name.length() > 2) {
                        names.putIfAbsent(name, month.getValue());
                        names.putIfAbsent(name.substring(0, 3), month.getValue());
                    }
                }
            }
            all.put(language, names);
        }
        all.getOrDefault("en", Map.of()).put("sept", Month.SEPTEMBER.getValue());
        all.getOrDefault("de", Map.of()).put("jänner", Month.JANUARY.getValue());
        all.getOrDefault("de", Map.of()).put("mrz", Month.MARCH.getValue());
        return all;
    }

    private static Map<String, Integer> anyMonth() {
        Map<String, Integer> any = new HashMap<>();
        for (String language : LANGUAGES) {
            MONTHS.getOrDefault(language, Map.of()).forEach(any::putIfAbsent);
        }
        return any;
    }
}
