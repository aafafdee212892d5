package dev.tranche.ingest.page;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of {@code page_words.csv}: what element names and labels on pages mean. Immutable once loaded. */
final class PageWords {

    /** What a word is for. */
    enum Use {
        /** A word in the class or id of an element around reports. */
        AROUND,
        /** Two words in a row in the class or id of an element around reports. */
        AROUND_PAIR,
        /** A word in the class or id of an element that holds a report, next to one of {@link #TEXT}. */
        REPORT,
        /** A word in the class or id of an element that holds text, next to one of {@link #REPORT}. */
        TEXT,
        /** A word in the class or id of an element that holds a date. */
        DATE,
        /** A word in the class or id of an element that is never part of a report, however long. */
        STRICTLY,
        /** A word in the class or id of an element that shows content by others as part of a report. */
        SHOWN,
        /** A word in the class or id of an element under a picture. */
        CAPTION,
        /** A word in the class or id of an element that shows other reports. */
        TEASER,
        /** The name of a meta tag that states the day of publication, most reliable first. */
        META_PUBLISHED,
        /** The name of a meta tag that states some day, often that of publication. */
        META_DATE,
        /** The name of a meta tag that states the day of the last change. */
        META_UPDATED,
        /** The beginning of a headline over teasers or comments. */
        STOP,
        /** Words in a short line that is not part of a report. */
        PART,
        /** The beginning of a line that is not part of a report. */
        LINE,
        /** A word before a day of publication. */
        PUBLISHED,
        /** A word before a day of the last change. */
        UPDATED,
        /** A news agency, as credited in its reports. */
        AGENCY
    }

    static final PageWords SHIPPED = load();

    private static final int MOST_NAME_CHARACTERS = 300;

    private final Map<Use, Set<String>> words;
    private final Map<Use, Map<Character, List<String>>> firsts = new EnumMap<>(Use.class);

    private PageWords(Map<Use, Set<String>> words) {
        this.words = words;
        words.forEach((use, all) -> {
            Map<Character, List<String>> byFirst = new HashMap<>();
            all.forEach(word -> byFirst.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>())
                    .add(word));
            firsts.put(use, byFirst);
        });
    }

    Set<String> of(Use use) {
        return words.getOrDefault(use, Set.of());
    }

    boolean has(Use use, String word) {
        return of(use).contains(word);
    }

    /** Returns the first word or phrase of a use with which a text in lower case begins. */
    Optional<String> startsWith(Use use, String lower) {
        if (lower.isEmpty()) {
            return Optional.empty();
        }
        Map<Character, List<String>> byFirst = firsts.getOrDefault(use, Map.of());
        for (String start : byFirst.getOrDefault(lower.charAt(0), List.of())) {
            if (lower.startsWith(start)) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    /** Returns the words of a class or id: {@code entry-contentBody2} is entry, content, body. */
    static String[] split(String names) {
        if (names.isEmpty()) {
            return new String[0];
        }
        String[] found = new String[8];
        int count = 0;
        StringBuilder word = new StringBuilder();
        int length = Math.min(names.length(), MOST_NAME_CHARACTERS);
        boolean lower = false;
        for (int i = 0; i <= length; i++) {
            char c = i < length ? names.charAt(i) : ' ';
            boolean upper = c >= 'A' && c <= 'Z';
            boolean letter = upper || (c >= 'a' && c <= 'z');
            if ((!letter || (upper && lower)) && !word.isEmpty()) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = word.toString();
                word.setLength(0);
            }
            if (letter) {
                word.append(upper ? (char) (c + 32) : c);
            }
            lower = letter && !upper;
        }
        return Arrays.copyOf(found, count);
    }

    private static PageWords load() {
        Map<Use, Set<String>> words = new EnumMap<>(Use.class);
        try (InputStream in = PageWords.class.getResourceAsStream("page_words.csv")) {
            if (in == null) {
                throw new IllegalStateException("page_words.csv is missing beside PageWords");
            }
            try (CsvReader<CsvRecord> rows = CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (CsvRecord row : rows) {
                    Use use = Use.valueOf(row.getField(0).toUpperCase(Locale.ROOT));
                    Set<String> set = words.computeIfAbsent(use, _ -> new LinkedHashSet<>());
                    for (String word : row.getField(1).split("\\|")) {
                        set.add(word.strip());
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new PageWords(Map.copyOf(words));
    }
}
