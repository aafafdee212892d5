package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.mention.StatedAmount;
import dev.tranche.record.RecordRow;
import dev.tranche.review.CellValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** An entry with some cells changed; what is not set is unchanged. */
final class EntryDraft {

    private final Commitment entry;
    private String id;
    private List<String> donors;
    private List<String> recipients;
    private StatedAmount amount;
    private AidType type;
    private Optional<String> authority;
    private Stage stage;
    private StatedDate date;
    private List<StageStep> stages;
    private Optional<String> parent;
    private boolean leaf;
    private OptionalInt ordinal;
    private Set<Flag> flags;
    private Optional<RecordRow> row;
    private Review review;
    private Judgement judgement;

    private EntryDraft(Commitment entry) {
        this.entry = entry;
        id = entry.id();
        donors = entry.donors();
        recipients = entry.recipients();
        amount = entry.amount();
        type = entry.type();
        authority = entry.authority();
        stage = entry.stage();
        date = entry.date();
        stages = entry.stages();
        parent = entry.parent();
        leaf = entry.leaf();
        ordinal = entry.ordinal();
        flags = entry.flags();
        row = entry.row();
        review = entry.review();
        judgement = entry.judgement();
    }

    static EntryDraft of(Commitment entry) {
        return new EntryDraft(entry);
    }

    EntryDraft id(String other) {
        id = other;
        return this;
    }

    EntryDraft authority(Optional<String> code) {
        authority = code;
        return this;
    }

    EntryDraft ordinal(OptionalInt place) {
        ordinal = place;
        return this;
    }

    EntryDraft row(RecordRow as) {
        row = Optional.of(as);
        return this;
    }

    EntryDraft place(Optional<String> under, boolean isLeaf) {
        parent = under;
        leaf = isLeaf;
        return this;
    }

    EntryDraft flags(Set<Flag> all) {
        flags = all;
        return this;
    }

    EntryDraft date(StatedDate days) {
        date = days;
        return this;
    }

    EntryDraft judgement(Judgement by) {
        judgement = by;
        return this;
    }

    EntryDraft review(Review by) {
        review = by;
        return this;
    }

    /** Sets a cell to a person's value; the package an entry is part of is set by the tree of packages. */
    EntryDraft set(CellValue value) {
        switch (value) {
            case CellValue.Amount sum -> amount = sum.value();
            case CellValue.Donors who -> donors = who.codes();
            case CellValue.Recipients who -> recipients = who.codes();
            case CellValue.Kind kind -> type = kind.type();
            case CellValue.Reached how -> stage = how.stage();
            case CellValue.Under under -> authority = under.code();
            case CellValue.Days days -> {
                stages = moved(days.date());
                date = days.date();
            }
            case CellValue.Place at -> ordinal = at.place();
            case CellValue.PartOf whole -> {}
        }
        return this;
    }

    /** The stage steps dated to the entry's day move with it. */
    private List<StageStep> moved(StatedDate to) {
        StatedDate from = date;
        return stages.stream()
                .map(step -> step.date().equals(from) ? new StageStep(step.stage(), to, step.reports()) : step)
                .toList();
    }

    /** Marks an entry with cells set by a person; flags follow the cells now shown. */
    EntryDraft flagCorrected() {
        Set<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        all.add(Flag.CORRECTED);
        flag(all, Flag.NO_DONOR, donors.isEmpty());
        flag(all, Flag.NO_RECIPIENT, recipients.isEmpty());
        flag(all, Flag.NO_DATE, date.isUnknown());
        flags = all;
        return this;
    }

    private static void flag(Set<Flag> all, Flag flag, boolean on) {
        if (on) {
            all.add(flag);
        } else {
            all.remove(flag);
        }
    }

    Commitment commitment() {
        return new Commitment(
                id,
                donors,
                recipients,
                amount,
                type,
                authority,
                stage,
                date,
                parent,
                leaf,
                ordinal,
                entry.items(),
                stages,
                flags,
                entry.claims(),
                row,
                review,
                judgement);
    }
}
