package dev.tranche.standing;

import dev.tranche.fact.Basis;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Cells;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds cells of an entry that no report states in words: a default, or words elsewhere in the report, are weaker than
 * the words of the sum's own sentence.
 *
 * <p>The weights are derived from entries with a single text, counted on two thirds of the annotated development
 * reports: of those with every cell in words, three of four were right; with a donor from the context and a recipient
 * in words, one of six; with both from the context, two of three; with only the default stage, three of ten.
 */
final class CellDoubts {

    /** The code of the doubt. */
    static final String NO_OWN_WORDS = "no-own-words";

    private CellDoubts() {}

    /** The weight of a donor from elsewhere in the report when the sum's own sentence names a recipient. */
    private static final int DONOR_FROM_ELSEWHERE = 40;

    /** The weight of a donor not named in most texts of an entry. */
    private static final int FEW_NAME_DONOR = 30;

    /** The fewest texts for which the share that names the donor is meaningful. */
    private static final int SEVERAL = 3;

    private record Side(Field field, Function<Cells, List<Cell>> cells, int usual, int context) {}

    /** A cell without words of its own: the weight of that, and why. */
    private record Weak(Field field, int worth, String why) {}

    private static final Side DONOR = new Side(Field.DONOR, Cells::donor, 55, 10);
    private static final Side RECIPIENT = new Side(Field.RECIPIENT, Cells::recipient, 40, 25);

    private static final List<Side> SIDES = List.of(
            DONOR, RECIPIENT, new Side(Field.TYPE, Cells::type, 15, 0), new Side(Field.STAGE, Cells::stage, 35, 10));

    /**
     * Returns the doubt about the cells of an entry without words of their own.
     *
     * @param whole the package it is part of, whose statements about donor and recipient also apply to it
     */
    static Optional<Doubt> of(Commitment entry, Optional<Commitment> whole) {
        List<Weak> weak = weak(entry, whole);
        int worth = weak.stream().mapToInt(Weak::worth).sum();
        return weak.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(
                        NO_OWN_WORDS,
                        "No report states these cells in the sum's own sentence: "
                                + weak.stream()
                                        .map(one -> one.field().slug() + " (" + one.why() + ")")
                                        .collect(Collectors.joining(", "))
                                + ". A report that does would remove the doubt.",
                        entry.claims().stream().map(Claim::id).limit(5).toList(),
                        Math.min(100, worth)));
    }

    /** Returns the cells of an entry that no report states in words. */
    static Set<Field> fields(Commitment entry, Optional<Commitment> whole) {
        return weak(entry, whole).stream()
                .map(Weak::field)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    private static List<Weak> weak(Commitment entry, Optional<Commitment> whole) {
        List<Weak> weak = new ArrayList<>();
        for (Side side : SIDES) {
            Optional<Basis> best = best(claims(entry, whole, side), side);
            int weight = best.map(basis -> switch (basis) {
                        case WORDS, RECORD -> 0;
                        case CONTEXT -> side.context();
                        case DEFAULT -> side.usual();
                    })
                    .orElse(0);
            if (side.equals(DONOR)
                    && best.filter(basis -> basis == Basis.CONTEXT).isPresent()) {
                weight = isInWords(entry, RECIPIENT) ? DONOR_FROM_ELSEWHERE : weight;
            }
            if (weight > 0) {
                boolean usual = best.orElseThrow() == Basis.DEFAULT;
                weak.add(new Weak(side.field(), weight, usual ? "only the usual value" : "from the context"));
            }
        }
        if (isDonorRarelyNamed(entry)) {
            weak.add(new Weak(Field.DONOR, FEW_NAME_DONOR, "most reports name none"));
        }
        return weak;
    }

    private static boolean isInWords(Commitment entry, Side side) {
        return best(entry.claims(), side).filter(basis -> basis == Basis.WORDS).isPresent();
    }

    /** Returns the claims that may state a cell of an entry: its own, and those of a whole with the same parties. */
    private static List<Claim> claims(Commitment entry, Optional<Commitment> whole, Side side) {
        boolean same = whole.isPresent()
                && (side.equals(DONOR) && whole.get().donors().equals(entry.donors())
                        || side.equals(RECIPIENT) && whole.get().recipients().equals(entry.recipients()));
        if (!same) {
            return entry.claims();
        }
        List<Claim> claims = new ArrayList<>(entry.claims());
        claims.addAll(whole.get().claims());
        return claims;
    }

    /**
     * Does only a minority of several texts name a donor? If so, it may be the donor of one part of a common package.
     */
    private static boolean isDonorRarelyNamed(Commitment entry) {
        long naming = entry.claims().stream()
                .filter(claim -> !claim.fact().terms().donors().isEmpty())
                .mapToLong(Claim::origin)
                .distinct()
                .count();
        return entry.origins() >= SEVERAL && naming > 0 && 2 * naming < entry.origins();
    }

    /** Returns the best basis that a claim gives for a cell; empty if the reading does not record bases. */
    private static Optional<Basis> best(List<Claim> claims, Side side) {
        return claims.stream()
                .map(claim -> claim.fact().cells())
                .map(cells -> worst(side.cells().apply(cells), cells.equals(Cells.NONE)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The party with the weakest basis decides; a claim added by a person counts as words. */
    private static Optional<Basis> worst(List<Cell> cells, boolean untold) {
        return untold
                ? Optional.of(Basis.WORDS)
                : cells.stream().map(Cell::basis).max(Comparator.naturalOrder());
    }
}
