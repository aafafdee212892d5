package dev.tranche.syntax;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The word classes and grammar words of one language, from its tables. Immutable; safe to share between threads. */
final class Language {

    private static final int DEFAULT_COST = 6;
    private static final int FORBIDDEN = 14;

    private final FormTable forms;
    private final WordTable<Reading[]> phrases;
    private final int[][] order;
    private final int[] start;
    private final Map<String, Set<VerbClass>> verbClasses;
    private final Map<String, Reading[]> endings;
    private final List<String> prefixes;
    private final Map<Long, Set<String>> particles;

    private Language() {
        FormTable.Builder builder = new FormTable.Builder();
        builder.openWords(
                Lexicon.shipped("en/open_words.csv"),
                Lexicon.shipped("en/news_words.csv"),
                Lexicon.shipped("en/irregular_verbs.csv"));
        WordTable.Builder<Reading[]> joined = WordTable.builder();
        for (LexiconFile.Row row : Lexicon.shipped("en/grammar_words.csv").rows()) {
            for (String words : row.alternatives("words")) {
                List<Reading> readings = readings(row, row.field("lemma"));
                if (words.indexOf(' ') > 0 || words.indexOf('\'') > 0) {
                    joined.add(words, Reading.withVerbAdverb(readings));
                } else {
                    builder.closed(words, readings);
                }
            }
        }
        forms = builder.build();
        phrases = joined.build();
        order = new int[WordClass.ALL.length][];
        start = new int[WordClass.ALL.length];
        readOrder(Lexicon.shipped("en/class_order.csv"));
        endings = new LinkedHashMap<>();
        for (LexiconFile.Row row : Lexicon.shipped("en/endings.csv").rows()) {
            endings.put(row.field("ending"), Reading.withVerbAdverb(readings(row, "")));
        }
        prefixes = Lexicon.shipped("en/prefixes.csv").rows().stream()
                .map(row -> row.field("prefix"))
                .toList();
        particles = new HashMap<>();
        for (LexiconFile.Row row : Lexicon.shipped("en/particles.csv").rows()) {
            particles.put(hash(row.field("particle")), Set.copyOf(row.alternatives("verbs")));
        }
        verbClasses = new HashMap<>();
        for (LexiconFile.Row row : Lexicon.shipped("en/verb_classes.csv").rows()) {
            VerbClass type = VerbClass.parse(row.field("class"));
            for (String verb : row.alternatives("verbs")) {
                verbClasses
                        .computeIfAbsent(verb, absent -> EnumSet.noneOf(VerbClass.class))
                        .add(type);
            }
        }
        builder.frames()
                .forEach((verb, type) -> verbClasses
                        .computeIfAbsent(verb, absent -> EnumSet.noneOf(VerbClass.class))
                        .add(type));
    }

    /** Returns the language that ships; loaded once. */
    static Language english() {
        return English.LANGUAGE;
    }

    /** Returns the readings of a word, or null for an unknown one. */
    Reading @Nullable [] find(long hash) {
        return forms.find(hash);
    }

    /** Returns the set phrase that starts at the token, or null. */
    WordTable.@Nullable Hit<Reading[]> phrase(Tokens tokens, int token) {
        return phrases.at(tokens, token);
    }

    /**
     * Returns the readings implied by the ending of an unknown word; verb readings have the word itself as base form.
     */
    Reading[] guess(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String prefix : prefixes) {
            if (lower.length() > prefix.length() + 3 && lower.startsWith(prefix)) {
                Reading[] rest = find(hash(lower.substring(prefix.length())));
                if (rest != null && rest[0].type().isOpen()) {
                    return rest;
                }
            }
        }
        for (Map.Entry<String, Reading[]> ending : endings.entrySet()) {
            if (lower.endsWith(ending.getKey())
                            && lower.length() > ending.getKey().length() + 1
                    || ending.getKey().isEmpty()) {
                return ending.getValue();
            }
        }
        throw new IllegalStateException("endings.csv lacks the empty ending");
    }

    /** Returns the cost of one class following another. */
    int cost(WordClass before, WordClass next) {
        return order[before.ordinal()][next.ordinal()];
    }

    /** Returns the cost of a sentence starting with a class. */
    int startCost(WordClass first) {
        return start[first.ordinal()];
    }

    /** Is the verb with this base form in the class? A particle after a blank is optional. */
    boolean is(String lemma, VerbClass type) {
        Set<VerbClass> set = verbClasses.get(lemma);
        if (set == null && lemma.indexOf(' ') > 0) {
            set = verbClasses.get(lemma.substring(0, lemma.indexOf(' ')));
        }
        return set != null && set.contains(type);
    }

    /** Does the verb with this base form have a particle with this hash, as "hand" has "over"? */
    boolean hasParticle(String lemma, long particle) {
        Set<String> verbs = particles.get(particle);
        return verbs != null && verbs.contains(lemma);
    }

    private static List<Reading> readings(LexiconFile.Row row, String lemma) {
        return row.alternatives("classes").stream()
                .map(text -> {
                    int colon = text.indexOf(':');
                    String name = colon < 0 ? text : text.substring(0, colon);
                    int cost = colon < 0 ? 0 : Integer.parseInt(text.substring(colon + 1));
                    return new Reading(WordClass.parse(name), cost, lemma);
                })
                .toList();
    }

    private void readOrder(LexiconFile table) {
        for (LexiconFile.Row row : table.rows()) {
            int[] costs = new int[WordClass.ALL.length];
            Arrays.fill(costs, DEFAULT_COST);
            costs[WordClass.VADV.ordinal()] = FORBIDDEN;
            for (String pair : row.field("next").split(" ")) {
                int colon = pair.indexOf(':');
                costs[WordClass.parse(pair.substring(0, colon)).ordinal()] =
                        Integer.parseInt(pair.substring(colon + 1));
            }
            if (row.field("class").equals("start")) {
                System.arraycopy(costs, 0, start, 0, costs.length);
            } else {
                order[WordClass.parse(row.field("class")).ordinal()] = costs;
            }
        }
    }

    /** Returns the hash under which a form is stored. */
    static long hash(String form) {
        return Folding.hash(form);
    }

    private static final class English {
        static final Language LANGUAGE = new Language();
    }
}
