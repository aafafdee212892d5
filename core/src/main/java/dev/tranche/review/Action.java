package dev.tranche.review;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** An action of a person on the book. Marks name claims and, through them, the entry that holds most of them. */
public sealed interface Action
        permits Action.Accept,
                Action.Correct,
                Action.Merge,
                Action.Split,
                Action.Reject,
                Action.Add,
                Action.Withdraw,
                Action.Restore,
                Action.Note,
                Action.Together,
                Action.Rule,
                Action.Undo,
                StoryAction {

    /** Returns the word used in JSON: that of its class, with hyphens, such as {@code merge-names}. */
    default String slug() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Returns all claims it refers to, in order, each once. */
    List<ClaimMark> allMarks();

    /**
     * An entry is right as shown. The acceptance holds as long as the cells shown are those that were seen.
     *
     * @param marks claims of the entry
     * @param seen the cells as seen, in order, each once
     */
    record Accept(List<ClaimMark> marks, List<Shown> seen) implements Action {

        /** Sorts the cells; refuses an empty list and repeats. */
        public Accept {
            marks = Limits.some(marks);
            seen = seen.stream().sorted(Comparator.comparing(Shown::field)).toList();
            if (seen.isEmpty() || seen.stream().map(Shown::field).distinct().count() != seen.size()) {
                throw new IllegalArgumentException("an acceptance lists the cells seen, each once");
            }
        }

        @Override
        public List<ClaimMark> allMarks() {
            return marks;
        }
    }

    /**
     * Cells of an entry are to show something other than its reports say.
     *
     * @param marks claims of the entry
     * @param changes the cells, in order, each once
     */
    record Correct(List<ClaimMark> marks, List<CellChange> changes) implements Action {

        /** Sorts the cells; refuses an empty list and repeats. */
        public Correct {
            marks = Limits.some(marks);
            changes = changes.stream()
                    .sorted(Comparator.comparing(CellChange::field))
                    .toList();
            if (changes.isEmpty()
                    || changes.stream().map(CellChange::field).distinct().count() != changes.size()) {
                throw new IllegalArgumentException("a correction changes at least one cell, each once");
            }
        }

        @Override
        public List<ClaimMark> allMarks() {
            return marks;
        }
    }

    /**
     * Entries are one commitment.
     *
     * @param entries claims of each of them; the first gives the name
     */
    record Merge(List<List<ClaimMark>> entries) implements Action {

        /** Refuses fewer than two entries, too many, and entries without claims. */
        public Merge {
            if (entries.size() < 2 || entries.size() > Limits.MOST_MERGED) {
                throw new IllegalArgumentException(
                        "2 to " + Limits.MOST_MERGED + " entries are merged, not " + entries.size());
            }
            entries = entries.stream().map(Limits::some).toList();
        }

        @Override
        public List<ClaimMark> allMarks() {
            return entries.stream().flatMap(List::stream).distinct().toList();
        }
    }

    /**
     * Some claims of an entry belong to a different commitment from the rest.
     *
     * @param marks claims to be split off
     * @param rest claims that stay
     */
    record Split(List<ClaimMark> marks, List<ClaimMark> rest) implements Action {

        /** Refuses a split with an empty side, and claims on both sides. */
        public Split {
            marks = Limits.some(marks);
            rest = Limits.some(rest);
            if (marks.stream().anyMatch(new java.util.HashSet<>(rest)::contains)) {
                throw new IllegalArgumentException("a claim goes or stays, not both");
            }
        }

        @Override
        public List<ClaimMark> allMarks() {
            return java.util.stream.Stream.concat(marks.stream(), rest.stream()).toList();
        }
    }

    /**
     * Claims are invalid: misread, or not about assistance.
     *
     * @param marks the claims
     */
    record Reject(List<ClaimMark> marks) implements Action {

        /** Refuses an empty rejection. */
        public Reject {
            marks = Limits.some(marks);
        }

        @Override
        public List<ClaimMark> allMarks() {
            return marks;
        }
    }

    /**
     * Words state a sum that was not read. If a version does read the same sum there, the person's version counts.
     *
     * @param mark the words
     * @param terms what the sum is said to be
     * @param ordinal its number in a series
     * @param date when it happened or is to happen, in days
     */
    record Add(ClaimMark mark, Terms terms, OptionalInt ordinal, StatedDate date) implements Action {

        /** Refuses invalid codes, ordinals below 1, and days outside the years 1 to 9999. */
        public Add {
            Limits.codes(terms.donors());
            Limits.codes(terms.recipients());
            terms.authority().ifPresent(Limits::code);
            if (ordinal.isPresent() && ordinal.getAsInt() < 1) {
                throw new IllegalArgumentException("a place in a row is above 0, not " + ordinal.getAsInt());
            }
            date = Limits.days(date);
        }

        @Override
        public List<ClaimMark> allMarks() {
            return List.of(mark);
        }
    }

    /**
     * Nothing in a report counts from now on.
     *
     * @param report its key, or its id for all texts with that id
     */
    record Withdraw(String report) implements Action {

        /** Refuses what is not the name of a report. */
        public Withdraw {
            Limits.report(report);
        }

        @Override
        public List<ClaimMark> allMarks() {
            return List.of();
        }
    }

    /**
     * A withdrawn report counts again.
     *
     * @param report its key, or its id for all texts with that id
     */
    record Restore(String report) implements Action {

        /** Refuses what is not the name of a report. */
        public Restore {
            Limits.report(report);
        }

        @Override
        public List<ClaimMark> allMarks() {
            return List.of();
        }
    }

    /**
     * A note about a task of the desk. The book stays as it is; the reason of the decision says more.
     *
     * @param marks claims of the entries that the task concerns; none where it concerns no entry
     * @param task id of the task
     * @param state what the task was about: a task that was put aside comes back when that has changed
     * @param kind what the note says
     * @param to whose the task is from now on, by name; only where it is assigned, and nobody's without it
     */
    record Note(List<ClaimMark> marks, String task, String state, NoteKind kind, Optional<String> to)
            implements Action {

        private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}");

        /** Refuses what can be no id of a task, and a name where nothing is assigned. */
        public Note {
            marks = Limits.any(marks);
            if (!WORD.matcher(task).matches() || !WORD.matcher(state).matches()) {
                throw new IllegalArgumentException(
                        "a task has an id of letters, digits and hyphens, not '" + Limits.cut(task, 80) + "'");
            }
            if (to.isPresent() && (kind != NoteKind.ASSIGN || !Decision.isAuthor(to.get()))) {
                throw new IllegalArgumentException("a task is assigned to a name of 1 to 40 lower-case letters, digits,"
                        + " '.', '-' and '_', not '" + Limits.cut(to.get(), 60) + "'");
            }
        }

        @Override
        public List<ClaimMark> allMarks() {
            return marks;
        }
    }

    /**
     * Several actions that are one decision: all of them count, or none.
     *
     * @param parts acceptances, corrections, merges and rejections, in the order in which they take effect
     */
    record Together(List<Action> parts) implements Action {

        /** The most actions in one decision. */
        public static final int MOST_PARTS = 500;

        /** Refuses no actions, too many actions or claims, and actions of other kinds. */
        public Together {
            if (parts.isEmpty() || parts.size() > MOST_PARTS) {
                throw new IllegalArgumentException(
                        "1 to " + MOST_PARTS + " actions are one decision, not " + parts.size());
            }
            parts = List.copyOf(parts);
            parts.forEach(Together::refuseOther);
            Limits.some(parts.stream().flatMap(part -> part.allMarks().stream()).toList());
        }

        private static void refuseOther(Action part) {
            switch (part) {
                case Accept accept -> {}
                case Correct correct -> {}
                case Merge merge -> {}
                case Reject reject -> {}
                case Split _, Add _, Withdraw _, Restore _, Note _, Undo _, Together _, Rule _, StoryAction _ ->
                    throw new IllegalArgumentException("'" + part.slug() + "' is a decision by itself");
            }
        }

        @Override
        public List<ClaimMark> allMarks() {
            return parts.stream()
                    .flatMap(part -> part.allMarks().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Claims of a pattern are invalid, in all reports, those to come included. What people added stays.
     *
     * @param pattern the pattern
     */
    record Rule(ClaimPattern pattern) implements Action {

        @Override
        public List<ClaimMark> allMarks() {
            return List.of();
        }
    }

    /**
     * An earlier decision does not count; undoing an undo restores it.
     *
     * @param decision id of the decision
     */
    record Undo(String decision) implements Action {

        /** Refuses what is not the id of a decision. */
        public Undo {
            if (!Decision.isId(decision)) {
                throw new IllegalArgumentException("a decision has an id such as 20240501T090000000Z-anna, not '"
                        + Limits.cut(decision, 80) + "'");
            }
        }

        @Override
        public List<ClaimMark> allMarks() {
            return List.of();
        }
    }
}
