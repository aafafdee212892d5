package dev.tranche.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a report came from, which decides who may withdraw or correct it: only the same origin.
 *
 * @param origin the feed that it was fetched from, or the agency of an item in a file; empty for a report that
 *     no agency can withdraw or correct
 * @param version the version that the agency states, larger for later ones; 0 where it states none
 */
public record Delivery(Optional<String> origin, long version) {

    /** Nobody can withdraw or correct it. */
    public static final Delivery NONE = new Delivery(Optional.empty(), 0);

    private static final String AGENCY = "agency ";
    private static final String FEED = "feed ";
    private static final String WATCHED = "watched ";

    /** Refuses a blank origin, a negative version, and a version without an origin. */
    public Delivery {
        if (origin.filter(String::isBlank).isPresent() || version < 0 || origin.isEmpty() && version > 0) {
            throw new IllegalArgumentException("a delivery has a named origin and a version from 0: " + origin);
        }
    }

    /** Returns the delivery of an agency's item in a file of the user. */
    public static Delivery ofAgency(String agency, long version) {
        return new Delivery(Optional.of(AGENCY + agency.strip().toLowerCase(Locale.ROOT)), version);
    }

    /** Returns the delivery of an agency's item in a feed, whichever agency it names. */
    public static Delivery ofFeed(String address, long version) {
        return new Delivery(Optional.of(FEED + bare(address)), version);
    }

    /** Returns the delivery of any other report of a feed or page that is watched: nobody withdraws it from there. */
    public static Delivery watched(String address, long version) {
        return new Delivery(Optional.of(WATCHED + bare(address)), version);
    }

    /** Is this an agency's item, which only the same origin may correct or withdraw? */
    public boolean isAgencys() {
        return origin.filter(one -> one.startsWith(AGENCY) || one.startsWith(FEED))
                .isPresent();
    }

    /** Sites move from http to https. */
    private static String bare(String address) {
        return address.replaceFirst("^https?://", "");
    }
}
