package dev.tranche.record;

import java.time.LocalDate;

/**
 * An accounting act after which packages of an authority may be missing from the donor's running totals.
 *
 * @param since first announcement day of the packages concerned
 * @param until last announcement day of the packages concerned
 * @param authority code of the authority
 * @param words what happened
 * @param source where it is reported
 * @param donor code of the donor
 * @param recipient code of the recipient
 */
public record AccountingEvent(
        LocalDate since,
        LocalDate until,
        String authority,
        String words,
        String source,
        String donor,
        String recipient) {

    /** Refuses an interval that ends before it starts. */
    public AccountingEvent {
        if (until.isBefore(since)) {
            throw new IllegalArgumentException("an accounting event ends after its first day: " + since + " " + until);
        }
    }

    /** Does it affect a package of this authority announced on this day? */
    public boolean concerns(String code, LocalDate day) {
        return authority.equals(code) && !day.isBefore(since) && !day.isAfter(until);
    }
}
