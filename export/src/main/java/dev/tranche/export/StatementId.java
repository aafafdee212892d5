package dev.tranche.export;

import dev.tranche.statement.Statement;

/** Names statements by their first words, so that they keep their names as the book grows. */
public final class StatementId {

    private static final int LETTERS = 16;

    private StatementId() {}

    /** Returns the name: {@code statement-} and 16 hexadecimal digits. */
    public static String of(Statement statement) {
        String first = statement.evidence().document().value() + "\n"
                + statement.evidence().quote();
        return "statement-" + Hashes.sha256(first).substring(0, LETTERS);
    }
}
