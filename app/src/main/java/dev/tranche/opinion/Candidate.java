package dev.tranche.opinion;

/**
 * One value that a cell may get.
 *
 * @param value code of a party, or word of a type or stage
 * @param label its name for people
 * @param words words of the report that give it, at most {@value #LONGEST} characters
 */
record Candidate(String value, String label, String words) {

    static final int LONGEST = 80;

    /** Cuts the words and joins them into one line. */
    Candidate {
        String line = words.replaceAll("\\s+", " ").strip();
        words = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
