package dev.tranche.lexicon;

import dev.tranche.text.Folding;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a report in an unsupported language, by its script and its frequent words.
 *
 * <p>Words are weighed, not looked up in a dictionary: a report is in another language when that language's own words
 * outweigh those of the supported languages. A short headline without frequent words counts as supported.
 * Immutable; safe to share between threads.
 */
public final class Languages {

    /** The most languages of one table, one bit each. */
    private static final int MOST = 64;

    /** The most tokens weighed; more would change nothing. */
    private static final int WEIGHED = 400;

    private static final int STRONG = 3;
    private static final int WEAK = 1;

    /** Two words of another language and a third that also occurs in names: anything less is a name or a quotation. */
    private static final int LEAST = 7;

    /** Enough when the report itself states another language. */
    private static final int LEAST_WHEN_STATED = 3;

    private static final int LEAST_LETTERS = 8;

    private final List<Language> languages;

    /** Open addressing; a slot without bits is free. */
    private final long[] hashes;

    private final long[] words;
    private final long[] weak;
    private final int mask;
    private final long read;

    private Languages(Builder builder) {
        this.languages = List.copyOf(builder.languages);
        int room = Integer.highestOneBit(Math.max(16, (builder.words.size() + builder.weak.size()) * 3)) * 2;
        this.hashes = new long[room];
        this.words = new long[room];
        this.weak = new long[room];
        this.mask = room - 1;
        builder.words.forEach((hash, languagesOf) -> words[slot(hash)] |= languagesOf);
        builder.weak.forEach((hash, languagesOf) -> weak[slot(hash)] |= languagesOf);
        long bits = 0;
        for (int i = 0; i < languages.size(); i++) {
            bits |= languages.get(i).read ? 1L << i : 0;
        }
        this.read = bits;
    }

    /**
     * A language of the table.
     *
     * @param code ISO 639-1 code
     * @param name English name
     * @param read whether reports in it are read
     * @param script Unicode script, empty for Latin
     * @param letters letters that English and most others of its script lack
     */
    public record Language(String code, String name, boolean read, String script, String letters) {}

    /**
     * Returns the language of a text if it is unsupported; empty for a supported language or a text too short to
     * tell.
     *
     * @param stated the language that the report itself states, as a tag such as "fr-CA"
     */
    public Optional<Language> other(Tokens tokens, Optional<String> stated) {
        Optional<Language> script = otherScript(tokens);
        if (script.isPresent()) {
            return script;
        }
        int[] own = new int[languages.size()];
        int[] readable = new int[languages.size()];
        weigh(tokens, own, readable);
        int best = -1;
        for (int i = 0; i < own.length; i++) {
            if ((read & 1L << i) == 0 && (best < 0 || own[i] - readable[i] > own[best] - readable[best])) {
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int least = stated.filter(this::isOther).isPresent() ? LEAST_WHEN_STATED : LEAST;
        boolean other = own[best] >= least && own[best] > 2 * readable[best];
        return other ? Optional.of(languages.get(best)) : Optional.empty();
    }

    /** Returns the slot of a word, allocating a free one for a new word; only the constructor may do so. */
    private int slot(long hash) {
        int slot = find(hash);
        hashes[slot] = hash;
        return slot;
    }

    private int find(long hash) {
        int slot = (int) (hash ^ (hash >>> 30)) & mask;
        while ((words[slot] | weak[slot]) != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isOther(String tag) {
        String code = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return languages.stream().anyMatch(language -> !language.read && language.code.equals(code));
    }

    /** A word found in both languages counts for neither. */
    private void weigh(Tokens tokens, int[] own, int[] readable) {
        int limit = Math.min(tokens.size(), WEIGHED);
        int known = 0;
        for (int token = 0; token < limit; token++) {
            if (!tokens.isWord(token)) {
                continue;
            }
            int slot = find(tokens.hash(token));
            long strong = words[slot];
            long all = strong | weak[slot];
            if (all == 0) {
                if (!tokens.isCapital(token) && !tokens.isAscii(token)) {
                    weighLetters(tokens.string(token), own);
                }
                continue;
            }
            boolean english = (all & read) != 0;
            boolean insideName = tokens.isCapital(token) || token + 1 < limit && isCapitalWord(tokens, token + 1);
            known += english ? STRONG : 0;
            for (long left = all; left != 0; left &= left - 1) {
                int i = Long.numberOfTrailingZeros(left);
                if (english) {
                    readable[i] -= STRONG;
                } else {
                    own[i] += (strong & 1L << i) == 0 && insideName ? WEAK : STRONG;
                }
            }
        }
        for (int i = 0; i < readable.length; i++) {
            readable[i] += known;
        }
    }

    /** A word in lower case with a letter of another language. */
    private void weighLetters(String word, int[] own) {
        for (int i = 0; i < own.length; i++) {
            String letters = languages.get(i).letters;
            for (int at = 0; at < word.length(); at++) {
                if (word.charAt(at) > 127 && letters.indexOf(word.charAt(at)) >= 0) {
                    own[i] += WEAK;
                    break;
                }
            }
        }
    }

    private static boolean isCapitalWord(Tokens tokens, int token) {
        return tokens.isWord(token) && tokens.isCapital(token);
    }

    /** More than half of the letters in a script that no supported language uses. */
    private Optional<Language> otherScript(Tokens tokens) {
        Map<String, Integer> letters = new HashMap<>();
        int all = 0;
        int limit = Math.min(tokens.size(), WEIGHED);
        StringBuilder seen = new StringBuilder();
        for (int token = 0; token < limit; token++) {
            if (tokens.kind(token) != TokenKind.WORD) {
                continue;
            }
            int length = tokens.length(token);
            all += length;
            char first = tokens.first(token);
            if (first >= 0x370) {
                String script = Character.UnicodeScript.of(first).name();
                if (!script.equals("LATIN")) {
                    letters.merge(script, length, Integer::sum);
                    seen.append(tokens.string(token));
                }
            }
        }
        int foreign = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (foreign < LEAST_LETTERS && foreign < all || foreign * 2 <= all) {
            return Optional.empty();
        }
        return byScript(letters, seen);
    }

    private Optional<Language> byScript(Map<String, Integer> letters, CharSequence seen) {
        @Nullable Language best = null;
        int most = 0;
        for (Language language : languages) {
            int count = letters.getOrDefault(language.script, 0);
            if (language.read || count == 0) {
                continue;
            }
            boolean fits = !language.letters.isEmpty()
                    && seen.chars().anyMatch(c -> language.letters.indexOf(Character.toLowerCase(c)) >= 0);
            int weight = count * 2 + (fits ? 1 : language.letters.isEmpty() ? 0 : -1);
            if (weight > most) {
                most = weight;
                best = language;
            }
        }
        Language unknown = new Language("und", "a language of another script", false, "", "");
        return Optional.of(best == null ? unknown : best);
    }

    /** Collects rows of {@code languages.csv}; not safe for several threads. */
    static final class Builder {

        private final List<Language> languages = new ArrayList<>();
        private final Map<Long, Long> words = new HashMap<>();
        private final Map<Long, Long> weak = new HashMap<>();

        void add(LexiconFile.Row row) {
            String code = row.field("code");
            int index = 0;
            while (index < languages.size() && !languages.get(index).code.equals(code)) {
                index++;
            }
            if (index == languages.size()) {
                if (index == MOST) {
                    throw row.refuse("more than " + MOST + " languages");
                }
                languages.add(new Language(
                        code,
                        row.field("name"),
                        row.field("read").equals("yes"),
                        row.field("script").toUpperCase(Locale.ROOT),
                        row.field("letters")));
            }
            for (String word : row.alternatives("words")) {
                words.merge(Folding.hash(word), 1L << index, (a, b) -> a | b);
            }
            for (String word : row.alternatives("weak")) {
                weak.merge(Folding.hash(word), 1L << index, (a, b) -> a | b);
            }
        }

        Languages build() {
            return new Languages(this);
        }
    }
}
