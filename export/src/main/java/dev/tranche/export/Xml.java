package dev.tranche.export;

/** Escapes text for XML 1.0. */
final class Xml {

    private Xml() {}

    /**
     * Returns text as it is written between tags or in quotation marks; what XML cannot represent is replaced by
     * U+FFFD.
     */
    static String text(String text) {
        String fitting = Characters.forXml(text);
        StringBuilder escaped = new StringBuilder(fitting.length() + 16);
        for (int i = 0; i < fitting.length(); i++) {
            char c = fitting.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
