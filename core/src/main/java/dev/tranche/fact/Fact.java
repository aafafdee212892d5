package dev.tranche.fact;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A sum of assistance between governments that a report states, and the words that state it. */
public sealed interface Fact {

    /** Returns what the sum is said to be. */
    Terms terms();

    /** Returns the index of the fact of the same report that this sum is a part of. */
    OptionalInt partOf();

    /** Returns the words that carry the sum. */
    Evidence evidence();

    /** Returns the rule that read it. */
    RuleId rule();

    /** Returns a copy that is a part of another fact of the same report. */
    Fact partOf(int parent);

    /** Returns when it happened or is to happen, as far as the report states. */
    StatedDate date();

    /** Returns a copy with another date. */
    Fact with(StatedDate date);

    /** Returns the words behind each cell. */
    Cells cells();

    /** Returns a copy with the words behind each cell. */
    Fact with(Cells cells);

    /** Copies the fact with other terms. */
    Fact with(Terms terms);

    /** Returns the word used in JSON for its kind. */
    String kind();

    /**
     * A specific package, pledge, grant, loan, request, bill or delivery.
     *
     * @param terms what the sum is said to be
     * @param partOf index of the fact it is a part of
     * @param ordinal its place in a numbered series ("34th drawdown"), above 0
     * @param announcer who made it public, where named
     * @param items equipment that its sentence names
     * @param evidence the words that carry the sum
     * @param rule the rule that read it
     * @param date when it happened or is to happen
     * @param cells the words behind each cell
     */
    record Aid(
            Terms terms,
            OptionalInt partOf,
            OptionalInt ordinal,
            Optional<Announcer> announcer,
            List<FactItem> items,
            Evidence evidence,
            RuleId rule,
            StatedDate date,
            Cells cells)
            implements Fact {

        /** Builds a fact whose cells have no words of their own. */
        public Aid(
                Terms terms,
                OptionalInt partOf,
                OptionalInt ordinal,
                Optional<Announcer> announcer,
                List<FactItem> items,
                Evidence evidence,
                RuleId rule,
                StatedDate date) {
            this(terms, partOf, ordinal, announcer, items, evidence, rule, date, Cells.NONE);
        }

        /** Builds a fact whose date is not yet known. */
        public Aid(
                Terms terms,
                OptionalInt partOf,
                OptionalInt ordinal,
                Optional<Announcer> announcer,
                List<FactItem> items,
                Evidence evidence,
                RuleId rule) {
            this(terms, partOf, ordinal, announcer, items, evidence, rule, StatedDate.UNKNOWN);
        }

        /** Copies the list of items and refuses ordinals below 1. */
        public Aid {
            items = List.copyOf(items);
            if (ordinal.isPresent() && ordinal.getAsInt() < 1) {
                throw new IllegalArgumentException("an ordinal is above 0: " + ordinal.getAsInt());
            }
        }

        @Override
        public Aid partOf(int parent) {
            return new Aid(terms, OptionalInt.of(parent), ordinal, announcer, items, evidence, rule, date, cells);
        }

        @Override
        public Aid with(StatedDate when) {
            return new Aid(terms, partOf, ordinal, announcer, items, evidence, rule, when, cells);
        }

        /** Copies the fact with another announcer. */
        public Aid with(Announcer other) {
            return new Aid(terms, partOf, ordinal, Optional.of(other), items, evidence, rule, date, cells);
        }

        @Override
        public Aid with(Cells other) {
            return new Aid(terms, partOf, ordinal, announcer, items, evidence, rule, date, other);
        }

        @Override
        public Aid with(Terms other) {
            return new Aid(other, partOf, ordinal, announcer, items, evidence, rule, date, cells);
        }

        @Override
        public String kind() {
            return "aid";
        }
    }

    /**
     * A sum said to have accumulated over a period or several packages; a check on the ledger, never money.
     *
     * @param terms what the sum is said to be; its stage is that of what is summed
     * @param partOf index of the fact it is a part of
     * @param since the start of the period, in the ISO precision of the words: a day, a month or a year
     * @param evidence the words that carry the sum
     * @param rule the rule that read it
     * @param date the days over which or on which it is reported
     * @param cells the words behind each cell
     */
    record Total(
            Terms terms,
            OptionalInt partOf,
            Optional<String> since,
            Evidence evidence,
            RuleId rule,
            StatedDate date,
            Cells cells)
            implements Fact {

        /** Builds a fact whose cells have no words of their own. */
        public Total(
                Terms terms,
                OptionalInt partOf,
                Optional<String> since,
                Evidence evidence,
                RuleId rule,
                StatedDate date) {
            this(terms, partOf, since, evidence, rule, date, Cells.NONE);
        }

        /** Builds a fact whose date is not yet known. */
        public Total(Terms terms, OptionalInt partOf, Optional<String> since, Evidence evidence, RuleId rule) {
            this(terms, partOf, since, evidence, rule, StatedDate.UNKNOWN);
        }

        @Override
        public Total partOf(int parent) {
            return new Total(terms, OptionalInt.of(parent), since, evidence, rule, date, cells);
        }

        @Override
        public Total with(StatedDate when) {
            return new Total(terms, partOf, since, evidence, rule, when, cells);
        }

        @Override
        public Total with(Cells other) {
            return new Total(terms, partOf, since, evidence, rule, date, other);
        }

        @Override
        public Total with(Terms other) {
            return new Total(other, partOf, since, evidence, rule, date, cells);
        }

        @Override
        public String kind() {
            return "total";
        }
    }
}
