package dev.tranche.rule;

import dev.tranche.fact.RuleId;

/**
 * What the rules took a sum for.
 *
 * @param total is it a running total?
 * @param rule the rule that decided
 */
record FactKind(boolean total, RuleId rule) {

    static FactKind aid(String rule) {
        return new FactKind(false, new RuleId("aid." + rule));
    }

    static FactKind total(String rule) {
        return new FactKind(true, new RuleId("total." + rule));
    }
}
