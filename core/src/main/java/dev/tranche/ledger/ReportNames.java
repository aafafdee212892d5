package dev.tranche.ledger;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import dev.tranche.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names by which a report is identified: its id within its outlet, its address, and its words within its outlet. Two
 * texts that share one of these names are versions of one report.
 *
 * <p>They identify a confined text ({@link Delivery#isConfined}) only within its origin: otherwise a later item that
 * claims the outlet or address of another would take its place. What a site publishes itself is identified by its
 * outlet only within that site, since every site can take the name of any outlet.
 */
final class ReportNames {

    /**
     * The least length, in letters and digits, of a text identified by its words: shorter ones are headings of many
     * reports.
     */
    private static final int SHORTEST_TEXT = 40;

    /** Query parameters that record where a reader came from, not what is read. */
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "cmp", "ref", "rss", "source", "smid");

    private static final List<String> TRACKING_STARTS = List.of("utm_", "at_", "ns_", "mc_", "traffic_");

    private ReportNames() {}

    /**
     * Texts of at least this many words may be identified by most of their words; in shorter ones a single number is
     * the news.
     */
    private static final int LONG_TEXT = 60;

    /** Copies come within this many days; a text that appears again later was republished on purpose. */
    private static final int DAYS = 4;

    private static final int GROUPS = 8;

    /**
     * Returns the names of a text, as hashes.
     *
     * @param document the text; its id counts only together with an outlet
     * @param published the days on which it was published
     * @param sketch its sketch, if one was computed, see {@link dev.tranche.resolve.Origins#sketch}
     */
    static List<Long> of(Document document, StatedDate published, Optional<byte[]> sketch) {
        Delivery delivery = document.delivery();
        Optional<String> origin = delivery.origin().filter(one -> delivery.isConfined());
        String within = origin.map(one -> " from " + one).orElse("");
        String ofSite = origin.or(delivery::site).map(one -> " from " + one).orElse("");
        return of(document, published, sketch, within, outlet(document.outlet()) + ofSite);
    }

    /**
     * Returns the names that a confined text would have if it were not; none for any other text. Where another text has
     * one of them and the same words, the report came twice.
     */
    static List<Long> claimed(Document document, StatedDate published) {
        return document.delivery().isConfined()
                ? of(document, published, Optional.empty(), "", outlet(document.outlet()))
                : List.of();
    }

    private static List<Long> of(
            Document document, StatedDate published, Optional<byte[]> sketch, String within, String outlet) {
        List<Long> names = new ArrayList<>();
        String id = document.id().value();
        String text = document.text();
        long whole = words(text);
        names.add(Folding.hash(outlet.isEmpty() ? "same " + id + ' ' + whole : "id " + outlet + ' ' + id));
        document.address()
                .map(ReportNames::address)
                .filter(one -> !one.isEmpty())
                .ifPresent(one -> names.add(Folding.hash("at " + one + within)));
        if (outlet.isEmpty()) {
            return names;
        }
        published.to().or(published::from).ifPresent(day -> {
            long body = document.body().equals(text) ? whole : words(document.body());
            long place = Folding.hash(outlet);
            // Two overlapping series of spans, so that adjacent days always share one.
            for (int row = 0; row < 2; row++) {
                long span = mix(place + 2 * Math.floorDiv(day.toEpochDay() + row * DAYS / 2, DAYS) + row);
                if (isLong(text)) {
                    names.add(mix(span ^ whole));
                }
                if (body != whole && isLong(document.body())) {
                    names.add(mix(span ^ body));
                }
                sketch.filter(made -> made.length > Long.BYTES && countWords(text) >= LONG_TEXT)
                        .ifPresent(made -> groups(span, made, names));
            }
        });
        return names;
    }

    /** Texts that share an eighth of their sketches share about nine tenths of their words, or, rarely, half of them. */
    private static void groups(long span, byte[] sketch, List<Long> names) {
        int size = sketch.length / GROUPS;
        for (int group = 0; group < GROUPS; group++) {
            long hash = mix(span + group + 1);
            for (int i = group * size; i < (group + 1) * size; i++) {
                hash = Folding.hash(hash, (char) (sketch[i] & 0xff));
            }
            names.add(hash);
        }
    }

    private static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static boolean isLong(String text) {
        int letters = 0;
        for (int i = 0; i < text.length() && letters < SHORTEST_TEXT; i++) {
            letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return letters >= SHORTEST_TEXT;
    }

    private static int countWords(String text) {
        int words = 0;
        for (int i = 1; i < text.length(); i++) {
            words += text.charAt(i) <= ' ' && text.charAt(i - 1) > ' ' ? 1 : 0;
        }
        return words + 1;
    }

    /**
     * Returns an outlet's name in the form used for comparison: letters in lower case, without the prefix of its host.
     */
    static String outlet(Optional<String> outlet) {
        String name = outlet.orElse("").strip().toLowerCase(Locale.ROOT);
        return name.startsWith("www.") ? name.substring("www.".length()) : name;
    }

    /** Returns a hash of the letters and digits of a text, whatever their case. */
    static long words(String text) {
        long hash = Folding.EMPTY;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                hash = Folding.hash(hash, Folding.fold(text.charAt(i)));
            }
        }
        return hash;
    }

    /**
     * Returns an address without scheme, host prefix, fragment, tracking parameters and trailing slash; empty if it
     * does not name a page.
     */
    static String address(String written) {
        String rest = written.strip();
        int scheme = rest.indexOf("://");
        rest = scheme >= 0 ? rest.substring(scheme + "://".length()) : rest;
        int fragment = rest.indexOf('#');
        rest = fragment >= 0 ? rest.substring(0, fragment) : rest;
        int mark = rest.indexOf('?');
        String query = mark >= 0 ? rest.substring(mark + 1) : "";
        rest = mark >= 0 ? rest.substring(0, mark) : rest;
        int slash = rest.indexOf('/');
        String host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : rest.substring(slash);
        host = host.startsWith("www.") ? host.substring("www.".length()) : host;
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        List<String> kept = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            String key = part.substring(0, part.indexOf('=') < 0 ? part.length() : part.indexOf('='))
                    .toLowerCase(Locale.ROOT);
            if (!part.isEmpty()
                    && !TRACKING.contains(key)
                    && TRACKING_STARTS.stream().noneMatch(key::startsWith)) {
                kept.add(part);
            }
        }
        kept.sort(null);
        // A front page is not a report.
        if (path.isEmpty() && kept.isEmpty()) {
            return "";
        }
        return host + path + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    }
}
