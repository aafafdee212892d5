package dev.tranche.assistance;

import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import java.util.IdentityHashMap;
import java.util.List;

/** Finds sums joined only by commas and "and": "110 million and 244 million". */
final class JoinedSums {

    private final MarkedText text;

    /** The row of each sum; read once, as a report may be one long series. */
    private final IdentityHashMap<SumMention, List<SumMention>> rows = new IdentityHashMap<>();

    JoinedSums(MarkedText text) {
        this.text = text;
        List<SumMention> sums = text.sums();
        int first = 0;
        for (int next = 1; next <= sums.size(); next++) {
            if (next == sums.size() || !areJoined(sums.get(next - 1), sums.get(next))) {
                List<SumMention> row = sums.subList(first, next);
                row.forEach(sum -> rows.put(sum, row));
                first = next;
            }
        }
    }

    /**
     * Returns the sums joined to this one, itself included, from left to right.
     *
     * @param sum a sum of the text, compared by identity
     */
    List<SumMention> with(SumMention sum) {
        return rows.getOrDefault(sum, List.of(sum));
    }

    private boolean areJoined(SumMention one, SumMention next) {
        for (int token = one.end(); token < next.outerStart(); token++) {
            if (!English.AND.at(text.tokens(), token) && !text.tokens().isSign(token, ',')) {
                return false;
            }
        }
        return one.end() < next.outerStart();
    }
}
