package dev.tranche.store;

import java.util.List;

/** The views of the ledger that the accounts of a book have named. */
public final class ViewTable {

    private final Rows rows;
    private final boolean isThere;

    ViewTable(Rows rows, boolean isThere) {
        this.rows = rows;
        this.isThere = isThere;
    }

    /**
     * A view as stored.
     *
     * @param name what its account calls it
     * @param query the query of its address, without the question mark
     */
    public record Row(String name, String query) {}

    /** Returns the views of an account in their order; a book of earlier tables has none. */
    public List<Row> of(String account) {
        return isThere
                ? rows.list(
                        "SELECT name, query FROM saved_view WHERE account = ? ORDER BY place",
                        row -> new Row(row.getString("name"), row.getString("query")),
                        account)
                : List.of();
    }

    /** Replaces the views of an account with these. */
    public void replace(String account, List<Row> views) {
        rows.change("DELETE FROM saved_view WHERE account = ?", account);
        for (int place = 0; place < views.size(); place++) {
            rows.change(
                    "INSERT INTO saved_view (account, place, name, query) VALUES (?, ?, ?, ?)",
                    account,
                    place,
                    views.get(place).name(),
                    views.get(place).query());
        }
    }

    void clear() {
        if (isThere) {
            rows.change("DELETE FROM saved_view");
        }
    }
}
