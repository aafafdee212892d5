package dev.tranche.cli;

import dev.tranche.review.Decision;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who decides, where nobody signs in. */
final class AuthorOption {

    private static final int LONGEST_NAME = 40;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description =
                    "The name that decisions carry while there are no accounts. Default: that of the system user.")
    private @Nullable String author;

    /** Returns the name. Decisions carry lower-case names, so the name of the system user is changed to one. */
    String name() {
        if (author != null) {
            if (!Decision.isAuthor(author)) {
                throw CommandException.usage("--author needs 1 to 40 lower-case letters, digits, full stops, hyphens or"
                        + " underscores, beginning with a letter or digit.");
            }
            return author;
        }
        String user =
                System.getProperty("user.name", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "");
        String name = user.substring(0, Math.min(LONGEST_NAME, user.length()));
        return Decision.isAuthor(name) ? name : "somebody";
    }

    /** Was a name given? */
    boolean isGiven() {
        return author != null;
    }
}
