package dev.tranche.print;

import dev.tranche.extract.Extraction;
import dev.tranche.fact.Refusal;
import java.util.Locale;

/** Prints the sums of money of a report that are not assistance, one per line, with the reason. */
public final class RefusedLines {

    private RefusedLines() {}

    /** Returns the lines for people; empty when no sum was refused. */
    public static String text(Extraction extraction) {
        if (extraction.refused().isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder("  Not assistance\n");
        for (Refusal refusal : extraction.refused()) {
            lines.append("    ")
                    .append(refusal.evidence().quote().replaceAll("\\s+", " "))
                    .append(": ")
                    .append(refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append('\n');
        }
        return lines.append('\n').toString();
    }
}
