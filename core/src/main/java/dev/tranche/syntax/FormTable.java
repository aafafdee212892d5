package dev.tranche.syntax;

import dev.tranche.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All forms of all words with their readings, by the hash of the folded form. Immutable. */
final class FormTable {

    private final long[] keys;
    private final @Nullable Reading[][] values;
    private final int mask;

    private FormTable(Map<Long, List<Reading>> map) {
        int room = Integer.highestOneBit(map.size() * 2) * 2;
        keys = new long[room];
        values = new Reading[room][];
        mask = room - 1;
        map.forEach((hash, list) -> {
            int slot = slot(hash);
            while (values[slot] != null) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = hash;
            values[slot] = Reading.withVerbAdverb(list);
        });
    }

    @Nullable
    Reading @Nullable [] find(long hash) {
        int slot = slot(hash);
        while (values[slot] != null) {
            if (keys[slot] == hash) {
                return values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> 31)) & mask;
    }

    /** Collects forms; not safe for several threads. */
    static final class Builder {

        /** The extra cost of an adjective in -ed or -ing over the participle it looks like. */
        private static final int PARTICIPLE_ADJECTIVE = 1;

        private static final int MOST = 9;
        private static final int DIGITS = 36;

        /** The shares of a verb's count assigned to each of its forms, and of a noun's count assigned to the plural. */
        private static final double VERB_FORM = 0.3;

        private static final double PLURAL_FORM = 0.4;

        private final Map<Long, List<Weighted>> map = new HashMap<>(1 << 17);
        private final Map<Long, List<Reading>> closed = new HashMap<>();
        private final Map<String, VerbClass> frames = new HashMap<>();

        void openWords(LexiconFile words, LexiconFile corrections, LexiconFile irregular) {
            Map<String, LexiconFile.Row> strong = new HashMap<>();
            for (LexiconFile.Row row : irregular.rows()) {
                strong.put(row.field("base"), row);
            }
            List<Weighted> adjectives = new ArrayList<>();
            Map<String, LexiconFile.Row> rows = new LinkedHashMap<>();
            words.rows().forEach(row -> rows.put(row.field("word"), row));
            corrections.rows().forEach(row -> rows.put(row.field("word"), row));
            for (LexiconFile.Row row : rows.values()) {
                String word = row.field("word");
                String readings = row.field("readings");
                int last = readings.length() - 1;
                if (readings.length() % 2 == 1) {
                    frames.put(word, readings.charAt(last) == 't' ? VerbClass.TRANSITIVE : VerbClass.INTRANSITIVE);
                }
                for (int i = 0; i + 1 < readings.length(); i += 2) {
                    double weight = Math.pow(2, Character.digit(readings.charAt(i + 1), DIGITS) - 2);
                    switch (readings.charAt(i)) {
                        case 'n' -> noun(word, weight);
                        case 'v' -> verb(word, weight * VERB_FORM, strong.get(word));
                        case 'a' -> adjectives.add(new Weighted(WordClass.ADJ, word, weight));
                        case 'r' -> add(word, WordClass.ADV, weight, "");
                        default -> throw row.refuse("no class of words is called " + readings.charAt(i));
                    }
                }
            }
            adjectives.forEach(this::adjective);
        }

        /** Adds a word of a closed class; such a word has no open readings. */
        void closed(String word, List<Reading> readings) {
            List<Reading> list = closed.computeIfAbsent(Language.hash(word), absent -> new ArrayList<>());
            for (Reading reading : readings) {
                if (list.stream().noneMatch(other -> other.type() == reading.type())) {
                    list.add(reading);
                }
            }
        }

        /** Returns the verbs that nearly always or nearly never take an object. */
        Map<String, VerbClass> frames() {
            return frames;
        }

        FormTable build() {
            Map<Long, List<Reading>> all = new HashMap<>(map.size() * 2);
            map.forEach((hash, list) -> all.put(hash, costs(list)));
            all.putAll(closed);
            return new FormTable(all);
        }

        private static List<Reading> costs(List<Weighted> list) {
            double total = list.stream().mapToDouble(Weighted::weight).sum();
            boolean participle =
                    list.stream().anyMatch(each -> each.type == WordClass.PART || each.type == WordClass.ING);
            List<Reading> readings = new ArrayList<>();
            for (Weighted each : list) {
                long cost = Math.round(Math.log(total / each.weight) / Math.log(2));
                if (participle && each.type == WordClass.ADJ) {
                    cost += PARTICIPLE_ADJECTIVE;
                }
                readings.add(new Reading(each.type, (int) Math.min(MOST, cost), each.lemma));
            }
            return readings;
        }

        private void noun(String word, double weight) {
            if (Forms.isPlural(word)) {
                add(word, WordClass.PLURAL, weight, "");
                return;
            }
            add(word, WordClass.NOUN, weight * (1 - PLURAL_FORM), "");
            add(Forms.withS(word), WordClass.PLURAL, weight * PLURAL_FORM, "");
        }

        private void adjective(Weighted adjective) {
            String word = adjective.lemma;
            add(word, WordClass.ADJ, adjective.weight, "");
            if (word.length() <= 6 && !word.endsWith("ed")) {
                add(Forms.withSuffix(word, "er"), WordClass.ADJ, adjective.weight / 4, "");
                add(Forms.withSuffix(word, "est"), WordClass.ADJ, adjective.weight / 4, "");
            }
        }

        private void verb(String base, double weight, LexiconFile.@Nullable Row strong) {
            add(base, WordClass.BASE, weight, base);
            add(Forms.withS(base), WordClass.VS, weight, base);
            for (String form : Forms.withEnding(base, "ing")) {
                add(form, WordClass.ING, weight, base);
            }
            if (strong == null) {
                for (String form : Forms.withEnding(base, "ed")) {
                    add(form, WordClass.PAST, weight, base);
                    add(form, WordClass.PART, weight, base);
                }
                return;
            }
            for (String form : strong.alternatives("past")) {
                add(form, WordClass.PAST, weight, base);
            }
            for (String form : strong.alternatives("participle")) {
                add(form, WordClass.PART, weight, base);
            }
        }

        /** The more frequent of two lemmas gives the form its base form. */
        private void add(String form, WordClass type, double weight, String lemma) {
            List<Weighted> list = map.computeIfAbsent(Language.hash(form), absent -> new ArrayList<>(2));
            for (int i = 0; i < list.size(); i++) {
                Weighted other = list.get(i);
                if (other.type == type) {
                    String base = weight > other.weight ? lemma : other.lemma;
                    list.set(i, new Weighted(type, base, weight + other.weight));
                    return;
                }
            }
            list.add(new Weighted(type, lemma, weight));
        }

        private record Weighted(WordClass type, String lemma, double weight) {}
    }
}
