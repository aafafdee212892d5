package dev.tranche.print;

/** Colours and weights of text on a terminal; does nothing in a pipe. */
public enum Ink {
    /** Text with escape sequences. */
    COLOUR,
    /** Bare text. */
    PLAIN;

    /** Makes text stand out. */
    public String bold(String text) {
        return paint("1", text);
    }

    /** Makes text recede. */
    public String dim(String text) {
        return paint("2", text);
    }

    /** Colours text for something done. */
    public String green(String text) {
        return paint("32", text);
    }

    /** Colours text for something on its way. */
    public String cyan(String text) {
        return paint("36", text);
    }

    /** Colours text for something open. */
    public String yellow(String text) {
        return paint("33", text);
    }

    /** Colours text for something stopped or wrong. */
    public String red(String text) {
        return paint("31", text);
    }

    /** Colours text for a name. */
    public String magenta(String text) {
        return paint("35", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
