package dev.tranche.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An action of a person on what reports tell besides sums. It changes no entry of the ledger. */
public sealed interface StoryAction extends Action {

    /** Returns what it refers to, in order. */
    List<ToldMark> told();

    @Override
    default List<ClaimMark> allMarks() {
        return told().stream().map(ToldMark::words).distinct().toList();
    }

    /** Returns the reports that it names, as written. */
    default Set<String> reports() {
        Set<String> reports = new TreeSet<>();
        told().forEach(mark -> reports.add(mark.report()));
        return reports;
    }

    /**
     * Words of a report tell this, whatever is read there: an acceptance where it was shown so before, a correction
     * where something else was, an addition where nothing was.
     *
     * @param report key of the report
     * @param before what was shown; empty for an addition
     * @param after what the words tell
     */
    record Tell(String report, Optional<Telling> before, Telling after) implements StoryAction {

        /** Refuses a change of kind, what is not the name of a report, and words that are too long. */
        public Tell {
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
        public List<ToldMark> told() {
            return List.of(new ToldMark(report, before.orElse(after)));
        }
    }

    /**
     * The words do not tell this: it was misread.
     *
     * @param told what was shown; at least one
     */
    record Dismiss(List<ToldMark> told) implements StoryAction {

        /** Refuses an empty rejection and too many. */
        public Dismiss {
            told = Limits.told(told, 1);
        }
    }

    /**
     * Reports tell one encounter, statement or figure.
     *
     * @param told what is one; at least two of one kind
     */
    record Join(List<ToldMark> told) implements StoryAction {

        /** Refuses fewer than two, too many, several kinds, and kinds that are not counted over reports. */
        public Join {
            told = Limits.told(told, 2);
            Limits.merged(told);
        }
    }

    /**
     * What was merged is something else.
     *
     * @param told what is apart from everything else, and together where there are several; at least one
     */
    record Part(List<ToldMark> told) implements StoryAction {

        /** Refuses none, too many, several kinds, and kinds that are not counted over reports. */
        public Part {
            told = Limits.told(told, 1);
            Limits.merged(told);
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
        public String slug() {
            return "merge-names";
        }

        @Override
        public List<ToldMark> told() {
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
            reports = java.util.Collections.unmodifiableSet(new TreeSet<>(reports));
            Limits.some(reports.size());
            NameMark first = names.getFirst();
            as = new NameMark(first.kind(), as, first.name(), first.country()).id();
        }

        @Override
        public String slug() {
            return "split-name";
        }

        @Override
        public List<ToldMark> told() {
            return List.of();
        }
    }

    /** Returns the names that it refers to. */
    default Stream<NameMark> named() {
        return switch (this) {
            case MergeNames merge -> merge.names().stream();
            case SplitName split -> split.names().stream();
            case Tell _, Dismiss _, Join _, Part _ -> Stream.empty();
        };
    }
}
