package dev.tranche.assistance;

import dev.tranche.fact.RuleId;

/**
 * What a sum was decided to be.
 *
 * @param rule name of the rule
 * @param total whether it is a running total rather than one act of assistance
 */
record FactKind(RuleId rule, boolean total) {

    static FactKind aid(String name) {
        return new FactKind(new RuleId("aid." + name), false);
    }

    static FactKind total(String name) {
        return new FactKind(new RuleId("total." + name), true);
    }

    boolean isBringing() {
        return this.equals(BRINGING);
    }

    boolean isTracked() {
        return this.equals(TRACKED);
    }

    boolean isShare() {
        return this.equals(SHARE);
    }

    /** Does it rest on words that may also be said of one act: "since", "so far", "has given"? */
    boolean isLoose() {
        return !total || equals(SINCE) || equals(PERFECT) || equals(TRACKED) || equals(OWNED) || equals(COUNTED);
    }

    boolean isSince() {
        return this.equals(SINCE);
    }

    boolean isPerfect() {
        return this.equals(PERFECT);
    }

    /** Decided by all clues together, not by a rule. */
    static final FactKind WEIGHED = aid("weighed");

    /** One act, where a rule saw a total. */
    static final FactKind SINGLE = aid("single");

    /** What has added up, where a rule saw one act. */
    static final FactKind COUNTED = total("weighed");

    static final FactKind SHARE = total("part");
    static final FactKind BRINGING = total("bringing");
    static final FactKind SINCE = total("since");
    static final FactKind PERFECT = total("perfect");
    static final FactKind FIGURE = total("figure");
    static final FactKind OWNED = total("owned");
    static final FactKind TRACKED = total("tracked");
}
