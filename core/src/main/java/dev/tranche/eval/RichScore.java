package dev.tranche.eval;

import java.util.List;
import java.util.Map;

/**
 * How well encounters, statements, figures, items and persons were read, against a rich gold file.
 *
 * @param encounters matched one to one by kind, both main parties and overlapping dates
 * @param statements matched one to one by place
 * @param speakers matched statements with the right speaker
 * @param stances matched statements with the right stance
 * @param figures matched by value and place
 * @param items matched by place, quantity where the gold file has one
 * @param persons gold persons found with every spelling in one entry
 * @param dated matched encounters whose own date is not open at both ends
 * @param misses every gold entry that was not found and every entry without gold, as lines
 */
public record RichScore(
        Counts encounters,
        Counts statements,
        Ratio speakers,
        Ratio stances,
        Counts figures,
        Counts items,
        Ratio persons,
        Ratio dated,
        List<String> misses) {

    /** Copies the list. */
    public RichScore {
        misses = List.copyOf(misses);
    }

    /** Returns the named measures in the order in which they are printed. */
    public Map<String, String> lines() {
        Map<String, String> lines = new java.util.LinkedHashMap<>();
        lines.put("encounters", counts(encounters));
        lines.put("statements", counts(statements));
        lines.put("speakers", ratio(speakers));
        lines.put("stances", ratio(stances));
        lines.put("figures", counts(figures));
        lines.put("items", counts(items));
        lines.put("persons", ratio(persons));
        lines.put("dated encounters", ratio(dated));
        return lines;
    }

    private static String counts(Counts counts) {
        return "F1 " + counts.f1() + " precision " + counts.precision() + " recall " + counts.recall();
    }

    private static String ratio(Ratio ratio) {
        return ratio.toString();
    }
}
