package dev.tranche.naming;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.Map;

/** Variants of one first name: "Antony" and "Anthony", "Serhiy" and "Sergey". */
final class FirstNames {

    private static final Map<String, Integer> GROUPS = load();

    private FirstNames() {}

    /** May both be the first name of one person? An empty name, an initial or a known variant fits. */
    static boolean fit(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return true;
        }
        String a = NameKey.of(one);
        String b = NameKey.of(other);
        if (a.equals(b)) {
            return true;
        }
        boolean initial = a.length() == 1 || b.length() == 1;
        if (initial) {
            return !a.isEmpty() && !b.isEmpty() && a.charAt(0) == b.charAt(0);
        }
        Integer group = GROUPS.get(a);
        return group != null && group.equals(GROUPS.get(b));
    }

    /** Returns a key shared by all variants of one first name. */
    static String key(String first) {
        String key = NameKey.of(first);
        Integer group = GROUPS.get(key);
        return group == null ? key : "#" + group;
    }

    private static Map<String, Integer> load() {
        Map<String, Integer> groups = new HashMap<>();
        int group = 0;
        for (LexiconFile.Row row : Lexicon.shipped("first_names.csv").rows()) {
            for (String name : row.alternatives("names")) {
                groups.put(NameKey.of(name), group);
            }
            group++;
        }
        return Map.copyOf(groups);
    }
}
