package dev.tranche.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what each report contributed, so that it can be removed with the report.
 *
 * @param <M> what reports contribute
 */
final class OfReports<M> {

    private final Map<String, List<M>> byKey = new HashMap<>();

    /** Keeps what a report contributes; an empty contribution is not kept. */
    void put(Teller teller, List<M> own) {
        if (!own.isEmpty()) {
            byKey.put(teller.key(), own);
        }
    }

    /** Removes reports and returns what they had contributed, in the order of the reports. */
    List<M> remove(Collection<Teller> gone) {
        List<M> out = new ArrayList<>();
        for (Teller teller : gone) {
            List<M> own = byKey.remove(teller.key());
            if (own != null) {
                out.addAll(own);
            }
        }
        return out;
    }
}
