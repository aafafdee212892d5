package dev.tranche.statement;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.Words;
import dev.tranche.text.Folding;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of a statement that show what it is about: longer words by their stems, without function words, verbs of
 * saying and nouns for speech.
 *
 * @param stems hashes of the stems
 * @param names hashes of those stems that are capitalised inside a sentence
 * @param numbers hashes of the numbers in digits
 */
public record ContentWords(Set<Long> stems, Set<Long> names, Set<Long> numbers) {

    private static final int SHORTEST = 4;
    private static final int STEM = 7;
    private static final int FEWEST_OF_HEADLINE = 4;
    private static final Words FUNCTION = Words.of("that this these those with from into onto over under after before"
            + " about against between during through while where when which whose whom what will would could should"
            + " might must have been being were does they them their there here then than also only just very such"
            + " some many most more other another each every both because although though since until upon within"
            + " without toward towards among according never nothing ever still already again however said saying"
            + " your yours ours mine himself herself itself themselves like make made take took taken false untrue"
            + " first last next nonsense baseless lies fake fabricated truth disinformation misinformation");

    /** Copies the sets. */
    public ContentWords {
        stems = Set.copyOf(stems);
        names = Set.copyOf(names);
        numbers = Set.copyOf(numbers);
    }

    /** Returns the content words of a text. */
    public static ContentWords of(String words) {
        Tokens tokens = Tokenizer.split(words);
        Set<Long> stems = new HashSet<>();
        Set<Long> names = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        boolean headline = isHeadline(tokens);
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.kind(token) == TokenKind.NUMBER) {
                numbers.add(tokens.hash(token));
            }
            boolean content = tokens.isWord(token)
                    && tokens.end(token) - tokens.start(token) >= SHORTEST
                    && !FUNCTION.at(tokens, token)
                    && SpeechVerb.forms().at(tokens, token) == null
                    && SpeechVerb.nouns().at(tokens, token) == null;
            if (content) {
                long stem = stem(tokens.string(token));
                stems.add(stem);
                if (!headline && tokens.isCapital(token) && token > 0 && tokens.isWord(token - 1)) {
                    names.add(stem);
                }
            }
        }
        return new ContentWords(stems, names, numbers);
    }

    /** Are most longer words capitalised? If so, a capital does not mark a name. */
    private static boolean isHeadline(Tokens tokens) {
        int words = 0;
        int capitals = 0;
        for (int token = 1; token < tokens.size(); token++) {
            if (tokens.isWord(token) && tokens.end(token) - tokens.start(token) >= SHORTEST) {
                words++;
                capitals += tokens.isCapital(token) ? 1 : 0;
            }
        }
        return words >= FEWEST_OF_HEADLINE && 4 * capitals >= 3 * words;
    }

    /** Strips the commonest endings, so that "shelling" and "shelled" match. */
    private static long stem(String word) {
        String stem = word.toLowerCase(Locale.ROOT);
        for (String ending : new String[] {"ians", "ian", "ia", "ing", "ed", "es", "s", "e"}) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST) {
                stem = stem.substring(0, stem.length() - ending.length());
                break;
            }
        }
        return Folding.hash(stem.substring(0, Math.min(STEM, stem.length())));
    }

    /** Returns the number of stems in both. */
    public int shared(ContentWords other) {
        int shared = 0;
        for (long stem : stems) {
            shared += other.stems.contains(stem) ? 1 : 0;
        }
        return shared;
    }

    /** Returns the topic: the stems other than names of states and other capitalised words. */
    public Set<Long> topic() {
        Set<Long> topic = new HashSet<>(stems);
        topic.removeAll(names);
        topic.removeAll(States.SHIPPED.stems());
        return topic;
    }

    /** Returns the number of stems of {@link #topic} in both. */
    public int sharedTopic(ContentWords other) {
        Set<Long> topic = topic();
        topic.retainAll(other.stems);
        return topic.size();
    }

    /** Returns the number of stems in both that are not names of states. */
    public int sharedBesideStates(ContentWords other) {
        Set<Long> shared = new HashSet<>(stems);
        shared.retainAll(other.stems);
        shared.removeAll(States.SHIPPED.stems());
        return shared.size();
    }

    /** Is a state named by a word used for it alone: "Danish", "Danes", "Copenhagen"? */
    public boolean namesState(String code) {
        return States.SHIPPED.byCode().getOrDefault(code, Set.of()).stream().anyMatch(stems::contains);
    }

    /** Is a name of these words among the stems of the others? */
    public boolean namesIn(ContentWords other) {
        return names.stream().anyMatch(other.stems::contains);
    }

    /** Do both state numbers and none of them in common? */
    public boolean differsInNumbers(ContentWords other) {
        return !numbers.isEmpty()
                && !other.numbers.isEmpty()
                && numbers.stream().noneMatch(other.numbers::contains);
    }

    /** Returns these words without those of others, such as a speaker's name. */
    public ContentWords without(ContentWords others) {
        Set<Long> left = new HashSet<>(stems);
        left.removeAll(others.stems);
        Set<Long> named = new HashSet<>(names);
        named.removeAll(others.stems);
        return new ContentWords(left, named, numbers);
    }

    /** Stems of the words used for one state alone. */
    private record States(Set<Long> stems, Map<String, Set<Long>> byCode) {

        private static final States SHIPPED = load();

        private static States load() {
            Set<Long> all = new HashSet<>();
            Map<String, Set<Long>> byCode = new HashMap<>();
            for (LexiconFile.Row row : Lexicon.shipped("states.csv").rows()) {
                Set<Long> single = byCode.computeIfAbsent(row.field("code"), absent -> new HashSet<>());
                for (String column : List.of("name", "aliases", "adjectives", "demonyms", "capitals")) {
                    for (String word : row.alternatives(column)) {
                        // "Island" and "North" are parts of names and common words in any news.
                        if (word.indexOf(' ') < 0) {
                            single.addAll(of(word).stems());
                        }
                    }
                }
                all.addAll(single);
            }
            return new States(all, byCode);
        }
    }
}
