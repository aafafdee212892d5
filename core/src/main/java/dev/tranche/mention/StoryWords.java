package dev.tranche.mention;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.text.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Word classes of {@code story_words.csv}: used to read figures, items and statements from the words around them. */
public final class StoryWords {

    private final Map<String, WordTable<Boolean>> classes = new HashMap<>();

    private StoryWords(Lexicon lexicon) {
        Map<String, WordTable.Builder<Boolean>> builders = new HashMap<>();
        for (LexiconFile.Row row : lexicon.rows("story_words.csv")) {
            WordTable.Builder<Boolean> table =
                    builders.computeIfAbsent(row.field("kind"), absent -> WordTable.builder());
            row.alternatives("words").forEach(words -> table.add(words, Boolean.TRUE));
        }
        builders.forEach((kind, table) -> classes.put(kind, table.build()));
    }

    /** Returns the classes of a lexicon. */
    public static StoryWords of(Lexicon lexicon) {
        return lexicon.made(StoryWords.class, StoryWords::new);
    }

    /** Returns the words of one class; throws {@link IllegalArgumentException} for a class that the table lacks. */
    public WordClass of(String kind) {
        WordTable<Boolean> table = classes.get(kind);
        if (table == null) {
            throw new IllegalArgumentException("story_words.csv has no class " + kind);
        }
        return new WordClass(table);
    }

    /** One class of words and phrases. */
    public static final class WordClass {

        private final WordTable<Boolean> table;

        private WordClass(WordTable<Boolean> table) {
            this.table = table;
        }

        /** Does a word or phrase of the class start at the token? */
        public boolean at(Tokens tokens, int token) {
            return table.at(tokens, token) != null;
        }

        /** Returns the first token in a range where a word of the class starts, or -1. */
        public int firstIn(Tokens tokens, int start, int end) {
            for (int token = Math.max(0, start); token < Math.min(end, tokens.size()); token++) {
                if (at(tokens, token)) {
                    return token;
                }
            }
            return -1;
        }

        /** Returns the token after the longest phrase of the class that starts at the token, or -1. */
        public int endAt(Tokens tokens, int token) {
            WordTable.@Nullable Hit<Boolean> hit = table.at(tokens, token);
            return hit == null ? -1 : hit.end();
        }
    }
}
