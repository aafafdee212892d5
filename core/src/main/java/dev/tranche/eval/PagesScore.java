package dev.tranche.eval;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import dev.tranche.dating.StatedDate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Scores the reading of pages: the main text by its tokens, the day of publication by the calendar.
 *
 * <p>A token is a run of letters and digits in lower case. The text of a page is scored by the harmonic mean of
 * precision and recall over its bag of tokens, and all pages count equally. A day is right if exactly the true day is
 * given, wrong if the true day is not among the possible ones, and open otherwise. Not safe for several threads.
 */
public final class PagesScore {

    private static final int DIGITS = 4;

    private final Map<String, Truth> truth;
    private final TreeSet<String> left;
    private final List<String> misses = new ArrayList<>();
    private double precision;
    private double recall;
    private double f1;
    private int texts;
    private int right;
    private int wrong;
    private int open;

    private PagesScore(Map<String, Truth> truth) {
        this.truth = truth;
        this.left = new TreeSet<>(truth.keySet());
    }

    /**
     * The truth about a page.
     *
     * @param text its main text
     * @param day the day of its publication
     */
    private record Truth(Optional<String> text, Optional<LocalDate> day) {}

    /**
     * Reads a truth file: an object that has, under the name of each page, an object with {@code articleBody} or
     * {@code date} or both.
     *
     * @param place the name of the file, for the message of the {@link BundleException} raised for any other file
     */
    public static PagesScore against(String place, String json) {
        if (!(JsonValue.parse(place, json) instanceof JsonValue.Members pages)) {
            throw new BundleException(place + ": the truth must be one JSON object with a page under each key.");
        }
        Map<String, Truth> truth = new LinkedHashMap<>();
        pages.members()
                .forEach((name, page) -> truth.put(
                        name,
                        new Truth(
                                page.member("articleBody").text(),
                                page.member("date").text().map(day -> day(place, day)))));
        return new PagesScore(truth);
    }

    private static LocalDate day(String place, String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException wrong) {
            throw new BundleException(place + ": \"date\" is not a day: " + written + ".");
        }
    }

    /** Returns the name of a file in the truth; empty if it is not there. */
    public Optional<String> nameOf(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String opened = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = opened.lastIndexOf('.');
        return Optional.of(opened)
                .filter(truth::containsKey)
                .or(() ->
                        Optional.of(dot < 0 ? opened : opened.substring(0, dot)).filter(truth::containsKey));
    }

    /**
     * Adds the reading of a page.
     *
     * @param name its name in the truth
     * @param text its main text without the headline
     * @param published the days on which it may have been published
     */
    public void add(String name, String text, StatedDate published) {
        Truth page = truth.get(name);
        if (page == null || !left.remove(name)) {
            return;
        }
        page.text().ifPresent(wanted -> addText(name, text, wanted));
        page.day().ifPresent(day -> addDay(name, published, day));
    }

    private void addText(String name, String text, String wanted) {
        List<String> found = tokens(text);
        List<String> all = tokens(wanted);
        Map<String, Integer> bag = new HashMap<>();
        all.forEach(token -> bag.merge(token, 1, Integer::sum));
        int hits = 0;
        for (String token : found) {
            if (bag.getOrDefault(token, 0) > 0) {
                bag.merge(token, -1, Integer::sum);
                hits++;
            }
        }
        double p = found.isEmpty() ? 0 : (double) hits / found.size();
        double r = all.isEmpty() ? 0 : (double) hits / all.size();
        double f = p + r == 0 ? 0 : 2 * p * r / (p + r);
        texts++;
        precision += p;
        recall += r;
        f1 += f;
        misses.add(rounded(f) + "  text  " + name + "  precision " + rounded(p) + ", recall " + rounded(r));
    }

    private void addDay(String name, StatedDate published, LocalDate day) {
        boolean inside = !published.isUnknown()
                && published.from().map(from -> !from.isAfter(day)).orElse(true)
                && published.to().map(to -> !to.isBefore(day)).orElse(true);
        if (published.isOneDay() && inside) {
            right++;
            return;
        }
        boolean isWrong = !published.isUnknown() && !inside;
        wrong += isWrong ? 1 : 0;
        open += isWrong ? 0 : 1;
        misses.add((isWrong ? "wrong   day   " : "open    day   ") + name + "  is " + day + ", read "
                + (published.isUnknown() ? "unknown" : published.edtf()));
    }

    /** Pages not read count as empty and undated. */
    public void complete() {
        for (String name : List.copyOf(left)) {
            add(name, "", StatedDate.UNKNOWN);
        }
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); ) {
            int c = i < lower.length() ? lower.codePointAt(i) : ' ';
            boolean word =
                    Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK;
            if (word && start < 0) {
                start = i;
            } else if (!word && start >= 0) {
                tokens.add(lower.substring(start, i));
                start = -1;
            }
            i += Character.charCount(c);
        }
        return tokens;
    }

    /** Returns the scores as lines of text. */
    public String text() {
        StringBuilder page = new StringBuilder();
        if (texts > 0) {
            page.append("main text  F1 ")
                    .append(rounded(f1 / texts))
                    .append("  precision ")
                    .append(rounded(precision / texts))
                    .append("  recall ")
                    .append(rounded(recall / texts))
                    .append("  (")
                    .append(texts)
                    .append(" pages)\n");
        }
        int days = right + wrong + open;
        if (days > 0) {
            page.append("day        right ")
                    .append(share(right, days))
                    .append("  wrong ")
                    .append(share(wrong, days))
                    .append("  open ")
                    .append(share(open, days))
                    .append("  (")
                    .append(days)
                    .append(" pages)\n");
        }
        return page.toString();
    }

    /** Returns the scores as one line of JSON. */
    public String json() {
        int days = Math.max(1, right + wrong + open);
        int pages = Math.max(1, texts);
        return "{\"pages_text\": " + texts + ", \"text_f1\": " + rounded(f1 / pages) + ", \"text_precision\": "
                + rounded(precision / pages) + ", \"text_recall\": " + rounded(recall / pages) + ", \"pages_day\": "
                + (right + wrong + open) + ", \"day_right\": " + share(right, days) + ", \"day_wrong\": "
                + share(wrong, days) + ", \"day_open\": " + share(open, days) + "}\n";
    }

    /** Returns a line for each text, worst first, and each day that is not right. */
    public List<String> misses() {
        List<String> sorted = new ArrayList<>(misses);
        Collections.sort(sorted);
        return sorted;
    }

    /** Returns the mean F1 of the texts, from 0 to 1. */
    public double textF1() {
        return texts == 0 ? 0 : f1 / texts;
    }

    /** Returns the share of right days, from 0 to 1. */
    public double dayRight() {
        return (double) right / Math.max(1, right + wrong + open);
    }

    /** Returns the share of wrong days, from 0 to 1. */
    public double dayWrong() {
        return (double) wrong / Math.max(1, right + wrong + open);
    }

    private static String share(int part, int whole) {
        return rounded((double) part / whole);
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }
}
