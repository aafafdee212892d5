package dev.tranche.ingest;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether two web addresses belong to one site: to hosts below one registered domain, such as
 * {@code www.quay.example} and {@code news.quay.example}, by the list of public suffixes.
 */
final class Sites {

    /** Scheme, user, host and port. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)^https?://(?:[^/?#@]*@)?(\\[[^/?#\\]]*]|[^/?#:]+)(:\\d*)?(?:[/?#].*)?$", Pattern.DOTALL);

    private Sites() {}

    /** Do two addresses belong to one site? What is not the address of a page belongs to none. */
    static boolean isSame(String one, String two) {
        String site = of(one);
        return !site.isEmpty() && site.equals(of(two));
    }

    /** A number or a name without a dot is a site for each of its ports. */
    private static String of(String address) {
        Matcher matcher = ADDRESS.matcher(address.strip());
        if (!matcher.matches()) {
            return "";
        }
        String host = matcher.group(1).toLowerCase(Locale.ROOT);
        if (isNumber(host) || host.indexOf('.') < 0) {
            return host + (matcher.group(2) == null ? "" : matcher.group(2));
        }
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null || domain.isEmpty() ? lastTwo(host) : domain;
    }

    /** Below a suffix that the list lacks, its default rule makes the last two names the domain. */
    private static String lastTwo(String host) {
        int before = host.lastIndexOf('.', host.lastIndexOf('.') - 1);
        return host.substring(before + 1);
    }

    private static boolean isNumber(String host) {
        char last = host.charAt(host.length() - 1);
        return last == ']' || last >= '0' && last <= '9';
    }
}
