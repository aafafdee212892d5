package dev.tranche.agreement;

import java.util.Locale;

/** How far an agreement has come. */
public enum AgreementStage {
    /** The parties talk about it. */
    UNDER_NEGOTIATION,
    /** It is to be made. */
    PLANNED,
    /** It is signed or reached. */
    SIGNED,
    /** It is a declaration that several have made together. */
    JOINT_DECLARATION,
    /** It is refused, suspended or broken off. */
    REFUSED;

    /** Returns the words used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
