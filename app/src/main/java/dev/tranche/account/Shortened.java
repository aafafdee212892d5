package dev.tranche.account;

/** Text from outside, made safe to keep and show. */
final class Shortened {

    private static final int REPLACEMENT = 0xFFFD;

    private Shortened() {}

    /** Returns at most a given number of characters, with control characters and halves of surrogate pairs replaced. */
    static String of(String text, int most) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(most).map(c -> isKept(c) ? c : REPLACEMENT).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // Marks of writing direction could make a line of the record read as another.
            case Character.FORMAT -> false;
            default -> true;
        };
    }
}
