package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.print.LedgerJson;
import dev.tranche.resolve.Claim;
import dev.tranche.view.BookView;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes entries as lists show them: with what people call them and what they are about. */
final class Entries {

    /** Longest headline or first sentence that is shown, in characters. */
    private static final int MOST_TITLE = 200;

    private Entries() {}

    /** Writes the members of an entry into an object that is open. */
    static void write(JsonGenerator json, Commitment entry, BookView view) {
        LedgerJson.writeEntry(json, entry, view::shortName);
        Json.text(json, "title", title(entry, view));
        json.writeNumberProperty("added", view.index().added(entry));
    }

    /** Returns the headline of the first report that has one, else the words of the sum, else nothing. */
    static Optional<String> title(Commitment entry, BookView view) {
        return entry.claims().stream()
                .flatMap(claim -> view.report(claim.report()).stream())
                .map(report -> report.title().strip())
                .filter(title -> !title.isEmpty())
                .findFirst()
                .or(() -> entry.claims().stream()
                        .map(Claim::fact)
                        .map(fact -> fact.evidence().quote())
                        .findFirst())
                .map(Entries::shortened);
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        if (line.length() <= MOST_TITLE) {
            return line;
        }
        int end = line.lastIndexOf(' ', MOST_TITLE);
        return line.substring(0, end > 0 ? end : MOST_TITLE) + " …";
    }
}
