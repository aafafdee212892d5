package dev.tranche.api;

import dev.tranche.print.Phrases;
import dev.tranche.view.BookView;

/** The first and the last line of a list for assistants: how much there is, and how to ask for the rest. */
final class Lists {

    private Lists() {}

    /**
     * Returns the line above a list.
     *
     * @param one what follows the number 1, such as {@code entry matches}
     * @param many what follows other numbers
     */
    static String heading(int total, int shown, Window window, String one, String many) {
        if (total == 0) {
            return "Nothing matches.\n";
        }
        String all = Phrases.count(total, one, many);
        if (shown == 0) {
            return all + "; this page is past the last one.\n";
        }
        return shown == total
                ? all + ".\n"
                : all + "; these are " + (window.skipped() + 1) + " to " + (window.skipped() + shown) + ".\n";
    }

    /** Returns the line below a list that continues; else nothing. */
    static String next(Window window, int total, BookView view) {
        return window.next(total, view.head())
                .map(cursor ->
                        "There are more: repeat the call with the same arguments and cursor \"" + cursor + "\".\n")
                .orElse("");
    }
}
