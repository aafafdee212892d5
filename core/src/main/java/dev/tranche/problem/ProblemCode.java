package dev.tranche.problem;

import java.util.Locale;

/** What kind of oddness a problem tells of; a closed list, so that problems can be counted. */
public enum ProblemCode {
    /** The bytes are in no encoding that can be read; they look like a picture, an archive or a program. */
    BINARY,
    /** The bytes did not fit their encoding and some were replaced. */
    ENCODING,
    /** The input holds no report. */
    EMPTY,
    /** A line of JSON Lines is no JSON object or breaks off. */
    BROKEN_JSON,
    /** The input or one line of it is larger than the limit and was not read. */
    TOO_LARGE,
    /** A file or folder could not be opened or read. */
    UNREADABLE,
    /** Two reports of one run have the same id. */
    REPEATED_ID,
    /** A stated date is no date. */
    BAD_DATE,
    /** Characters were ignored that do not belong into text: controls, bidirectional marks, half surrogates. */
    ODD_CHARACTERS,
    /** A number was too long or too large to be a sum of money. */
    NUMBER_TOO_LARGE,
    /** Clues contradict one another. */
    CONFLICT,
    /** More was found in one report than the limit keeps. */
    TOO_MANY;

    /** Returns the code as written in JSON and tables: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
