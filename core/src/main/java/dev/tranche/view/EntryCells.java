package dev.tranche.view;

import dev.tranche.fact.Fact;
import dev.tranche.ledger.Commitment;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares the cells of an entry with what each of its claims says. */
public final class EntryCells {

    private final Commitment entry;
    private final Function<String, Optional<String>> entryOfClaim;
    private final Wording wording;

    private EntryCells(Commitment entry, Function<String, Optional<String>> entryOfClaim, Wording wording) {
        this.entry = entry;
        this.entryOfClaim = entryOfClaim;
        this.wording = wording;
    }

    /**
     * Returns the cells of an entry, in the order of {@link Field}.
     *
     * @param entryOfClaim the id of the entry in which a claim with a given id is booked
     */
    public static List<Cell> of(Commitment entry, Function<String, Optional<String>> entryOfClaim, Wording wording) {
        EntryCells cells = new EntryCells(entry, entryOfClaim, wording);
        List<Cell> all = new ArrayList<>();
        for (Field field : Field.values()) {
            all.add(new Cell(
                    field,
                    cells.shown(field),
                    cells.said(field),
                    Optional.ofNullable(entry.review().corrected().get(field))));
        }
        return all;
    }

    private Optional<String> shown(Field field) {
        return switch (field) {
            case AMOUNT -> Optional.of(wording.amount().apply(entry.amount()));
            case DONOR -> parties(entry.donors());
            case RECIPIENT -> parties(entry.recipients());
            case TYPE -> Optional.of(entry.type().slug());
            case STAGE -> Optional.of(entry.stage().slug());
            case AUTHORITY -> entry.authority();
            case DATE ->
                Optional.of(entry.date()).filter(date -> !date.isUnknown()).map(wording.date());
            case ORDINAL ->
                entry.ordinal().isPresent()
                        ? Optional.of(String.valueOf(entry.ordinal().getAsInt()))
                        : Optional.empty();
            case PARENT -> entry.parent();
        };
    }

    private Optional<String> parties(List<String> codes) {
        return Optional.of(wording.parties(codes)).filter(names -> !names.isEmpty());
    }

    private List<Cell.Said> said(Field field) {
        Map<String, List<Integer>> told = new LinkedHashMap<>();
        for (int i = 0; i < entry.claims().size(); i++) {
            int place = i;
            said(field, entry.claims().get(i))
                    .ifPresent(value -> told.computeIfAbsent(value, key -> new ArrayList<>())
                            .add(place));
        }
        List<Cell.Said> sorted = new ArrayList<>();
        told.forEach((value, claims) -> sorted.add(new Cell.Said(value, claims)));
        sorted.sort(
                Comparator.comparingInt((Cell.Said one) -> -one.claims().size()).thenComparing(Cell.Said::value));
        return sorted;
    }

    private Optional<String> said(Field field, Claim claim) {
        Fact fact = claim.fact();
        return switch (field) {
            case AMOUNT -> Optional.of(wording.amount().apply(fact.terms().amount()));
            case DONOR -> parties(fact.terms().donors().stream().sorted().toList());
            case RECIPIENT ->
                parties(fact.terms().recipients().stream().sorted().toList());
            case TYPE -> Optional.of(fact.terms().type().slug());
            case STAGE -> Optional.of(fact.terms().stage().slug());
            case AUTHORITY -> fact.terms().authority();
            case DATE ->
                Optional.of(claim.said()).filter(date -> !date.isUnknown()).map(wording.date());
            case ORDINAL ->
                fact instanceof Fact.Aid aid && aid.ordinal().isPresent()
                        ? Optional.of(String.valueOf(aid.ordinal().getAsInt()))
                        : Optional.empty();
            case PARENT -> claim.parent().flatMap(entryOfClaim);
        };
    }
}
