package dev.tranche.agreement;

import java.util.Locale;

/** The stage of an agreement. */
public enum AgreementStage {
    /** The parties talk about it. */
    UNDER_NEGOTIATION,
    /** It is to be concluded. */
    PLANNED,
    /** It is signed or reached. */
    SIGNED,
    /** It is a declaration made by several parties together. */
    JOINT_DECLARATION,
    /** It is refused, suspended or broken off. */
    REFUSED;

    /** Returns the words used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
