package dev.tranche.print;

import dev.tranche.extract.ExtractionVersion;
import dev.tranche.ledger.EntryChange;
import dev.tranche.pipeline.Reread;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints for people what reading a book again has changed: a summary, then entry by entry. */
public final class RereadPrinter {

    private static final int FEW_ENTRIES = 10;
    private static final int FEW_WORDS = 3;

    /** A longer quotation is cut. */
    private static final int LONGEST = 160;

    private final Ink ink;
    private final boolean whole;

    /**
     * Builds a printer.
     *
     * @param whole whether to print every entry and every place in a report, rather than only the first of them
     */
    public RereadPrinter(Ink ink, boolean whole) {
        this.ink = ink;
        this.whole = whole;
    }

    /** Prints piece by piece, so that a long list need not fit into memory. */
    public void print(Reread reread, Consumer<String> out) {
        out.accept(summary(reread));
        long shown = whole ? Long.MAX_VALUE : FEW_ENTRIES;
        reread.diff().entries().stream().limit(shown).forEach(change -> out.accept("\n" + entry(change)));
        int left = reread.diff().entries().size() - FEW_ENTRIES;
        if (!whole && left > 0) {
            out.accept("\n" + Phrases.count(left, "more entry", "more entries") + ": --details lists all.\n");
        }
    }

    private String summary(Reread reread) {
        StringBuilder lines = new StringBuilder();
        lines.append(Phrases.count(reread.reports(), "report", "reports"))
                .append(reread.reports() == 1 ? " was" : " were")
                .append(" read again by ")
                .append(reader(reread.reader()))
                .append(differing(reread))
                .append('\n');
        if (reread.failures() > 0) {
            lines.append("A bug in Tranche kept ")
                    .append(Phrases.count(reread.failures(), "report", "reports"))
                    .append(" from being read again; the earlier readings still count.\n");
        }
        if (reread.diff().entries().isEmpty()) {
            lines.append("No entry of the ledger has changed.\n");
        } else {
            lines.append("Entries: ")
                    .append(reread.diff().count(EntryChange.Kind.ADDED))
                    .append(" added, ")
                    .append(reread.diff().count(EntryChange.Kind.REMOVED))
                    .append(" removed, ")
                    .append(reread.diff().count(EntryChange.Kind.CHANGED))
                    .append(" changed")
                    .append(cells(reread))
                    .append(".\n");
        }
        reread.diff()
                .sums()
                .forEach((currency, sum) -> lines.append("What counts in ")
                        .append(currency)
                        .append(": ")
                        .append(Phrases.figure(sum.before()))
                        .append(" → ")
                        .append(Phrases.figure(sum.after()))
                        .append('\n'));
        if (!reread.vain().isEmpty()) {
            lines.append(Phrases.count(reread.vain().size(), "decision", "decisions"))
                    .append(" no longer find")
                    .append(reread.vain().size() == 1 ? "s" : "")
                    .append(" the words that ")
                    .append(reread.vain().size() == 1 ? "it refers" : "they refer")
                    .append(" to: ")
                    .append(Columns.names(reread.vain()))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String differing(Reread reread) {
        if (reread.differing() == 0) {
            return "; all say the same as before.";
        }
        return "; " + reread.differing() + (reread.differing() == 1 ? " now says" : " now say")
                + " something different.";
    }

    /** Returns how often which cell of a changed entry differs, the most frequent first. */
    private static String cells(Reread reread) {
        Map<String, Integer> times = new TreeMap<>();
        reread.diff().entries().stream()
                .filter(change -> change.kind() == EntryChange.Kind.CHANGED)
                .flatMap(change -> change.cells().stream())
                .forEach(cell -> times.merge(cell.name(), 1, Integer::sum));
        String list = times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : " (" + list + ")";
    }

    /** Returns a version in words: the reader, and whose lexicon. */
    private static String reader(ExtractionVersion version) {
        return version.value()
                + version.rows().map(rows -> " with your lexicon " + rows).orElse(" with the shipped lexicon");
    }

    private String entry(EntryChange change) {
        StringBuilder lines = new StringBuilder()
                .append(painted(change.kind()))
                .append(' ')
                .append(ink.bold(change.id()))
                .append('\n');
        for (EntryChange.CellChange cell : change.cells()) {
            lines.append("  ").append(cell.name()).append(": ").append(values(change.kind(), cell));
            cell.quote().ifPresent(words -> lines.append(ink.dim("  “" + line(words) + "”")));
            lines.append('\n');
        }
        if (change.words().isEmpty()) {
            lines.append("    Its own words are read as before; other entries have changed.\n");
        }
        int shown = whole
                ? change.words().size()
                : Math.min(FEW_WORDS, change.words().size());
        change.words().subList(0, shown).forEach(each -> lines.append(words(each)));
        int left = change.words().size() - shown;
        if (left > 0) {
            lines.append("    ")
                    .append(Phrases.count(left, "more place", "more places"))
                    .append(" in reports\n");
        }
        return lines.toString();
    }

    private String painted(EntryChange.Kind kind) {
        return switch (kind) {
            case ADDED -> ink.green(kind.slug());
            case REMOVED -> ink.red(kind.slug());
            case CHANGED -> ink.yellow(kind.slug());
        };
    }

    private static String values(EntryChange.Kind kind, EntryChange.CellChange cell) {
        return switch (kind) {
            case ADDED -> line(cell.after());
            case REMOVED -> line(cell.before());
            case CHANGED -> shown(cell.before()) + " → " + shown(cell.after());
        };
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : line(value);
    }

    private String words(EntryChange.WordChange words) {
        StringBuilder lines = new StringBuilder("    “")
                .append(line(words.quote()))
                .append("” (")
                .append(line(words.outlet()))
                .append(words.outlet().equals(words.report()) ? "" : ", " + line(words.report()))
                .append(")\n      ");
        Optional<EntryChange.Told> before = words.before();
        Optional<EntryChange.Told> after = words.after();
        if (before.isPresent() && after.isPresent()) {
            lines.append("rule ")
                    .append(pair(before.get().rule(), after.get().rule()))
                    .append(", reader ")
                    .append(pair(
                            before.get().reader().value(), after.get().reader().value()));
            if (!before.get().entry().equals(after.get().entry())) {
                lines.append(", booked in ").append(pair(entry(before.get()), entry(after.get())));
            }
        } else if (after.isPresent()) {
            lines.append("read as a sum of assistance now: rule ")
                    .append(after.get().rule())
                    .append(", reader ")
                    .append(after.get().reader().value());
        } else {
            lines.append("no longer a sum of assistance")
                    .append(words.refused()
                            .map(why -> " (" + why.replace('_', ' ') + ")")
                            .orElse(""))
                    .append(before.map(told -> "; before: rule " + told.rule() + ", reader "
                                    + told.reader().value())
                            .orElse(""));
        }
        return lines.append('\n').toString();
    }

    private static String entry(EntryChange.Told told) {
        return told.entry().orElse("the running totals");
    }

    private static String pair(String before, String after) {
        return before.equals(after) ? after : before + " → " + after;
    }

    private static String line(String text) {
        return Columns.cut(Columns.oneLine(text), LONGEST);
    }
}
