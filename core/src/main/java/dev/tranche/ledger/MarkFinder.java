package dev.tranche.ledger;

import dev.tranche.fact.Fact;
import dev.tranche.resolve.Claim;
import dev.tranche.review.ClaimMark;
import dev.tranche.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the claim that a mark means: the one in its report whose words it overlaps most. */
final class MarkFinder {

    private final TextShelf shelf;

    MarkFinder(TextShelf shelf) {
        this.shelf = shelf;
    }

    /** A claim that a mark covers, and the text that contains it. */
    record Met(BookText text, Claim claim) {

        boolean counts() {
            return text.counts(claim);
        }
    }

    /** Returns the claim that a mark means; empty if none is read there any more or the report is withdrawn. */
    Optional<Met> find(ClaimMark mark) {
        return candidates(mark).min(order(mark));
    }

    /** Returns the claim that a mark means and any counting claims on exactly the same words. */
    List<Met> findAll(ClaimMark mark) {
        Optional<Met> best = find(mark);
        if (best.isEmpty()) {
            return List.of();
        }
        Span span = best.get().claim().fact().evidence().span();
        return candidates(mark)
                .filter(met -> met.text() == best.get().text()
                        && met.claim().fact().evidence().span().equals(span)
                        && (met.counts() || met.equals(best.get())))
                .toList();
    }

    /** Returns the claims of the same sum and recipients in copies of a text, which were added under other names. */
    List<Met> copies(Met met, java.util.Map<Long, List<BookText>> byOrigin) {
        Claim claim = met.claim();
        return byOrigin.getOrDefault(met.text().origin(), List.of()).stream()
                .filter(text -> text != met.text() && !text.isWithdrawn())
                .flatMap(text -> text.all()
                        .filter(other -> other.fact()
                                        .terms()
                                        .amount()
                                        .equals(claim.fact().terms().amount())
                                && other.fact()
                                        .terms()
                                        .recipients()
                                        .equals(claim.fact().terms().recipients()))
                        .map(other -> new Met(text, other)))
                .toList();
    }

    private Stream<Met> candidates(ClaimMark mark) {
        return shelf.named(mark.report()).stream()
                .filter(text -> !text.isWithdrawn())
                .flatMap(text ->
                        text.all().filter(claim -> covers(mark, text, claim)).map(claim -> new Met(text, claim)));
    }

    /** In another version of the report, or where it came from elsewhere, the words may be in another place. */
    private static boolean covers(ClaimMark mark, BookText text, Claim claim) {
        if (mark.overlap(claim.fact().evidence()) > 0) {
            return true;
        }
        boolean several = text.versions().size() > 1 || !text.followers().isEmpty();
        return several && claim.fact().evidence().quote().equals(mark.quote());
    }

    /**
     * Most overlap first; then claims that count, the shortest words, entries before totals, and the order of claims.
     */
    private static Comparator<Met> order(ClaimMark mark) {
        return Comparator.comparingInt(
                        (Met met) -> -mark.overlap(met.claim().fact().evidence()))
                .thenComparing(met -> !met.counts())
                .thenComparingInt(met -> met.claim().fact().evidence().span().length())
                .thenComparing(met -> met.claim().fact() instanceof Fact.Total)
                .thenComparing(Met::claim, Claim.ORDER);
    }
}
