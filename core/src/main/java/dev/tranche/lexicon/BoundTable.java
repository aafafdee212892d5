package dev.tranche.lexicon;

import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The phrases that bound a number, before and after it; the longest that fits wins. Immutable. */
public final class BoundTable {

    private static final Set<String> BOUNDS = Set.of("about", "at_least", "at_most", "exactly");

    private final Map<Long, List<Phrase>> beforeByLast;
    private final Map<Long, List<Phrase>> afterByFirst;
    private final Set<Long> skipped;

    private BoundTable(Builder builder) {
        this.beforeByLast = builder.sorted(builder.before);
        this.afterByFirst = builder.sorted(builder.after);
        this.skipped = Set.copyOf(builder.skipped);
    }

    /** Returns the bound whose phrase ends at the token, the token included; null if none does. */
    public @Nullable Hit endingAt(Tokens tokens, int token) {
        int last = isStop(tokens, token) && tokens.touches(token) ? token - 1 : token;
        if (last < 0) {
            return null;
        }
        for (Phrase phrase : beforeByLast.getOrDefault(tokens.hash(last), List.of())) {
            int first = phrase.firstOf(tokens, last);
            if (first >= 0 && (!phrase.stop || last < token)) {
                return new Hit(phrase.bound, first, token + 1);
            }
        }
        return null;
    }

    /** Returns the bound whose phrase starts at the token; null if none does. */
    public @Nullable Hit startingAt(Tokens tokens, int token) {
        if (token >= tokens.size()) {
            return null;
        }
        for (Phrase phrase : afterByFirst.getOrDefault(tokens.hash(token), List.of())) {
            int last = token + phrase.words.length - 1;
            if (last < tokens.size() && phrase.firstOf(tokens, last) == token) {
                return new Hit(phrase.bound, token, last + 1);
            }
        }
        return null;
    }

    /** May the word at the token come between a bound and its number? */
    public boolean isSkipped(Tokens tokens, int token) {
        return tokens.isWord(token) && skipped.contains(tokens.hash(token));
    }

    private static boolean isStop(Tokens tokens, int token) {
        return tokens.isSign(token, '.');
    }

    /**
     * A phrase found.
     *
     * @param bound about, at_least, at_most or exactly
     * @param start index of its first token
     * @param end index after its last token
     */
    public record Hit(String bound, int start, int end) {}

    private static final class Phrase {

        private final String bound;
        private final long[] words;
        private final boolean stop;

        Phrase(String bound, long[] words, boolean stop) {
            this.bound = bound;
            this.words = words;
            this.stop = stop;
        }

        int firstOf(Tokens tokens, int last) {
            int at = last;
            for (int i = words.length - 1; i >= 0; i--) {
                if (at < 0 || tokens.hash(at) != words[i]) {
                    return -1;
                }
                at--;
            }
            return at + 1;
        }
    }

    /** Collects rows of {@code bounds.csv}; not safe for several threads. */
    static final class Builder {

        private final Map<Long, List<Phrase>> before = new HashMap<>();
        private final Map<Long, List<Phrase>> after = new HashMap<>();
        private final Set<Long> skipped = new HashSet<>();

        void add(LexiconFile.Row row) {
            String place = row.field("place");
            String bound = row.field("bound");
            if (!place.equals("skipped") && !BOUNDS.contains(bound)) {
                throw row.refuse("no bound is called " + bound + "; there are about, at_least, at_most and exactly");
            }
            for (String written : row.alternatives("words")) {
                Tokens tokens = Lexicon.phrase(written);
                boolean stop = tokens.size() > 1 && isStop(tokens, tokens.size() - 1);
                long[] words = new long[stop ? tokens.size() - 1 : tokens.size()];
                for (int i = 0; i < words.length; i++) {
                    words[i] = tokens.hash(i);
                }
                Phrase phrase = new Phrase(bound, words, stop);
                switch (place) {
                    case "before" -> list(before, words[words.length - 1]).add(phrase);
                    case "after" -> list(after, words[0]).add(phrase);
                    case "skipped" -> skipped.add(words[0]);
                    default ->
                        throw row.refuse("no place is called " + place + "; there are before, after and skipped");
                }
            }
        }

        private static List<Phrase> list(Map<Long, List<Phrase>> map, long word) {
            return map.computeIfAbsent(word, absent -> new ArrayList<>());
        }

        private Map<Long, List<Phrase>> sorted(Map<Long, List<Phrase>> map) {
            Map<Long, List<Phrase>> sorted = new HashMap<>();
            map.forEach((word, phrases) -> {
                List<Phrase> longestFirst = new ArrayList<>(phrases);
                longestFirst.sort(Comparator.comparingInt(phrase -> -phrase.words.length));
                sorted.put(word, List.copyOf(longestFirst));
            });
            return Map.copyOf(sorted);
        }

        BoundTable build() {
            return new BoundTable(this);
        }
    }
}
