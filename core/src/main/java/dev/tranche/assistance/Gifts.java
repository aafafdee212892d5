package dev.tranche.assistance;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gifts that rules have read in a report, as far as they say something about its other sums. */
final class Gifts {

    /** The most distinct pairs of donors and recipients kept, so that a list of thousands of sums stays fast. */
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

    /** Donors and recipients: codes of states and bodies. */
    record Pair(List<String> donors, List<String> recipients) {}

    private static Pair pair(Candidate gift) {
        return new Pair(gift.donors(), gift.recipients());
    }

    /** Returns the number of gifts, not counting the sum at a site. */
    int besides(Site site) {
        return bySite.size() - (bySite.containsKey(site) ? 1 : 0);
    }

    /** Is there a gift in a sentence, not counting the sum at a site? */
    boolean isIn(int sentence, Site site) {
        int own = site.index() == sentence && bySite.containsKey(site) ? 1 : 0;
        return bySentence.getOrDefault(sentence, 0) > own;
    }

    /** Returns the distinct pairs of donors and recipients, not counting the sum at a site. */
    List<Pair> pairs(Site site) {
        Candidate own = bySite.get(site);
        Pair pair = own == null ? null : pair(own);
        return byPair.entrySet().stream()
                .filter(each -> !each.getKey().equals(pair) || each.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
