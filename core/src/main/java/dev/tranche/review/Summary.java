package dev.tranche.review;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Summarises in one sentence what a decision does. */
final class Summary {

    private static final int LONGEST_QUOTE = 80;
    private static final int LONGEST_NAME = 60;

    /** The most effects on several entries that fit in one sentence. */
    private static final int MOST_TOLD = 4;

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");

    private Summary() {}

    static String of(Action action) {
        return switch (action) {
            case Action.Accept accept -> "Accepts the entry of " + words(accept.marks()) + " as it is shown.";
            case Action.Correct correct ->
                "Corrects "
                        + correct.changes().stream().map(Summary::change).collect(Collectors.joining("; "))
                        + ": the entry of " + words(correct.marks()) + ".";
            case Action.Merge merge ->
                "Merges " + merge.entries().size() + " entries into one: "
                        + merge.entries().stream().map(Summary::words).collect(Collectors.joining("; ")) + ".";
            case Action.Split split ->
                "Splits " + words(split.marks()) + " from the entry of " + words(split.rest()) + ".";
            case Action.Reject reject ->
                "Rejects " + words(reject.marks())
                        + (reject.marks().size() == 1 ? " as not a claim." : " as not claims.");
            case Action.Add add ->
                "Adds " + grouped(Shown.text(add.terms().amount())) + " from "
                        + codes(add.terms().donors()) + " to "
                        + codes(add.terms().recipients()) + ", "
                        + add.terms().stage().slug() + ", stated in "
                        + words(List.of(add.mark())) + ".";
            case Action.Withdraw withdraw ->
                "Withdraws the report " + Limits.cut(withdraw.report(), LONGEST_NAME) + ".";
            case Action.Restore restore -> "Restores the report " + Limits.cut(restore.report(), LONGEST_NAME) + ".";
            case Action.Note note -> note(note);
            case Action.Together together -> together(together.parts());
            case Action.Rule rule -> rule(rule.pattern());
            case Action.Undo undo -> "Undoes the decision " + undo.decision() + ".";
            case StoryAction story -> StorySummary.of(story);
        };
    }

    private static String note(Action.Note note) {
        String about = "the task" + (note.marks().isEmpty() ? "" : " about " + words(note.marks()));
        return switch (note.kind()) {
            case ASIDE -> "Puts " + about + " aside.";
            case COMMENT -> "Comments on " + about + ".";
            case ASSIGN ->
                note.to()
                        .map(name -> "Assigns " + about + " to " + name + ".")
                        .orElse("Assigns " + about + " to nobody.");
        };
    }

    private static String rule(ClaimPattern pattern) {
        return "Rejects every claim"
                + pattern.outlet()
                        .map(outlet -> " of " + Limits.cut(outlet, LONGEST_NAME))
                        .orElse("")
                + (pattern.donors().isEmpty() ? "" : " from " + codes(pattern.donors()))
                + (pattern.recipients().isEmpty() ? "" : " to " + codes(pattern.recipients()))
                + pattern.words()
                        .map(words -> " with the words “" + Limits.cut(words, LONGEST_QUOTE) + "”")
                        .orElse("")
                + ", in reports to come as well.";
    }

    private static String together(List<Action> parts) {
        List<String> changes = parts.stream()
                .filter(Action.Correct.class::isInstance)
                .flatMap(part -> ((Action.Correct) part).changes().stream())
                .map(Summary::change)
                .distinct()
                .toList();
        if (parts.stream().allMatch(Action.Correct.class::isInstance)) {
            return "Corrects " + entries(parts) + ": " + first(changes, "; ") + ".";
        }
        if (parts.stream().allMatch(Action.Accept.class::isInstance)) {
            return "Accepts " + entries(parts) + " as they are shown.";
        }
        return parts.size() + " decisions as one: "
                + first(parts.stream().map(Summary::of).toList(), " ");
    }

    private static String entries(List<Action> parts) {
        return parts.size() + (parts.size() == 1 ? " entry" : " entries");
    }

    /** The first sentences, and the number of further ones. */
    private static String first(List<String> all, String between) {
        String told = all.stream().limit(MOST_TOLD).collect(Collectors.joining(between));
        return all.size() <= MOST_TOLD ? told : told + between + "and " + (all.size() - MOST_TOLD) + " more";
    }

    private static String change(CellChange change) {
        return change.field().slug() + " from " + value(change.before()) + " to "
                + value(change.after().shown());
    }

    private static String value(String text) {
        return text.isEmpty() ? "none" : grouped(Limits.cut(text, LONGEST_NAME));
    }

    /** Long numbers in groups of three: people miscount zeros. */
    private static String grouped(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(found -> {
            StringBuilder number = new StringBuilder(found.group());
            for (int at = number.length() - 3; at > 0; at -= 3) {
                number.insert(at, ',');
            }
            return number.toString();
        });
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "nobody named" : Limits.cut(String.join("+", codes), LONGEST_NAME);
    }

    /** The first words with their report, and the number of further ones. */
    static String words(List<ClaimMark> marks) {
        ClaimMark first = marks.getFirst();
        String quote = Limits.cut(first.quote().strip().replaceAll("\\s+", " "), LONGEST_QUOTE);
        String more = marks.size() == 1 ? "" : " and " + (marks.size() - 1) + " more";
        return "“" + quote + "” (" + Limits.cut(first.report(), LONGEST_NAME) + more + ")";
    }
}
