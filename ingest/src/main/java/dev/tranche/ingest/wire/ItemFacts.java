package dev.tranche.ingest.wire;

import static dev.tranche.ingest.wire.Elements.attribute;
import static dev.tranche.ingest.wire.Elements.children;
import static dev.tranche.ingest.wire.Elements.code;
import static dev.tranche.ingest.wire.Elements.first;
import static dev.tranche.ingest.wire.Elements.line;

import dev.tranche.ingest.Versions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says about an item besides its text; each part is empty where it is not stated.
 *
 * @param id its id, the same for all of its versions
 * @param status whether it may be used, in lower case: usable, withheld, canceled and the like
 * @param version a number that is larger for later versions, 0 for none
 * @param agency who may withdraw or replace it
 * @param outlet who published it, as people call it
 * @param published when it was or may be published
 * @param language its language tag
 * @param instructions what it asks its recipients to do
 */
record ItemFacts(
        String id,
        String status,
        long version,
        String agency,
        String outlet,
        String published,
        String language,
        Instructions instructions) {

    private static final Pattern BASIC_TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)"
            + "(?:T(\\d\\d)(\\d\\d)(?:(\\d\\d)(?:[.,]\\d{1,9})?)?(Z|[+-]\\d\\d:?\\d\\d)?)?+(?!\\d)");

    /** Reads the facts of an item of NewsML-G2 or, if it has the identification of that, of NewsML 1. */
    static ItemFacts of(Element item) {
        Element identifier = first(item, "newsidentifier");
        return identifier == null ? ofG2(item) : ofNewsMl1(item, identifier);
    }

    /** An embargo gives the time of publication; else the first creation, else this version. */
    private static ItemFacts ofG2(Element item) {
        Element provider = first(item, "provider");
        String name = provider == null ? "" : line(first(provider, "name"));
        String outlet = stated(name, attribute(provider, "literal"), line(first(item, "creditline")));
        return new ItemFacts(
                attribute(item, "guid"),
                code(first(item, "pubstatus")),
                Versions.parse(item.attr("version"), line(first(item, "versioncreated"))),
                outlet,
                outlet,
                time(
                        item,
                        "embargoed",
                        "contentcreated",
                        "firstcreated",
                        "versioncreated",
                        "contentmodified",
                        "datelinedate"),
                attribute(first(item, "language"), "tag"),
                Instructions.NONE);
    }

    /**
     * An item of NewsML 1. Its public identifier ends with the revision, so its id is put together without it; a
     * cancellation may consist of identification and management alone, so the agency is the provider named there.
     */
    private static ItemFacts ofNewsMl1(Element item, Element identifier) {
        List<String> parts = List.of(
                line(first(identifier, "providerid")),
                line(first(identifier, "dateid")),
                line(first(identifier, "newsitemid")));
        String id = parts.contains("")
                ? Instructions.withoutRevision(line(first(identifier, "publicidentifier")))
                : "urn:newsml:" + String.join(":", parts);
        Element management = first(item, "newsmanagement");
        Element provider = first(item, "provider");
        String party = provider == null ? "" : attribute(first(provider, "party"), "FormalName");
        String agency = parts.getFirst();
        return new ItemFacts(
                id,
                children(management, "status").stream()
                        .findFirst()
                        .map(ItemFacts::name)
                        .orElse(""),
                Versions.parse(
                        line(first(identifier, "revisionid")), extended(line(first(item, "thisrevisioncreated")))),
                agency,
                stated(party, line(first(item, "creditline")), agency),
                stated(
                        management == null ? "" : released(management),
                        time(item, "firstcreated", "thisrevisioncreated")),
                attribute(first(item, "language"), "FormalName"),
                Instructions.of(management, first(identifier, "revisionid")));
    }

    /** Reads the facts of an item of NITF that is not inside another one. */
    static ItemFacts ofNitf(Element nitf) {
        String outlet = stated(line(first(nitf, "distributor")), attribute(first(nitf, "doc.copyright"), "holder"));
        return new ItemFacts(
                attribute(first(nitf, "doc-id"), "id-string"),
                attribute(first(nitf, "docdata"), "management-status").toLowerCase(Locale.ROOT),
                Versions.parse(attribute(first(nitf, "du-key"), "version"), ""),
                outlet,
                outlet,
                extended(stated(
                        attribute(first(nitf, "date.issue"), "norm"), attribute(first(nitf, "date.release"), "norm"))),
                attribute(nitf, "xml:lang"),
                Instructions.NONE);
    }

    /** Returns when an embargo ends. */
    private static String released(Element management) {
        Element change = first(management, "statuswillchange");
        if (change == null || !name(first(change, "futurestatus")).equals("usable")) {
            return "";
        }
        return extended(line(first(change, "dateandtime")));
    }

    private static String name(@Nullable Element element) {
        return attribute(element, "FormalName").toLowerCase(Locale.ROOT);
    }

    private static String time(Element item, String... names) {
        for (String name : names) {
            String time = extended(line(first(item, name)));
            if (!time.isEmpty()) {
                return time;
            }
        }
        return "";
    }

    /** Returns a time with separators: NITF and NewsML 1 write 20081201T101500Z. */
    private static String extended(String written) {
        Matcher basic = BASIC_TIME.matcher(written);
        if (!basic.lookingAt()) {
            return written;
        }
        String day = basic.group(1) + "-" + basic.group(2) + "-" + basic.group(3);
        if (basic.group(4) == null) {
            return day;
        }
        String zone = basic.group(7) == null ? "" : basic.group(7).replaceFirst("(\\d\\d)(\\d\\d)$", "$1:$2");
        String second = basic.group(6) == null ? "00" : basic.group(6);
        return day + "T" + basic.group(4) + ":" + basic.group(5) + ":" + second + zone;
    }

    private static String stated(String... values) {
        for (String value : values) {
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }
}
