package dev.tranche.account;

/**
 * A view of the ledger that an account has named.
 *
 * @param name 1 to {@value #LONGEST_NAME} characters, not blank
 * @param query the query of its address without the question mark, of at most {@value #LONGEST_QUERY} characters
 */
public record SavedView(String name, String query) {

    /** The longest name. */
    public static final int LONGEST_NAME = 60;

    /** The longest query. */
    public static final int LONGEST_QUERY = 2_000;

    /** The most views of an account. */
    public static final int MOST = 100;

    /** Refuses blank and long names, and long queries. */
    public SavedView {
        if (name.isBlank() || name.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("a view has a name of 1 to " + LONGEST_NAME
                    + " characters and a query of" + " at most " + LONGEST_QUERY);
        }
    }
}
