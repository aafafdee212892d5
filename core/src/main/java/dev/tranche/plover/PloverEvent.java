package dev.tranche.plover;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * Something that one side does to another, in PLOVER's coding.
 *
 * @param code the kind of event, such as CONSULT; from {@code plover_codes.csv}
 * @param mode how it is done, such as "visit", where the code has modes and the words state one
 * @param source codes of those who act; at least one
 * @param target codes of those on the receiving end, possibly none
 * @param date all days on which it may have happened
 * @param evidence the words that state it
 */
public record PloverEvent(
        String code,
        Optional<String> mode,
        List<String> source,
        List<String> target,
        StatedDate date,
        Evidence evidence) {

    /** Copies the lists and refuses an event without an actor. */
    public PloverEvent {
        source = List.copyOf(source);
        target = List.copyOf(target);
        if (code.isBlank() || source.isEmpty()) {
            throw new IllegalArgumentException("an event needs a code and an actor");
        }
    }
}
