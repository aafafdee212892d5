package dev.tranche.extract;

/**
 * The version of the reader, stored with everything it read so that a re-reading is a difference.
 *
 * @param value name and number, such as {@code tranche-reader/1}
 */
public record ExtractionVersion(String value) {

    /** The version of this build; raised whenever the reading of any report may change. */
    public static final ExtractionVersion CURRENT = new ExtractionVersion("tranche-reader/2");
}
