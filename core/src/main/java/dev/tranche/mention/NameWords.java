package dev.tranche.mention;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words around a name that show whose it is: {@code name_words.csv}, titles and first names of a lexicon. */
public final class NameWords {

    private static final int LONGEST_TITLE = 6;

    private final Map<String, Set<Long>> words = new HashMap<>();
    private final Set<Long> given = new HashSet<>();
    private final WordTable<TitleWord> titles;

    /**
     * What a title means.
     *
     * @param key as in {@code titles.csv}
     * @param kind as in {@code titles.csv}
     * @param country code of the state that it alone implies, possibly empty
     */
    public record TitleWord(String key, String kind, String country) {}

    private NameWords(Lexicon lexicon) {
        for (LexiconFile.Row row : lexicon.rows("name_words.csv")) {
            Set<Long> kind = words.computeIfAbsent(row.field("kind"), absent -> new HashSet<>());
            row.alternatives("words").forEach(word -> kind.add(Folding.hash(word)));
        }
        for (LexiconFile.Row row : lexicon.rows("given_names.csv")) {
            row.alternatives("names").forEach(name -> given.add(Folding.hash(name)));
        }
        WordTable.Builder<TitleWord> table = WordTable.builder();
        for (LexiconFile.Row row : lexicon.rows("titles.csv")) {
            TitleWord title = new TitleWord(row.field("key"), row.field("kind"), row.field("country"));
            row.alternatives("words").forEach(phrase -> table.add(phrase, title));
        }
        titles = table.build();
    }

    /** Returns the name words of a lexicon. */
    public static NameWords of(Lexicon lexicon) {
        return lexicon.made(NameWords.class, NameWords::new);
    }

    /** Is the token a word of this kind of the table? */
    public boolean is(String kind, Tokens tokens, int token) {
        return tokens.isWord(token) && words.getOrDefault(kind, Set.of()).contains(tokens.hash(token));
    }

    /** Is the token a first name of the table, or a word that serves as one? */
    public boolean isGiven(Tokens tokens, int token) {
        return tokens.isWord(token) && given.contains(tokens.hash(token));
    }

    /** Is there a title that starts at the token? */
    public boolean isTitle(Tokens tokens, int token) {
        return titles.at(tokens, token) != null;
    }

    /** Returns the title that starts at the token, or null. */
    public @Nullable TitleWord titleFrom(Tokens tokens, int start) {
        WordTable.Hit<TitleWord> hit = titles.at(tokens, start);
        return hit == null ? null : hit.value();
    }

    /** Returns where the title that starts at the token ends; the token itself if there is none. */
    public int titleEnd(Tokens tokens, int start) {
        WordTable.Hit<TitleWord> hit = titles.at(tokens, start);
        return hit == null ? start : hit.end();
    }

    /** Returns where the longest title that ends before the token starts, or -1. */
    public int titleStart(Tokens tokens, int token) {
        for (int start = Math.max(0, token - LONGEST_TITLE); start < token; start++) {
            if (titleAt(tokens, start, token) != null) {
                return start;
            }
        }
        return -1;
    }

    /** Returns the title with exactly these tokens, a full stop after it included, or null. */
    public @Nullable TitleWord titleAt(Tokens tokens, int start, int end) {
        WordTable.Hit<TitleWord> hit = titles.at(tokens, start);
        boolean fits = hit != null && (hit.end() == end || hit.end() == end - 1 && tokens.isSign(end - 1, '.'));
        return hit != null && fits ? hit.value() : null;
    }

    /**
     * Returns the token after a suffix of a name, "Jr." with its comma and full stop; the token itself if there is
     * none.
     */
    public int suffixEnd(Tokens tokens, int token) {
        int at = tokens.isSign(token, ',') ? token + 1 : token;
        boolean suffix = is("suffix", tokens, at) && tokens.isCapital(at);
        if (!suffix) {
            return token;
        }
        boolean stop = tokens.isSign(at + 1, '.') && tokens.start(at + 1) == tokens.end(at);
        if (!stop) {
            return tokens.isSign(token, ',') && !tokens.isUpper(at) && !isShort(tokens, at) ? token : at + 1;
        }
        return isSentenceEnd(tokens, at + 1) ? at + 1 : at + 2;
    }

    /** "Senior" and "Junior" after a comma open another phrase. */
    private static boolean isShort(Tokens tokens, int token) {
        return tokens.end(token) - tokens.start(token) <= 3;
    }

    /** The full stop of "Jr." also ends the sentence when a capitalised word outside the clause follows, or nothing. */
    private static boolean isSentenceEnd(Tokens tokens, int stop) {
        int next = stop + 1;
        return next >= tokens.size() || tokens.isWord(next) && tokens.isCapital(next);
    }
}
