package dev.tranche.text;

/**
 * The name of a report, unique among the reports of one run: its stated id, else its file name without extension.
 *
 * @param value 1 to 1,024 UTF-16 units, not blank
 */
public record DocumentId(String value) implements Comparable<DocumentId> {

    /** The most UTF-16 units that an id may hold. */
    public static final int MAX_LENGTH = 1024;

    /** Refuses blank and oversized ids. */
    public DocumentId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a document id needs 1 to " + MAX_LENGTH + " characters, not " + value.length());
        }
    }

    /**
     * Returns the id with U+FFFD in place of what an address cannot hold: control characters, unpaired
     * surrogates, and the full stops of "." and "..", which mean folders. A report with such an id could be listed but
     * not opened.
     */
    public DocumentId addressable() {
        if (value.equals(".") || value.equals("..")) {
            return new DocumentId("\uFFFD".repeat(value.length()));
        }
        if (value.codePoints().noneMatch(DocumentId::isUnaddressable)) {
            return this;
        }
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints().forEach(c -> clean.appendCodePoint(isUnaddressable(c) ? 0xFFFD : c));
        return new DocumentId(clean.toString());
    }

    private static boolean isUnaddressable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    /** Orders by UTF-16 units. */
    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
