package dev.tranche.testkit;

import org.jspecify.annotations.Nullable;

/**
 * The switch that lets tests rewrite what they expect: {@code -Dgolden=update}.
 *
 * <p>The rewritten files are reviewed as a diff. A build server, where the variable {@code CI} is set to true,
 * refuses the switch.
 */
public final class Golden {

    private Golden() {}

    /** Is what tests expect to be rewritten? */
    public static boolean isUpdate() {
        return isUpdate(System.getProperty("golden", ""), System.getenv("CI"));
    }

    /**
     * Is what tests expect to be rewritten, by these settings?
     *
     * @param golden the value of the switch
     * @param server the variable {@code CI}, null where it is not set
     */
    static boolean isUpdate(String golden, @Nullable String server) {
        if (!golden.equals("update")) {
            return false;
        }
        if ("true".equalsIgnoreCase(server)) {
            throw new IllegalStateException(
                    "-Dgolden=update is refused where CI=true: rewrite expectations on your machine and review them.");
        }
        return true;
    }
}
