package dev.tranche.spark;

import dev.tranche.resolve.Claim;
import dev.tranche.resolve.ClaimBlocks;
import dev.tranche.resolve.ClaimGroup;
import dev.tranche.resolve.ClaimGroups;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import scala.Tuple2;

/**
 * A claim as it is sent between machines: its text, and its place in it.
 *
 * @param text the text
 * @param origin the first of the texts of which it is a copy
 * @param index its place among the sums of the text
 * @param blocks the blocks in which it is compared with others
 */
record ClaimRow(Told text, TextName origin, int index, List<String> blocks) implements Serializable {

    /** Returns the claims of a text by their ids. */
    static List<Tuple2<String, ClaimRow>> of(Told text, TextName origin) {
        List<Tuple2<String, ClaimRow>> rows = new ArrayList<>();
        for (Claim claim : text.claims(origin)) {
            rows.add(new Tuple2<>(
                    claim.id(), new ClaimRow(text, origin, claim.index(), new ArrayList<>(ClaimBlocks.of(claim)))));
        }
        return rows;
    }

    Claim claim() {
        return text.claims(origin).get(index);
    }

    /** Groups the claims of a block; returns the first of each group paired with each of its other members. */
    static List<Tuple2<String, String>> pairs(Iterable<ClaimRow> block) {
        List<Claim> claims = new ArrayList<>();
        block.forEach(row -> claims.add(row.claim()));
        List<Tuple2<String, String>> pairs = new ArrayList<>();
        for (ClaimGroup group : new ClaimGroups().update(List.of(), claims).come()) {
            String first = group.claims().getFirst().id();
            group.claims().stream().skip(1).forEach(claim -> pairs.add(new Tuple2<>(first, claim.id())));
        }
        return pairs;
    }
}
