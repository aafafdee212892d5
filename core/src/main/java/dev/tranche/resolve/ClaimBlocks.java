package dev.tranche.resolve;

import dev.tranche.mention.StatedAmount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Blocks in which claims that may belong to one commitment meet: donor, recipient, size of the sum and a window of
 * days.
 *
 * <p>Meant for distributed runs, in which each machine groups the claims of some blocks. Claims of neighbouring sizes
 * and windows meet as well; claims whose donor or recipient is not stated meet only others like them, so groups found
 * by blocks are smaller than those of a book.
 */
public final class ClaimBlocks {

    /** Twice as long as news of one package lasts, so that two claims of it share a window. */
    private static final int WINDOW_DAYS = 60;

    private static final String UNDATED = "undated";

    private ClaimBlocks() {}

    /** Returns the names of the blocks of a claim, at least one and at most eight, in a defined order. */
    public static List<String> of(Claim claim) {
        StatedAmount amount = claim.fact().terms().amount();
        String parties = String.join("+", claim.fact().terms().donors()) + "|"
                + String.join("+", claim.fact().terms().recipients()) + "|" + amount.currency() + "|";
        Set<String> blocks = new LinkedHashSet<>();
        for (int step : steps(amount)) {
            for (String window : windows(claim)) {
                blocks.add(parties + step + "|" + window);
            }
        }
        return new ArrayList<>(blocks);
    }

    /** Sums that agree are at most one step apart, so that two of them share a pair of steps. */
    private static List<Integer> steps(StatedAmount amount) {
        int step = amount.value().signum() > 0 ? Amounts.step(amount.value()) : 0;
        return List.of(step, step + 1);
    }

    private static List<String> windows(Claim claim) {
        OptionalLong day = claim.isDated()
                ? claim.firstDay()
                        .map(LocalDate::toEpochDay)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty)
                : OptionalLong.empty();
        if (day.isEmpty()) {
            return List.of(UNDATED);
        }
        long half = Math.floorDiv(day.getAsLong(), WINDOW_DAYS / 2);
        return List.of(Long.toString(half), Long.toString(half + 1));
    }
}
