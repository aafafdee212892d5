package dev.tranche.encounter;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Span;

/** Tells on which days something took place or will, by the words of a part of the report. */
public interface Days {

    /**
     * Returns the days.
     *
     * @param words the part of the report that tells of it
     * @param planned is it still to come?
     */
    StatedDate of(Span words, boolean planned);

    /** Returns the days on which that happened which the report is about. */
    StatedDate ofNews();

    /** Returns the days on which the report may have been published. */
    StatedDate published();
}
