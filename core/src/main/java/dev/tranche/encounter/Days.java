package dev.tranche.encounter;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Span;

/** Determines the days on which something took place or will take place, from the words of a part of the report. */
public interface Days {

    /**
     * Returns the days.
     *
     * @param words the part of the report about it
     * @param planned is it still to come?
     */
    StatedDate of(Span words, boolean planned);

    /** Returns the days on which the report's main event happened. */
    StatedDate ofNews();

    /** Returns the days on which the report may have been published. */
    StatedDate published();
}
