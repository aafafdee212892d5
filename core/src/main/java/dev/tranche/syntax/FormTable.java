package dev.tranche.syntax;

import dev.tranche.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.HashMap;
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
            values[slot] = list.toArray(new Reading[0]);
        });
    }

    @Nullable
    Reading[] find(long hash) {
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

        /** What an adjective in -ed or -ing costs more than the participle that it looks like. */
        private static final int PARTICIPLE_ADJECTIVE = 2;

        private final Map<Long, List<Reading>> map = new HashMap<>(1 << 17);
        private final Map<Long, List<Reading>> closed = new HashMap<>();

        void openWords(LexiconFile words, LexiconFile irregular) {
            Map<String, LexiconFile.Row> strong = new HashMap<>();
            for (LexiconFile.Row row : irregular.rows()) {
                strong.put(row.field("base"), row);
            }
            List<String[]> adjectives = new ArrayList<>();
            for (LexiconFile.Row row : words.rows()) {
                String word = row.field("word");
                String readings = row.field("readings");
                for (int i = 0; i + 1 < readings.length(); i += 2) {
                    int cost = readings.charAt(i + 1) - '0';
                    switch (readings.charAt(i)) {
                        case 'n' -> noun(word, cost);
                        case 'v' -> verb(word, cost, strong.get(word));
                        case 'a' -> adjectives.add(new String[] {word, String.valueOf(cost)});
                        case 'r' -> add(word, WordClass.ADV, cost, "");
                        default -> throw row.refuse("no class of words is called " + readings.charAt(i));
                    }
                }
            }
            for (String[] adjective : adjectives) {
                adjective(adjective[0], Integer.parseInt(adjective[1]));
            }
        }

        /** Adds a word of a closed class; a word that stands there has no open readings. */
        void closed(String word, List<Reading> readings) {
            List<Reading> list = closed.computeIfAbsent(Language.hash(word), absent -> new ArrayList<>());
            for (Reading reading : readings) {
                merge(list, reading);
            }
        }

        FormTable build() {
            map.putAll(closed);
            return new FormTable(map);
        }

        private void noun(String word, int cost) {
            if (Forms.isPlural(word)) {
                add(word, WordClass.PLURAL, cost, "");
                return;
            }
            add(word, WordClass.NOUN, cost, "");
            add(Forms.withS(word), WordClass.PLURAL, cost, "");
        }

        private void adjective(String word, int cost) {
            List<Reading> others = map.get(Language.hash(word));
            boolean participle = others != null
                    && others.stream()
                            .anyMatch(other -> other.type() == WordClass.PART
                                    || other.type() == WordClass.ING
                                    || other.type() == WordClass.PAST);
            add(word, WordClass.ADJ, participle ? cost + PARTICIPLE_ADJECTIVE : cost, "");
            if (word.length() <= 6 && !participle) {
                add(Forms.withSuffix(word, "er"), WordClass.ADJ, cost + 1, "");
                add(Forms.withSuffix(word, "est"), WordClass.ADJ, cost + 1, "");
            }
        }

        private void verb(String base, int cost, LexiconFile.@Nullable Row strong) {
            add(base, WordClass.BASE, cost, base);
            add(Forms.withS(base), WordClass.VS, cost, base);
            for (String form : Forms.withEnding(base, "ing")) {
                add(form, WordClass.ING, cost, base);
            }
            if (strong == null) {
                for (String form : Forms.withEnding(base, "ed")) {
                    add(form, WordClass.PAST, cost, base);
                    add(form, WordClass.PART, cost, base);
                }
                return;
            }
            for (String form : strong.alternatives("past")) {
                add(form, WordClass.PAST, cost, base);
            }
            for (String form : strong.alternatives("participle")) {
                add(form, WordClass.PART, cost, base);
            }
        }

        private void add(String form, WordClass type, int cost, String lemma) {
            merge(
                    map.computeIfAbsent(Language.hash(form), absent -> new ArrayList<>(2)),
                    new Reading(type, cost, lemma));
        }

        private static void merge(List<Reading> list, Reading reading) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).type() == reading.type()) {
                    if (reading.cost() < list.get(i).cost()) {
                        list.set(i, reading);
                    }
                    return;
                }
            }
            list.add(reading);
        }
    }
}
