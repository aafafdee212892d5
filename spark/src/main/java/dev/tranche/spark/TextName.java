package dev.tranche.spark;

import dev.tranche.resolve.TextTag;
import java.io.Serializable;

/**
 * The tag of a text as it is sent between machines.
 *
 * @param high see {@link TextTag#high}
 * @param low see {@link TextTag#low}
 */
record TextName(long high, long low) implements Comparable<TextName>, Serializable {

    static TextName of(TextTag tag) {
        return new TextName(tag.high(), tag.low());
    }

    TextTag tag() {
        return new TextTag(high, low);
    }

    @Override
    public int compareTo(TextName other) {
        return tag().compareTo(other.tag());
    }
}
