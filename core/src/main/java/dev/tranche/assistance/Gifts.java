package dev.tranche.assistance;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gifts that rules have read in a report, as far as they tell something of its other sums. */
final class Gifts {

    /** How many different pairs of givers and receivers are kept, so that a list of thousands of sums stays quick. */
    private static final int MOST_PAIRS = 100;

    private final Map<Integer, Integer> bySentence = new HashMap<>();
    private final Map<Pair, Integer> byPair = new LinkedHashMap<>();
    private final IdentityHashMap<Site, Candidate> bySite = new IdentityHashMap<>();

    Gifts(List<Candidate> all) {
        for (Candidate gift : all) {
            bySite.put(gift.site(), gift);
            bySentence.merge(gift.site().index(), 1, Integer::sum);
            Pair pair = pair(gift);
            if (byPair.size() < MOST_PAIRS || byPair.containsKey(pair)) {
                byPair.merge(pair, 1, Integer::sum);
            }
        }
    }

    /** Who gives and who receives: codes of states and bodies. */
    record Pair(List<String> donors, List<String> recipients) {}

    private static Pair pair(Candidate gift) {
        return new Pair(gift.donors(), gift.recipients());
    }

    /** Returns how many gifts there are, the sum at a site not counted. */
    int besides(Site site) {
        return bySite.size() - (bySite.containsKey(site) ? 1 : 0);
    }

    /** Is there a gift in a sentence, the sum at a site not counted? */
    boolean isIn(int sentence, Site site) {
        int own = site.index() == sentence && bySite.containsKey(site) ? 1 : 0;
        return bySentence.getOrDefault(sentence, 0) > own;
    }

    /** Returns the different pairs of givers and receivers, the sum at a site not counted. */
    List<Pair> pairs(Site site) {
        Candidate own = bySite.get(site);
        Pair pair = own == null ? null : pair(own);
        return byPair.entrySet().stream()
                .filter(each -> !each.getKey().equals(pair) || each.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
