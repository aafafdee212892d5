package dev.tranche.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well encounters, statements, figures, items, agreements and persons were read, against a rich gold file.
 *
 * @param encounters matched one to one by kind, both main parties and overlapping dates
 * @param encounterStages matched encounters with the right stage
 * @param dated matched encounters whose own date has both ends
 * @param statements matched one to one by place
 * @param speakers matched statements with the right speaker
 * @param stances matched statements with the right stance
 * @param figures matched by value and place
 * @param bounds matched figures with the right bound
 * @param items matched by place, and quantity if the gold file has one
 * @param itemStages matched items with the right stage
 * @param agreements matched by place, both parties and stage
 * @param persons gold persons found with every spelling in one entry
 * @param misses every gold entry not found and every entry without gold, as lines
 */
public record RichScore(
        Counts encounters,
        Ratio encounterStages,
        Ratio dated,
        Counts statements,
        Ratio speakers,
        Ratio stances,
        Counts figures,
        Ratio bounds,
        Counts items,
        Ratio itemStages,
        Counts agreements,
        Ratio persons,
        List<String> misses) {

    /** Copies the list. */
    public RichScore {
        misses = List.copyOf(misses);
    }

    /** Returns the named measures in the order in which they are printed. */
    public Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("encounters", counts(encounters));
        lines.put("  stages", encounterStages.toString());
        lines.put("  closed dates", dated.toString());
        lines.put("statements", counts(statements));
        lines.put("  speakers", speakers.toString());
        lines.put("  stances", stances.toString());
        lines.put("figures", counts(figures));
        lines.put("  bounds", bounds.toString());
        lines.put("items", counts(items));
        lines.put("  stages of items", itemStages.toString());
        lines.put("agreements", counts(agreements));
        lines.put("persons", persons.toString());
        return lines;
    }

    private static String counts(Counts counts) {
        return "F1 " + counts.f1() + " precision " + counts.precision() + " recall " + counts.recall() + " of "
                + counts.gold();
    }
}
