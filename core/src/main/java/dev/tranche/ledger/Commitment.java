package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.Stage;
import dev.tranche.mention.StatedAmount;
import dev.tranche.record.RecordRow;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Field;
import dev.tranche.review.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * One entry of the ledger: a commitment, however many reports mention it.
 *
 * @param id permanent name, derived from the first evidence, never from the sum; unique in a ledger
 * @param donors codes of the donors, sorted; empty if no report names them
 * @param recipients codes of the recipients, sorted; empty if no report names them
 * @param amount the sum shown: the most precise one that is well supported
 * @param type kind of assistance
 * @param authority code of the authority
 * @param stage its stage according to all reports
 * @param date the days on which it was announced; for an entry without an announcement, those on which it was first
 *     reported
 * @param parent id of the package it is a part of
 * @param leaf does it count in sums? Packages with parts do not, their parts do
 * @param ordinal its number in a series
 * @param items equipment that reports name, each once
 * @param stages the stages reported, in their usual order
 * @param flags what to know before trusting it
 * @param claims the claims that reports make about it, in order; empty for a computed entry and for one found only in
 *     the record
 * @param row the matching row of the official record; empty if no record is loaded or none matches
 * @param review what people decided about it
 * @param judgement how the books judge it
 */
public record Commitment(
        String id,
        List<String> donors,
        List<String> recipients,
        StatedAmount amount,
        AidType type,
        Optional<String> authority,
        Stage stage,
        StatedDate date,
        Optional<String> parent,
        boolean leaf,
        OptionalInt ordinal,
        List<FactItem> items,
        List<StageStep> stages,
        Set<Flag> flags,
        List<Claim> claims,
        Optional<RecordRow> row,
        Review review,
        Judgement judgement) {

    /** The kind of an entry. */
    public enum Kind {
        /** A package, loan, grant, sale or payment. */
        COMMITMENT,
        /** Money requested from or voted by a legislature, council or board. */
        BILL;

        /** Returns the word used in JSON: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the lists. */
    public Commitment {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
        items = List.copyOf(items);
        stages = List.copyOf(stages);
        flags = ordered(flags);
        claims = List.copyOf(claims);
    }

    private static Set<Flag> ordered(Set<Flag> flags) {
        return flags.isEmpty() ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    }

    /** Returns what it is: a bill while it is requested, voted or held up, else a commitment. */
    public Kind kind() {
        boolean asked = switch (stage) {
            case REQUESTED, APPROPRIATED, BLOCKED -> true;
            case PLANNED, ANNOUNCED, DELIVERED -> false;
        };
        return asked ? Kind.BILL : Kind.COMMITMENT;
    }

    /** Returns its standing: how far it can be relied on. */
    public Standing standing() {
        return judgement.standing();
    }

    /** Does it add to the sums of its stage? Only a booked entry without parts does. */
    public boolean adds() {
        return leaf && judgement.standing() == Standing.BOOKED;
    }

    /** Is it counted as assistance promised or given: does it add to sums, and is it more than requested, planned or voted? */
    public boolean counted() {
        return adds() && stage.isPromised();
    }

    /** Copies this entry with a judgement. */
    public Commitment judged(Judgement by) {
        return judgement.equals(by) ? this : EntryDraft.of(this).judgement(by).commitment();
    }

    /** Returns its cells as shown, in order; an acceptance holds as long as they are unchanged. */
    public List<Shown> cells() {
        return List.of(
                new Shown(Field.AMOUNT, Shown.text(amount)),
                new Shown(Field.DONOR, Shown.text(donors)),
                new Shown(Field.RECIPIENT, Shown.text(recipients)),
                new Shown(Field.TYPE, type.slug()),
                new Shown(Field.STAGE, stage.slug()),
                new Shown(Field.AUTHORITY, authority.orElse("")),
                new Shown(Field.DATE, Shown.text(date)),
                new Shown(Field.ORDINAL, ordinal.isPresent() ? Integer.toString(ordinal.getAsInt()) : ""),
                new Shown(Field.PARENT, parent.orElse("")));
    }

    /** Returns what people decided about it: accepted as shown, else corrected, else nothing. */
    public Optional<Review.State> reviewed() {
        if (review.acceptance().filter(given -> given.holds(this)).isPresent()) {
            return Optional.of(Review.State.ACCEPTED);
        }
        return review.corrected().isEmpty() ? Optional.empty() : Optional.of(Review.State.CORRECTED);
    }

    /** Returns the keys of the reports behind it, sorted. */
    public List<String> reports() {
        return claims.stream().map(Claim::report).distinct().sorted().toList();
    }

    /** Returns the number of outlets that report it. */
    public int outlets() {
        return (int) claims.stream().map(Claim::outlet).distinct().count();
    }

    /** Returns the number of different texts that report it: copies of one text count once. */
    public int origins() {
        return (int) claims.stream().mapToLong(Claim::origin).distinct().count();
    }

    /** Returns its sources, in order: the record, reports, or neither, if it was computed. */
    public List<SourceClass> sources() {
        List<SourceClass> sources = new ArrayList<>();
        if (row.isPresent()) {
            sources.add(SourceClass.RECORD);
        }
        if (!claims.isEmpty()) {
            sources.add(SourceClass.REPORT);
        }
        return sources.isEmpty() ? List.of(SourceClass.COMPUTED) : List.copyOf(sources);
    }

    /** Copies this entry as the match of a row of the record; what a person set is kept. */
    Commitment recorded(RecordRow as) {
        EntryDraft draft = EntryDraft.of(this).row(as);
        if (!as.authority().isEmpty() && !review.isCorrected(Field.AUTHORITY)) {
            draft.authority(Optional.of(as.authority()));
        }
        if (ordinal.isEmpty() && !review.isCorrected(Field.ORDINAL)) {
            draft.ordinal(as.ordinal());
        }
        if (!review.isCorrected(Field.DATE)) {
            draft.date(StatedDate.on(as.date()));
        }
        return draft.commitment();
    }

    /** Copies this entry with another id. */
    Commitment renamed(String other) {
        return EntryDraft.of(this).id(other).commitment();
    }

    /** Copies this entry with its place in the tree of packages. */
    Commitment placed(Optional<String> under, boolean isLeaf, Set<Flag> allFlags) {
        boolean same = parent.equals(under) && leaf == isLeaf && flags.equals(allFlags);
        return same
                ? this
                : EntryDraft.of(this).place(under, isLeaf).flags(allFlags).commitment();
    }
}
