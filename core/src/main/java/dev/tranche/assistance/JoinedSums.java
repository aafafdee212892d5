package dev.tranche.assistance;

import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import java.util.List;

/** Finds sums that are joined by nothing but commas and "and": "110 million and 244 million". */
final class JoinedSums {

    private final MarkedText text;

    JoinedSums(MarkedText text) {
        this.text = text;
    }

    /** Returns the sums joined to this one, itself among them, from left to right. */
    List<SumMention> with(SumMention sum) {
        List<SumMention> sums = text.sums();
        int first = sums.indexOf(sum);
        int last = first;
        while (first > 0 && areJoined(sums.get(first - 1), sums.get(first))) {
            first--;
        }
        while (last + 1 < sums.size() && areJoined(sums.get(last), sums.get(last + 1))) {
            last++;
        }
        return sums.subList(first, last + 1);
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
