package dev.tranche.export;

import java.math.BigDecimal;
import java.util.Locale;

/** Describes what changed, in Markdown that is also readable as plain text. */
public final class ChangeNotes {

    /** A longer quotation is cut. */
    private static final int LONGEST = 300;

    private ChangeNotes() {}

    /** Returns the notes. */
    public static String of(Changes changes) {
        StringBuilder notes = new StringBuilder();
        notes.append("# Changes from ")
                .append(changes.one().name())
                .append(" to ")
                .append(changes.two().name())
                .append("\n\n");
        long added = changes.count(Changes.Kind.ADDED);
        notes.append(added)
                .append(added == 1 ? " entry added, " : " entries added, ")
                .append(changes.count(Changes.Kind.REMOVED))
                .append(" removed, ")
                .append(changes.count(Changes.Kind.CHANGED))
                .append(" changed.\n");
        if (!changes.sums().isEmpty()) {
            notes.append("\n## Sums of what counts\n\n");
            changes.sums()
                    .forEach((currency, pair) -> notes.append("- ")
                            .append(currency)
                            .append(": ")
                            .append(figure(pair.before()))
                            .append(" → ")
                            .append(figure(pair.after()))
                            .append('\n'));
        }
        for (Changes.Kind kind : Changes.Kind.values()) {
            if (changes.count(kind) > 0) {
                String word = kind.name().toLowerCase(Locale.ROOT);
                notes.append("\n## Entries ").append(word).append("\n\n");
                changes.entries().stream()
                        .filter(change -> change.kind() == kind)
                        .forEach(change -> entry(notes, change));
            }
        }
        return notes.toString();
    }

    private static void entry(StringBuilder notes, Changes.Change change) {
        notes.append("- ").append(change.id()).append('\n');
        change.cells().forEach((name, pair) -> {
            String shown = change.kind() == Changes.Kind.ADDED
                    ? pair.after()
                    : change.kind() == Changes.Kind.REMOVED
                            ? pair.before()
                            : shown(pair.before()) + " → " + shown(pair.after());
            notes.append("  - ").append(name).append(": ").append(line(shown)).append('\n');
        });
        change.reasons()
                .forEach(
                        reason -> notes.append("  - why: ").append(line(reason)).append('\n'));
    }

    private static String figure(String sum) {
        return Phrase.of(new BigDecimal(sum));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private static String line(String text) {
        return Characters.cut(Characters.forXml(text).replaceAll("\\s+", " ").strip(), LONGEST);
    }
}
