package dev.tranche.export;

/** Keeps texts within what the formats can represent; anything else becomes U+FFFD, never dropped silently. */
final class Characters {

    private static final char UNKNOWN = '\uFFFD';

    private Characters() {}

    /** Returns a text in which every surrogate is paired, so that it can be encoded. */
    static String whole(String text) {
        return kept(text, false);
    }

    /**
     * Returns a text that XML 1.0 can represent: in addition, control characters other than tab and line ends are
     * replaced.
     */
    static String forXml(String text) {
        return kept(text, true);
    }

    private static String kept(String text, boolean xml) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean fits = pair || !Character.isSurrogate(c) && (!xml || isXml(c));
            if (!fits && changed == null) {
                changed = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (changed != null) {
                changed.append(fits ? c : UNKNOWN);
            }
            if (pair) {
                i++;
                if (changed != null) {
                    changed.append(text.charAt(i));
                }
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static boolean isXml(char c) {
        return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Returns the first characters of a text, with an ellipsis if some are left out; pairs are never split. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
