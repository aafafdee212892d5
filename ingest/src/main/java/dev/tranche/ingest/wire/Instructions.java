package dev.tranche.ingest.wire;

import static dev.tranche.ingest.wire.Elements.attribute;
import static dev.tranche.ingest.wire.Elements.children;
import static dev.tranche.ingest.wire.Elements.first;
import static dev.tranche.ingest.wire.Elements.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an item of NewsML 1 asks its recipients to do with what they have of it.
 *
 * <p>Only instructions that end the use of something matter here: an update or a correction is a later revision, which
 * takes the place of the earlier ones by its number, and a follow-up is an item of its own.
 *
 * @param own how the use of this item itself ends; empty if it does not
 * @param earlier how the use of its last earlier revision ends, which withdraws it where this one has no text
 * @param others the ids of other items whose use ends as {@code own} says, in the order named
 */
record Instructions(Optional<End> own, Optional<End> earlier, List<String> others) {

    static final Instructions NONE = new Instructions(Optional.empty(), Optional.empty(), List.of());

    /** A way for the use of an item to end, by the beginning of the words that agencies use for it. */
    enum End {
        CANCELED("cancel"),
        KILLED("kill"),
        DELETED("delet"),
        WITHDRAWN("withdraw");

        private final String stem;

        End(String stem) {
            this.stem = stem;
        }

        /** Returns the end that a status or an instruction names; empty if it names none. */
        static Optional<End> of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return Stream.of(values()).filter(end -> lower.startsWith(end.stem)).findFirst();
        }

        /** Returns the word for it in messages. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads the instructions of an item of NewsML 1.
     *
     * @param management its management data, if it has any
     * @param revision its revision id, if it has one
     */
    static Instructions of(@Nullable Element management, @Nullable Element revision) {
        if (management == null) {
            return NONE;
        }
        String previous = attribute(revision, "PreviousRevision");
        Optional<End> own = Optional.empty();
        Optional<End> earlier = Optional.empty();
        for (Element instruction : children(management, "instruction")) {
            List<Element> revisions = children(instruction, "revisionstatus");
            if (revisions.isEmpty()) {
                own = own.or(() -> End.of(attribute(instruction, "FormalName")));
            }
            for (Element each : revisions) {
                String number = attribute(each, "Revision");
                if (number.isEmpty() || number.equals(previous)) {
                    earlier = earlier.or(() -> End.of(attribute(first(each, "status"), "FormalName")));
                }
            }
        }
        // A first revision has nothing earlier of its own to end: it is a notice about the items that it names.
        boolean notice = own.isPresent() && (previous.isEmpty() || previous.equals("0")) && isFirst(line(revision));
        return new Instructions(own, earlier, notice ? named(management) : List.of());
    }

    private static boolean isFirst(String revision) {
        return revision.isEmpty() || revision.equals("1");
    }

    private static List<String> named(Element management) {
        List<String> ids = new ArrayList<>();
        for (String relation : List.of("derivedfrom", "associatedwith")) {
            for (Element other : children(management, relation)) {
                String id = withoutRevision(attribute(other, "NewsItem"));
                if (id.startsWith("urn:newsml:") && !ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** Returns the public identifier of an item without the revision with which it ends. */
    static String withoutRevision(String identifier) {
        return identifier.replaceFirst(":\\d+[A-Z]?$", "");
    }
}
