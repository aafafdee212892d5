package dev.tranche.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a report came from, which decides who may withdraw or correct it: only the same origin.
 *
 * @param origin the feed or page that it was fetched from, or the agency of an item in a file; empty for a report that
 *     no agency can withdraw or correct
 * @param version the version that the agency states, larger for later ones; 0 where it states none
 */
public record Delivery(Optional<String> origin, long version) {

    /** Nobody can withdraw or correct it. */
    public static final Delivery NONE = new Delivery(Optional.empty(), 0);

    private static final String AGENCY = "agency ";
    private static final String FEED = "feed ";
    private static final String WATCHED = "watched ";
    private static final String RELAYED = "relayed ";
    private static final String MAIL = "mail";

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

    /** Returns the delivery of a report that a site publishes itself, on a page or in a feed: nobody withdraws it from there. */
    public static Delivery watched(String address, long version) {
        return new Delivery(Optional.of(WATCHED + bare(address)), version);
    }

    /**
     * Returns the delivery of a report that claims the address of a site other than the one it came from.
     *
     * @param address where it came from
     */
    public static Delivery relayed(String address, long version) {
        return new Delivery(Optional.of(RELAYED + bare(address)), version);
    }

    /** Returns the delivery of a report in an email that claims the address of a site. */
    public static Delivery mailed() {
        return new Delivery(Optional.of(MAIL), 0);
    }

    /**
     * Is it a version only of what came from the same origin, whatever address and outlet it names? True of an agency's
     * items, which only the same origin may correct, and of relayed reports, which may claim what they like.
     */
    public boolean isConfined() {
        return origin.filter(one -> !one.startsWith(WATCHED)).isPresent();
    }

    /** Returns how far it may be from who wrote it: 0 for what is not confined, more for each further step. */
    public int distance() {
        if (!isConfined()) {
            return 0;
        }
        String from = origin.orElse("");
        if (from.startsWith(AGENCY)) {
            return 1;
        }
        return from.startsWith(FEED) ? 2 : 3;
    }

    /** Returns the host of the feed or page of a report that its site publishes itself; empty for any other report. */
    public Optional<String> site() {
        return origin.filter(one -> one.startsWith(WATCHED))
                .map(one -> one.substring(WATCHED.length()).replaceFirst("/.*", ""));
    }

    /** Returns the address, without its scheme, of the feed or page that it came from; empty for what came otherwise. */
    public Optional<String> feed() {
        return origin.filter(one -> !one.startsWith(AGENCY) && !one.equals(MAIL))
                .map(one -> one.substring(one.indexOf(' ') + 1));
    }

    /** Sites move from http to https. */
    private static String bare(String address) {
        return address.replaceFirst("^https?://", "");
    }
}
