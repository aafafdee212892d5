package dev.tranche.export;

import dev.tranche.statement.Statement;
import dev.tranche.text.Evidence;

/** Names statements by their first words and the place of these, so that they keep their names as the book grows. */
public final class StatementId {

    private StatementId() {}

    /** Returns the name: {@code statement-} and 16 hexadecimal digits. */
    public static String of(Statement statement) {
        Evidence first = statement.evidence();
        return Hashes.name(
                "statement",
                first.document().value(),
                Integer.toString(first.span().start()),
                first.quote());
    }
}
