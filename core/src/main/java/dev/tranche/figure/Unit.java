package dev.tranche.figure;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.lexicon.WordTable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A word for what is counted.
 *
 * @param name the name shown
 * @param kind how it is counted
 */
record Unit(String name, Kind kind) {

    /** How something is counted. */
    enum Kind {
        PEOPLE,
        FATE,
        THING,
        GEAR,
        SHARE,
        LENGTH,
        DURATION,
        ORDINAL
    }

    /** Counted units, and units that only an ordinal counts. */
    record Tables(WordTable<Unit> counted, WordTable<Unit> ordinal) {}

    /** Is it a group of states or people that "the two" may stand before? */
    boolean isGroup() {
        return name.equals("countries") || name.equals("members") || name.equals("people");
    }

    static Tables tables() {
        return Standard.TABLES;
    }

    private static Tables load(LexiconFile file) {
        WordTable.Builder<Unit> counted = WordTable.builder();
        WordTable.Builder<Unit> ordinal = WordTable.builder();
        for (LexiconFile.Row row : file.rows()) {
            Unit unit =
                    new Unit(row.field("unit"), Kind.valueOf(row.field("kind").toUpperCase(Locale.ROOT)));
            for (String words : row.alternatives("words")) {
                (unit.kind == Kind.ORDINAL ? ordinal : counted).add(words, unit);
            }
        }
        return new Tables(counted.build(), ordinal.build());
    }

    /** Returns the names of units that count rows, distances and years. */
    static Set<String> measures() {
        return Standard.MEASURES;
    }

    private static Set<String> measures(LexiconFile file) {
        Set<String> names = new HashSet<>();
        for (LexiconFile.Row row : file.rows()) {
            Kind kind = Kind.valueOf(row.field("kind").toUpperCase(Locale.ROOT));
            if (kind == Kind.LENGTH || kind == Kind.DURATION || kind == Kind.ORDINAL) {
                names.add(row.field("unit"));
            }
        }
        return Set.copyOf(names);
    }

    private static final class Standard {
        static final Set<String> MEASURES = measures(Lexicon.shipped("figure_units.csv"));
        static final Tables TABLES = load(Lexicon.shipped("figure_units.csv"));
    }
}
