package dev.tranche.fact;

/**
 * The name of the rule that read a fact, stored with it so that readings of two versions can be told apart.
 *
 * @param value lower-case words joined by full stops, such as {@code aid.noun.package}
 */
public record RuleId(String value) {

    /** Refuses names in any other form. */
    public RuleId {
        if (value.isEmpty() || !value.chars().allMatch(RuleId::isPart)) {
            throw new IllegalArgumentException("a rule id is lower-case words joined by full stops, not " + value);
        }
    }

    private static boolean isPart(int c) {
        return c == '.' || c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return value;
    }
}
