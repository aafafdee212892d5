package dev.tranche.review;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An action of a person on what reports say besides sums. It changes no entry of the ledger. */
public sealed interface StoryAction extends Action {

    /** Returns what it refers to, in order. */
    List<ContentMark> content();

    @Override
    default List<ClaimMark> allMarks() {
        return content().stream().map(ContentMark::words).distinct().toList();
    }

    /** Returns the reports that it names, as written. */
    default Set<String> reports() {
        Set<String> reports = new TreeSet<>();
        content().forEach(mark -> reports.add(mark.report()));
        return reports;
    }

    /**
     * Words of a report say this, whatever is read there: an acceptance where it was shown so before, a correction
     * where something else was, an addition where nothing was.
     *
     * @param report key of the report
     * @param before what was shown; empty for an addition
     * @param after what the words say
     */
    record SetContent(String report, Optional<Content> before, Content after) implements StoryAction {

        /** Refuses a change of kind, what is not the name of a report, and words that are too long. */
        public SetContent {
            Limits.report(report);
            Limits.words(after.evidence());
            if (before.filter(shown -> shown.kind() != after.kind()).isPresent()) {
                throw new IllegalArgumentException("a " + before.get().kind().slug() + " is not corrected to a "
                        + after.kind().slug());
            }
        }

        /** Was it shown like this before? */
        public boolean isAcceptance() {
            return before.equals(Optional.of(after));
        }

        @Override
        public List<ContentMark> content() {
            return List.of(new ContentMark(report, before.orElse(after)));
        }
    }

    /**
     * The words do not say this: it was misread.
     *
     * @param content what was shown; at least one
     */
    record RejectContent(List<ContentMark> content) implements StoryAction {

        /** Refuses an empty rejection and too many. */
        public RejectContent {
            content = Limits.content(content, 1);
        }
    }

    /**
     * Reports are about one encounter, statement, figure or agreement.
     *
     * @param content what is to be one; at least two of one kind
     */
    record MergeContent(List<ContentMark> content) implements StoryAction {

        /** Refuses fewer than two, too many, several kinds, and kinds that are not counted over reports. */
        public MergeContent {
            content = Limits.content(content, 2);
            Limits.merged(content);
        }
    }

    /**
     * What was merged is something else.
     *
     * @param content what is apart from everything else, and together where there are several; at least one
     */
    record SplitContent(List<ContentMark> content) implements StoryAction {

        /** Refuses none, too many, several kinds, and kinds that are not counted over reports. */
        public SplitContent {
            content = Limits.content(content, 1);
            Limits.merged(content);
        }
    }

    /**
     * Names denote one person, body or place.
     *
     * @param names the names, of one kind; the first is the one that is shown. At least two
     */
    record MergeNames(List<NameMark> names) implements StoryAction {

        /** Refuses fewer than two names, too many, and names of several kinds. */
        public MergeNames {
            names = Limits.names(names, 2);
        }

        @Override
        public List<ContentMark> content() {
            return List.of();
        }
    }

    /**
     * Names denote somebody or something else than they were taken for.
     *
     * @param names the names that are one apart from all others, of one kind; the first is the one that is shown
     * @param reports keys of the reports in which they do; everywhere if empty
     * @param as the id of the name that is split off
     */
    record SplitName(List<NameMark> names, Set<String> reports, String as) implements StoryAction {

        /** Refuses no names, too many, names of several kinds, and an empty or overlong id. */
        public SplitName {
            names = Limits.names(names, 1);
            reports.forEach(Limits::report);
            reports = Collections.unmodifiableSet(new TreeSet<>(reports));
            Limits.reports(reports.size());
            NameMark first = names.getFirst();
            as = new NameMark(first.kind(), as, first.name(), first.country()).id();
        }

        @Override
        public List<ContentMark> content() {
            return List.of();
        }
    }

    /** Returns the names that it refers to. */
    default Stream<NameMark> named() {
        return switch (this) {
            case MergeNames merge -> merge.names().stream();
            case SplitName split -> split.names().stream();
            case SetContent _, RejectContent _, MergeContent _, SplitContent _ -> Stream.empty();
        };
    }
}
