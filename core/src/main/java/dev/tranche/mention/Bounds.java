package dev.tranche.mention;

import dev.tranche.lexicon.BoundTable;
import dev.tranche.text.Tokens;
import java.util.Locale;

/** Finds the words that bound a number: "up to", "nearly", "max.", "… or more". */
final class Bounds {

    private static final int REACH = 6;

    private final BoundTable table;
    private final Tokens tokens;

    Bounds(BoundTable table, Tokens tokens) {
        this.table = table;
        this.tokens = tokens;
    }

    /** Returns the bound stated by the words before and after a number, and where the words before it start. */
    Found around(int start, int end, boolean plus) {
        Found before = before(start);
        if (before.bound != Bound.EXACTLY) {
            return before;
        }
        if (plus) {
            return new Found(Bound.AT_LEAST, start);
        }
        int from = tokens.isSign(end, '-') && tokens.touches(end) ? end + 1 : end;
        BoundTable.Hit after = table.startingAt(tokens, from);
        return after == null ? before : new Found(bound(after), start);
    }

    private Found before(int start) {
        int at = start - 1;
        int limit = Math.max(0, start - REACH);
        while (at >= limit) {
            BoundTable.Hit here = table.endingAt(tokens, at);
            if (here != null) {
                Bound bound = bound(here);
                return new Found(bound, bound == Bound.EXACTLY ? start : here.start());
            }
            if (!table.isSkipped(tokens, at)) {
                break;
            }
            at--;
        }
        return new Found(Bound.EXACTLY, start);
    }

    private static Bound bound(BoundTable.Hit hit) {
        return Bound.valueOf(hit.bound().toUpperCase(Locale.ROOT));
    }

    record Found(Bound bound, int start) {}
}
