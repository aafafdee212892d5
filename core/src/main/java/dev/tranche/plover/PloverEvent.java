package dev.tranche.plover;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * Something that one side does to another, coded as PLOVER codes it.
 *
 * @param code the kind of event, such as CONSULT; one of {@code plover_codes.csv}
 * @param mode how it is done, such as "visit", where the code has modes and the words tell
 * @param source codes of those who act; at least one
 * @param target codes of those to whom it is done, possibly none
 * @param date all days on which it may be
 * @param evidence the words
 */
public record PloverEvent(
        String code,
        Optional<String> mode,
        List<String> source,
        List<String> target,
        StatedDate date,
        Evidence evidence) {

    /** Copies the lists and refuses an event of nobody. */
    public PloverEvent {
        source = List.copyOf(source);
        target = List.copyOf(target);
        if (code.isBlank() || source.isEmpty()) {
            throw new IllegalArgumentException("an event needs a code and somebody who acts");
        }
    }
}
