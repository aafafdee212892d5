package dev.tranche.problem;

import java.util.Locale;
import java.util.Optional;

/** The kind of oddity that a problem reports; a closed list, so that problems can be counted. */
public enum ProblemCode {
    /** The bytes are not in a readable encoding; they look like a picture, an archive or a program. */
    BINARY,
    /** The bytes did not fit their encoding and some were replaced. */
    ENCODING,
    /** The input contains no report. */
    EMPTY,
    /** A line of JSON Lines is not a JSON object or is cut short. */
    BROKEN_JSON,
    /** The input or one line of it is larger than the limit and was not read. */
    TOO_LARGE,
    /** A file or folder could not be opened or read. */
    UNREADABLE,
    /** Two reports of one run have the same id. */
    REPEATED_ID,
    /** A stated date is not a valid date. */
    BAD_DATE,
    /**
     * Characters were ignored that do not belong in text: controls, bidirectional marks, unpaired surrogates; or replaced
     * in an id.
     */
    ODD_CHARACTERS,
    /** A number was too long or too large for a sum of money. */
    NUMBER_TOO_LARGE,
    /** Clues contradict one another. */
    CONFLICT,
    /** More was found in one report than the limit allows. */
    TOO_MANY,
    /** The report is in a language that is not read; nothing was extracted from it. Its subject is the language. */
    OTHER_LANGUAGE,
    /** The input is in a format that is not read. Its subject is the format. */
    NOT_READ;

    /** Returns the code as written in JSON and tables: lower case, in the form first published. */
    public String slug() {
        String lower = name().toLowerCase(Locale.ROOT);
        return subjectKey().isPresent() ? lower : lower.replace('_', '-');
    }

    /** Returns the key under which JSON writes the {@linkplain Problem#subject subject} of such a problem, if it has one. */
    public Optional<String> subjectKey() {
        return switch (this) {
            case OTHER_LANGUAGE -> Optional.of("language");
            case NOT_READ -> Optional.of("format");
            case BINARY,
                    ENCODING,
                    EMPTY,
                    BROKEN_JSON,
                    TOO_LARGE,
                    UNREADABLE,
                    REPEATED_ID,
                    BAD_DATE,
                    ODD_CHARACTERS,
                    NUMBER_TOO_LARGE,
                    CONFLICT,
                    TOO_MANY -> Optional.empty();
        };
    }
}
