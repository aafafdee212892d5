package dev.tranche.eval;

import java.util.Locale;
import java.util.Set;

/** A field of a fact that is compared once two facts are known to be about the same sum. */
public enum ScoredField {
    /** The donors, in any order. */
    DONOR,
    /** The recipients, in any order. */
    RECIPIENT,
    /** The type of assistance. */
    TYPE,
    /** The stage. */
    STAGE,
    /** The authority it is given under. */
    AUTHORITY,
    /** How the number bounds the sum. */
    BOUND,
    /** The month from which a total counts; the day is not compared. */
    SINCE;

    private static final int MONTH_LENGTH = 7;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Must this field be right for a strict hit? */
    public boolean isStrict() {
        return switch (this) {
            case DONOR, RECIPIENT, TYPE, STAGE -> true;
            case AUTHORITY, BOUND, SINCE -> false;
        };
    }

    /** Is the field scored for a gold fact? The base of a single gift is not. */
    public boolean counts(ComparedFact gold) {
        return this != SINCE || gold.isTotal();
    }

    /** Do two facts have the same value? */
    public boolean agrees(ComparedFact one, ComparedFact other) {
        return switch (this) {
            case DONOR -> Set.copyOf(one.donors()).equals(Set.copyOf(other.donors()));
            case RECIPIENT -> Set.copyOf(one.recipients()).equals(Set.copyOf(other.recipients()));
            case TYPE -> one.type().equals(other.type());
            case STAGE -> one.stage().equals(other.stage());
            case AUTHORITY -> one.authority().equals(other.authority());
            case BOUND -> one.bound().equals(other.bound());
            case SINCE -> month(one).equals(month(other));
        };
    }

    /** Returns the value as shown next to another one. */
    public String show(ComparedFact fact) {
        return switch (this) {
            case DONOR -> fact.donors().toString();
            case RECIPIENT -> fact.recipients().toString();
            case TYPE -> fact.type().orElse("null");
            case STAGE -> fact.stage().orElse("null");
            case AUTHORITY -> fact.authority().orElse("null");
            case BOUND -> fact.bound();
            case SINCE -> fact.since().orElse("null");
        };
    }

    private static String month(ComparedFact fact) {
        String since = fact.isTotal() ? fact.since().orElse("") : "";
        return since.substring(0, Math.min(MONTH_LENGTH, since.length()));
    }
}
