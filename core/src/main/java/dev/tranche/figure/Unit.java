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
        ONE
    }

    /** Units in the plural, units in the singular, and the names of those that measure lengths and durations. */
    record Tables(WordTable<Unit> counted, WordTable<Unit> single, Set<String> measures) {}

    /** Is it a group of states or people that may follow "the two"? */
    boolean isGroup() {
        return name.equals("countries") || name.equals("members") || name.equals("people");
    }

    /** Returns the units of a lexicon. */
    static Tables tables(Lexicon lexicon) {
        return lexicon.made(Tables.class, Unit::load);
    }

    private static Tables load(Lexicon lexicon) {
        WordTable.Builder<Unit> counted = WordTable.builder();
        WordTable.Builder<Unit> single = WordTable.builder();
        Set<String> measures = new HashSet<>();
        for (LexiconFile.Row row : lexicon.rows("figure_units.csv")) {
            Unit unit =
                    new Unit(row.field("unit"), Kind.valueOf(row.field("kind").toUpperCase(Locale.ROOT)));
            for (String words : row.alternatives("words")) {
                (unit.kind == Kind.ONE ? single : counted).add(words, unit);
            }
            if (unit.kind == Kind.LENGTH || unit.kind == Kind.DURATION) {
                measures.add(unit.name);
            }
        }
        return new Tables(counted.build(), single.build(), Set.copyOf(measures));
    }
}
